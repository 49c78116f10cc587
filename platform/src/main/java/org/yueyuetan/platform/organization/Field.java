package org.yueyuetan.platform.organization;

/** Field of work (领域); an organization may have several. */
public enum Field {
  /** 行业商会. */
  INDUSTRY,
  /** 社会工作. */
  SOCIAL_WORK,
  /** 公益慈善. */
  CHARITY,
  /** 志愿服务. */
  VOLUNTEER,
  /** 养老助老. */
  ELDERLY,
  /** 儿童关爱. */
  CHILDREN,
  /** 助残. */
  DISABILITY,
  /** 教育培训. */
  EDUCATION,
  /** 科技. */
  SCIENCE,
  /** 文化体育. */
  CULTURE,
  /** 医疗卫生. */
  HEALTH,
  /** 乡村振兴. */
  RURAL,
  /** 生态环境. */
  ENVIRONMENT,
  /** 法律服务. */
  LEGAL,
  /** 社区治理. */
  COMMUNITY,
  /** 党建. */
  PARTY,
  /** 其他. */
  OTHER
}
