package org.yueyuetan.platform.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Cost of one password comparison.
 *
 * @param rounds base-2 logarithm of bcrypt's iterations; 11 takes about 0.1 s
 */
@ConfigurationProperties("yueyuetan.password")
record PasswordStrength(@DefaultValue("11") int rounds) {}
