package org.yueyuetan.platform.disposition;

/**
 * Who said an opinion and may rate the answer: whoever holds the guest's link, or speaks for the
 * organization.
 */
public sealed interface Author {

  record Guest(long invitation) implements Author {}

  record Organization(long id) implements Author {}
}
