package org.yueyuetan.platform.organization;

import org.yueyuetan.platform.region.Region;

/** At which level an organization works. */
public enum Level {
  CITY,
  COUNTY,
  TOWNSHIP,
  COMMUNITY;

  /** The level meant when only the place is given. */
  static Level of(Region region) {
    return switch (region.level()) {
      case PROVINCE, CITY -> CITY;
      case COUNTY -> COUNTY;
      case TOWNSHIP -> TOWNSHIP;
    };
  }
}
