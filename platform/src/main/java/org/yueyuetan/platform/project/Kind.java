package org.yueyuetan.platform.project;

/** What a project needs, and what an organization gives. */
public enum Kind {
  /** 服务: in pieces. */
  SERVICE,
  /** 人力. */
  PEOPLE,
  /** 场地. */
  VENUE,
  /** 物资. */
  GOODS,
  /** 资金: in fen, without a unit. */
  MONEY
}
