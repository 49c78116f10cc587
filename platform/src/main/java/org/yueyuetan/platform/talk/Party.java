package org.yueyuetan.platform.talk;

import org.yueyuetan.platform.organization.Kind;
import org.yueyuetan.platform.organization.Level;

/** Side of the table that somebody sits on (参会方); a talk may ask for a minimum of each. */
public enum Party {
  COUNTY,
  /** 乡镇（街道） */
  TOWNSHIP,
  COMMUNITY,
  /** 社工机构及其他社会组织 */
  AGENCY,
  DEPARTMENT,
  ENTERPRISE,
  OTHER;

  /** The side on which such an organization usually sits; staff may seat it elsewhere. */
  public static Party of(Kind kind, Level level) {
    return switch (kind) {
      case ENTERPRISE -> ENTERPRISE;
      case SOCIAL_GROUP, SERVICE_AGENCY, FOUNDATION, VOLUNTEER_TEAM -> AGENCY;
      case PUBLIC_BODY ->
          switch (level) {
            case CITY -> DEPARTMENT;
            case COUNTY -> COUNTY;
            case TOWNSHIP -> TOWNSHIP;
            case COMMUNITY -> COMMUNITY;
          };
    };
  }
}
