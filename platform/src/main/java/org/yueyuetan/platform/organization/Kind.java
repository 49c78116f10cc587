package org.yueyuetan.platform.organization;

/** What an organization is in law; decides how its credit code (统一社会信用代码) begins. */
public enum Kind {
  /** 社会团体. */
  SOCIAL_GROUP("51", true),
  /** 民办非企业单位（社会服务机构）. */
  SERVICE_AGENCY("52", true),
  /** 基金会. */
  FOUNDATION("53", true),
  /** 志愿服务队: often not registered, then without a code. */
  VOLUNTEER_TEAM("59", false),
  /** 企业. */
  ENTERPRISE("91", true),
  /** 机关事业单位. */
  PUBLIC_BODY("12", false);

  private final String usualPrefix;
  private final boolean codeRequired;

  Kind(String usualPrefix, boolean codeRequired) {
    this.usualPrefix = usualPrefix;
    this.codeRequired = codeRequired;
  }

  public boolean codeRequired() {
    return codeRequired;
  }

  /** Whether a code that begins so may belong to an organization of this kind. */
  public boolean agreesWith(CreditCode code) {
    return switch (code.text().substring(0, 2)) {
      case "51" -> this == SOCIAL_GROUP;
      case "52" -> this == SERVICE_AGENCY;
      case "53" -> this == FOUNDATION;
      // 9 market regulation; 3 justice, which registers law firms.
      default ->
          switch (code.text().charAt(0)) {
            case '9', '3' -> this == ENTERPRISE;
            default -> this == VOLUNTEER_TEAM || this == PUBLIC_BODY;
          };
    };
  }

  String usualPrefix() {
    return usualPrefix;
  }
}
