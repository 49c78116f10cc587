package org.yueyuetan.platform.web;

import java.util.List;
import org.yueyuetan.platform.account.Setting;

/**
 * Settings that stand together on the settings page, under the heading {@code web.settings.<key>}.
 */
public record SettingGroup(String key, List<Setting> settings) {}
