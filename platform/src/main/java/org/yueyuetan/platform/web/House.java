package org.yueyuetan.platform.web;

/**
 * What the frame says about the installation.
 *
 * @param bureau name of the bureau, e.g. 聊城市民政局
 * @param city name of the city, e.g. 聊城市
 * @param demo whether this is a demonstration with sample data
 */
record House(String bureau, String city, boolean demo) {}
