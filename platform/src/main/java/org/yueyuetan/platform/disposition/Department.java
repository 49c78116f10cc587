package org.yueyuetan.platform.disposition;

/**
 * Who answers (承办单位). Every county has a finance bureau of its own: a department is its name and
 * where it is.
 *
 * @param region code of its division; that of the city for accounts without one
 */
public record Department(String name, String region) {}
