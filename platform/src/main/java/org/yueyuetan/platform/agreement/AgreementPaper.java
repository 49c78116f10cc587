package org.yueyuetan.platform.agreement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.document.Block;
import org.yueyuetan.platform.document.Head;
import org.yueyuetan.platform.document.OfficialDocument;
import org.yueyuetan.platform.document.Ordinal;
import org.yueyuetan.platform.project.Kind;

/** Puts an agreement, and the record of how it was signed, onto pages. */
@Component
class AgreementPaper {

  /** Name of the field that the platform seals a record with. */
  static final String SEAL = "platform";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.SIMPLIFIED_CHINESE);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final Desk desk;
  private final Settings settings;
  private final Clock clock;

  AgreementPaper(Desk desk, Settings settings, Clock clock) {
    this.desk = desk;
    this.settings = settings;
    this.clock = clock;
  }

  /** Address of the public record. */
  String address(Agreement agreement) {
    return settings.get(Setting.PUBLIC_ADDRESS).replaceAll("/+$", "")
        + "/verify/"
        + agreement.code();
  }

  OfficialDocument agreement(Agreement agreement) {
    var body = new ArrayList<Block>();
    agreement.parties().forEach(party -> body.add(opening(party)));
    body.add(Block.paragraph(recital(agreement)));
    var articles = new Articles(body);
    articles.add("合作内容。" + agreement.purpose());
    if (!agreement.contributions().isEmpty()) {
      articles.add("各方投入。各方按下表提供服务、资金或其他支持。");
      body.add(contributions(agreement));
    }
    if (!agreement.milestones().isEmpty()) {
      articles.add("履约节点。各方按下表的日期完成约定事项，对方在平台确认。");
      body.add(milestones(agreement));
    }
    articles.add("合作期限。自" + day(agreement.from()) + "起至" + day(agreement.until()) + "止。");
    agreement.clauseLines().forEach(articles::add);
    body.add(Block.chapter("各方签署"));
    agreement.parties().forEach(party -> body.add(place(party)));
    body.add(
        Block.code(
            address(agreement),
            List.of("扫码核验本协议：谁签的、何时签的、有没有改动", "核验码：" + agreement.code() + "，也可以在平台“核验协议”页上传本文件")));
    return OfficialDocument.of(
            head(agreement), agreement.title(), settings.get(Setting.BUREAU_NAME))
        .saying(body);
  }

  /** 签署记录: who did what when, and the digests of the file at every step. */
  OfficialDocument record(Agreement agreement, List<Step> steps) {
    var body = new ArrayList<Block>();
    body.add(
        Block.paragraph(
            "本记录由"
                + settings.get(Setting.BUREAU_NAME)
                + "“月月谈”平台在《"
                + agreement.title()
                + "》全部签署后自动生成并加盖平台电子签名，已签署的协议文件附在本文件内。"));
    body.add(
        Block.table(
            "签署经过",
            List.of("时间", "谁", "做了什么"),
            steps.stream().map(step -> List.of(time(step.at()), step.who(), step.what())).toList(),
            List.of(27, 36, 37)));
    body.add(
        Block.table("文件指纹（SHA-256）", List.of("文件", "指纹"), digests(agreement), List.of(34, 66)));
    body.add(
        Block.table(
            "签名证书", List.of("签名方", "签名人", "证书号"), certificates(agreement), List.of(44, 22, 34)));
    body.add(
        Block.place(
            SEAL, "平台：" + settings.get(Setting.BUREAU_NAME), List.of("本记录生成后改动一个字节，签名即失效。")));
    body.add(Block.code(address(agreement), List.of("扫码核验协议", "核验码：" + agreement.code())));
    return OfficialDocument.of(head(agreement), "签署记录", settings.get(Setting.BUREAU_NAME))
        .saying(body);
  }

  /** A line of the record. */
  record Step(Instant at, String who, String what) {}

  private static Head head(Agreement agreement) {
    return new Head.Plain(agreement.number().isEmpty() ? "（草稿，未签署）" : "协议编号：" + agreement.number());
  }

  private static Block opening(Party party) {
    return Block.paragraph(
        party.label() + "：",
        party.name()
            + (party.creditCode().isEmpty() ? "" : "（统一社会信用代码：" + party.creditCode() + "）"));
  }

  private String recital(Agreement agreement) {
    var project =
        desk.project(agreement)
            .map(found ->
                "就“"
                    + found.title()
                    + "”项目"
                    + (found.number().isEmpty() ? "" : "（" + found.number() + "）")
                    + "的合作，")
            .orElse("");
    return "各方经“月月谈”平台协商一致，" + project + "订立本协议。";
  }

  private static Block contributions(Agreement agreement) {
    return Block.table(
        "投入清单",
        List.of("提供方", "类别", "内容", "数量"),
        agreement.contributions().stream()
            .map(one ->
                List.of(
                    Party.label(one.party()),
                    kind(one.kind()),
                    one.title(),
                    one.told(Locale.SIMPLIFIED_CHINESE)))
            .toList(),
        List.of(16, 14, 46, 24));
  }

  private static Block milestones(Agreement agreement) {
    return Block.table(
        "履约节点",
        List.of("日期", "责任方", "完成事项"),
        agreement.milestones().stream()
            .map(one -> List.of(day(one.due()), Party.label(one.party()), one.title()))
            .toList(),
        List.of(28, 16, 56));
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case SERVICE -> "服务";
      case PEOPLE -> "人力";
      case VENUE -> "场地";
      case GOODS -> "物资";
      case MONEY -> "资金";
    };
  }

  private static Block place(Party party) {
    return Block.place(
        party.field(),
        party.label() + "（签章）：" + party.name(),
        party.creditCode().isEmpty() ? List.of() : List.of("信用代码：" + party.creditCode()));
  }

  private static List<List<String>> digests(Agreement agreement) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("送签文件", agreement.frozenSha256()));
    for (var party : agreement.parties()) {
      party
          .signature()
          .ifPresent(signed -> rows.add(List.of(party.label() + "签署后", signed.sha256())));
    }
    return rows;
  }

  private static List<List<String>> certificates(Agreement agreement) {
    var rows = new ArrayList<List<String>>();
    for (var party : agreement.parties()) {
      party
          .signature()
          .ifPresent(signed ->
              rows.add(
                  List.of(
                      party.name(),
                      signed.by(),
                      signed.certificate() + (signed.own() ? "（自带证书）" : ""))));
    }
    return rows;
  }

  private static String day(LocalDate date) {
    return DAY.format(date);
  }

  private String time(Instant at) {
    return SECOND.withZone(clock.getZone()).format(at);
  }

  /** Numbers articles as it adds them. */
  private static final class Articles {

    private final List<Block> body;
    private int last;

    Articles(List<Block> body) {
      this.body = body;
    }

    void add(String text) {
      body.add(Block.article(Ordinal.article(++last), text));
    }
  }
}
