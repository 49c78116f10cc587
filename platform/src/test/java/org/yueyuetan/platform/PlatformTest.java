package org.yueyuetan.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test against the running platform: random port, real PostgreSQL, one context for all such
 * tests. Before each test method the tables are empty (all but the divisions and settings), the
 * clock stands at {@link TestClock#START} and no mail has arrived.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    classes = {Yueyuetan.class, TestPlatform.class})
@ContextConfiguration(initializers = TestPlatform.Surroundings.class)
@TestExecutionListeners(listeners = CleanSlate.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface PlatformTest {}
