package org.yueyuetan.platform.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How visitors of the demo get in.
 *
 * @param password of every sample account, told on the sign-in page; empty where this is no demo
 */
@ConfigurationProperties("yueyuetan.demo-access")
public record DemoAccess(@DefaultValue("") String password) {}
