package org.yueyuetan.platform.organization;

/** How the Party is organized in an organization (党组织组建方式). */
public enum PartyType {
  /** 单独组建: three full members or more. */
  OWN_BRANCH,
  /** 联合组建: together with up to four others. */
  JOINT_BRANCH,
  /** 功能型（兼合式）: the members belong elsewhere. */
  FUNCTIONAL,
  /** 流动党员. */
  FLOATING,
  /** 未组建，由党建工作指导员联系. */
  INSTRUCTOR,
  /** 未组建. */
  NONE
}
