package org.yueyuetan.platform.web;

/**
 * One entry of the navigation.
 *
 * @param here whether the page being shown lies under it
 */
public record Place(String address, String label, String icon, boolean here) {}
