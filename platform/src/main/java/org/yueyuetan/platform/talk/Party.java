package org.yueyuetan.platform.talk;

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
  OTHER
}
