package org.yueyuetan.platform.agreement;

import org.yueyuetan.platform.project.Kind;

/** Agreements of common kinds, each with clauses to begin from; one clause a line. */
public enum Template {
  /** 服务（实物、技能）. */
  SERVICE(
      Kind.SERVICE,
      """
      服务要求。提供方按投入清单和履约节点完成服务，使用方在每个节点后五个工作日内确认或提出修改意见。
      配合事项。使用方提供开展服务所需的资料、场地和联系人，因未及时提供造成的延误，履约节点相应顺延。
      成果归属。服务形成的成果归使用方所有，提供方享有署名权；用于商业用途须经各方书面同意。
      费用。本协议所列服务为无偿提供，各方自行承担履约中发生的费用；另有约定的从其约定。
      """),
  /** 资助. */
  FUNDING(
      Kind.MONEY,
      """
      拨付方式。资助方按履约节点分次拨付，受助方收款后出具合法票据。
      资金用途。资金专项用于本协议所列项目，单独记账，不得挪作他用；结余资金的处理由各方商定。
      信息公开。受助方每个履约节点后提交用款说明和凭证，接受资助方和民政部门的查询。
      终止与返还。项目未实施或改变用途的，资助方可以停止拨付，并要求返还未使用的资金。
      """),
  /** 场地、人员及其他. */
  OTHER(
      Kind.PEOPLE,
      """
      使用范围。提供方按投入清单提供场地、人员或物资，使用方仅用于本协议所列项目。
      安全责任。使用方负责活动期间的秩序和安全，发现隐患立即停止使用并告知提供方。
      损坏与缺失。使用中造成损坏或缺失的，使用方负责修复或按实际价值赔偿。
      """);

  private static final String COMMON =
      """
      变更与终止。需要变更或提前终止本协议的，由各方协商一致并在平台留存记录。
      违约责任。一方不履行约定的，应当及时说明原因并采取补救措施；给他方造成损失的，承担相应责任。
      争议解决。履约中的争议由各方协商解决，协商不成的，可以请民政部门调解，或者依法提起诉讼。
      生效。本协议自各方全部签署之日起生效。
      """;

  private final Kind kind;
  private final String own;

  Template(Kind kind, String own) {
    this.kind = kind;
    this.own = own;
  }

  /** That suits when this is given. */
  static Template of(Kind kind) {
    return switch (kind) {
      case SERVICE, GOODS -> SERVICE;
      case MONEY -> FUNDING;
      case PEOPLE, VENUE -> OTHER;
    };
  }

  /** What is given under most of them. */
  Kind kind() {
    return kind;
  }

  public String clauses() {
    return own + COMMON;
  }
}
