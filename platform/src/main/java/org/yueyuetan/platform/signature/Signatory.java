package org.yueyuetan.platform.signature;

/**
 * Who signs, as the certificate names them.
 *
 * @param name of the person
 * @param organization that the person speaks for
 * @param code unified social credit code of the organization; may be empty
 */
public record Signatory(String name, String organization, String code) {}
