package org.yueyuetan.engine.group;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Short Chinese messages whose subject is known, made from word lists of our own: no real message
 * is among them. The same arguments give the same messages.
 *
 * @param texts the messages
 * @param subject by id, which subject each has; one-off messages have a subject of their own
 */
public record Generated(List<Text> texts, Map<String, Integer> subject) {

  private static final String[] SYLLABLES =
      "云澜锦绣湖畔金鼎星河丽景翠屏盛世御龙香榭兰亭凤凰碧桂观山枫林华润万科保利融创中梁东方江南北辰书香和谐阳光玫瑰紫荆银杏桃源".split("");
  private static final String[] ENDS = {"花园", "家园", "小区", "公馆", "苑", "城", "名邸", "新村", "府", "里"};
  private static final String[] STREETS = {"路", "街", "大道", "巷", "村", "镇"};
  private static final String[] OPENINGS = {
    "",
    "",
    "",
    "尊敬的领导您好，",
    "领导好，",
    "您好，",
    "我想反映一下，",
    "投诉：",
    "咨询：",
    "求助！",
    "我是一名普通市民，",
    "本人实名反映，",
    "代表全体业主反映，",
    "万般无奈才写这封信，",
    "作为居民我很着急，"
  };
  private static final String[] CLOSINGS = {
    "",
    "",
    "",
    "希望有关部门尽快处理。",
    "恳请领导重视。",
    "请相关部门给予答复，谢谢！",
    "盼回复。",
    "请问应该找哪个部门？",
    "希望早日解决老百姓的困难。",
    "望彻查！",
    "打过热线没有结果。",
    "请问什么时候能够落实？",
    "多次反映一直没有解决。"
  };
  private static final String[] NEED_OPENINGS = {
    "", "", "", "我们机构", "本会", "我们协会", "我单位", "作为一家小机构，", "成立三年来，", "会员多次提出，", "想和大家商量："
  };
  private static final String[] NEED_CLOSINGS = {
    "", "", "", "希望得到支持。", "有同样想法的单位请联系。", "盼统一组织。", "能提供的单位请联系我们。", "希望市里牵头。", "最好本月内解决。"
  };
  private static final String[] ODD =
      ("风筝 陨石 蜂箱 古井 石碑 剪纸 皮影 算盘 蜡像 邮票 唢呐 灯笼 风车 瓷枕 船票 渔网 鹦鹉 围棋 篆刻 马灯 老照片 家谱 粮票 戏台 火炉 "
              + "雨伞 热气球 天文台 气象站 石磨 竹编 银元 灯塔 缝纫机 放映机 留声机 族谱 牌坊 石狮 拓片 年画 面塑 泥人 木偶 古琴 二胡 编钟 铜镜 织布机 独轮车")
          .split(" ");
  private static final String[] ODDITIES =
      ("丢了 被借走了 想捐出来 不知道归谁管 找不到传人 年代说不清 想拍照留念 想认个亲 被风刮跑 想申请命名 卡住了 褪色了 想请人修 想写一本书 "
              + "不会用 想换一个 想问能不能带上飞机 说是曾祖父留下的 想在广场展示 夜里会发光")
          .split(" ");

  /** A subject: what it is called, the things, the troubles and the details that people name. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Subject(String name, String[] things, String[] troubles, String[] details) {}

  /**
   * Three issues on everybody's lips, each about one place and one affair, told in differing words.
   */
  private static final Subject[] HOT = {
    new Subject(
        "捆绑销售车位",
        "伊湖滨河苑 伊湖滨河苑二期 伊湖滨河苑项目 铁路职工团购的伊湖滨河苑".split(" "),
        "捆绑销售车位,强制购买停车位,不买车库就不给选房,车位和房子一起卖,硬性搭售十二万的车位,定向限价房却附加车位费".split(","),
        "交完定金才告诉我们,内部认购协议里没有,工薪家庭根本买不起,说不买就作废名额,单位出面也谈不拢,算下来每平米又贵两千".split(",")),
    new Subject(
        "搅拌站噪音",
        "丽泽新城旁边的搅拌站 丽泽新城附近的水泥厂 丽泽新城门口的混凝土搅拌场 丽泽新城小区南侧违建搅拌站".split(" "),
        "噪音扰民,粉尘污染,昼夜不停地轰鸣,灰尘遮天,搅拌车进进出出吵得要命,水泥灰呛人".split(","),
        "几千户人不敢开窗,孩子得了鼻炎,半夜还在生产,环评手续根本没有,窗台上一层水泥,离幼儿园不到一百米".split(",")),
    new Subject(
        "网贷案件",
        "58易车贷 五八易车贷案件 易车贷平台 我市58易车贷".split(" "),
        "血本无归,迟迟不公布进展,主犯还没有归案,立案两年没有音讯,资产被转移,受害人等不到退赔".split(","),
        "全国上万名受害者,经侦支队说还在侦查,保护伞要打掉,开庭时间一推再推,冻结的车辆在贬值,会计审计做到哪一步".split(","))
  };

  /** What stands around what a message says; a title has nothing around it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Frame(String[] openings, String[] closings) {
    boolean full() {
      return openings.length > 0;
    }
  }

  private static final Frame LETTER = new Frame(OPENINGS, CLOSINGS);
  private static final Frame NEED = new Frame(NEED_OPENINGS, NEED_CLOSINGS);
  private static final Frame TITLE = new Frame(new String[0], new String[0]);

  /** Messages to a city government, with three planted hot issues as subjects 0, 1 and 2. */
  public static Generated city(int count, long seed) {
    return messages(count, seed, read("city.txt"), List.of(HOT), LETTER, .07);
  }

  /** Titles only: shorter, without forms of address. */
  public static Generated titles(int count, long seed) {
    var all = new ArrayList<>(read("city.txt"));
    all.addAll(read("county.txt"));
    return messages(count, seed, all, List.of(HOT), TITLE, .05);
  }

  /** Messages in a vocabulary that was not looked at when the method was made. */
  public static Generated county(int count, long seed) {
    return messages(count, seed, read("county.txt"), List.of(), LETTER, .07);
  }

  /** Needs of social organizations, as one month of a city has them. */
  public static Generated needs(int count, long seed) {
    return messages(count, seed, read("needs.txt"), List.of(), NEED, .1);
  }

  private static Generated messages(
      int count, long seed, List<Subject> usual, List<Subject> hot, Frame frame, double odd) {
    var random = new Random(seed);
    var texts = new ArrayList<Text>(count);
    Map<String, Integer> subject = HashMap.newHashMap(count);
    double[] share = longTail(usual.size(), random);
    int places = 20 + (int) (4 * Math.sqrt(count));
    for (int i = 0; i < count; i++) {
      var id = String.valueOf(i + 1);
      double dice = random.nextDouble();
      String text;
      int of;
      if (!hot.isEmpty() && dice < .022) {
        of = dice < .008 ? 0 : dice < .015 ? 1 : 2;
        text = message(hot.get(of), aside(usual, random), "", frame, random);
      } else if (dice > 1 - odd) {
        of = 1_000_000 + i;
        text = oneOff(frame, random);
      } else {
        int pick = pick(share, random);
        of = hot.size() + pick;
        text = message(usual.get(pick), aside(usual, random), place(places, random), frame, random);
      }
      texts.add(Text.of(id, text));
      subject.put(id, of);
    }
    return new Generated(texts, subject);
  }

  /** One message in four also touches on something else. */
  private static String aside(List<Subject> usual, Random random) {
    return random.nextInt(4) > 0
        ? ""
        : "，" + one(usual.get(random.nextInt(usual.size())).details, random);
  }

  private static String message(
      Subject subject, String aside, String place, Frame frame, Random random) {
    var thing = one(subject.things, random);
    var trouble = one(subject.troubles, random);
    var line = new StringBuilder();
    if (frame.full()) {
      line.append(one(frame.openings, random));
    }
    if (random.nextInt(3) > 0) {
      line.append(place).append(place.isEmpty() || random.nextBoolean() ? "" : "的");
    }
    line.append(thing).append(random.nextInt(3) == 0 ? "问题，" : "").append(trouble);
    int details = frame.full() ? 1 + random.nextInt(2) : random.nextInt(5) == 0 ? 1 : 0;
    for (int i = 0; i < details; i++) {
      line.append("，").append(one(subject.details, random));
    }
    if (frame.full()) {
      line.append(aside);
    }
    if (frame.full() && random.nextInt(3) == 0) {
      line.append("，").append(one(subject.things, random)).append(one(subject.troubles, random));
    }
    return line.append(frame.full() ? "。" + one(frame.closings, random) : "").toString();
  }

  private static String oneOff(Frame frame, Random random) {
    var line =
        rare(random)
            + one(ODD, random)
            + one(ODDITIES, random)
            + "，"
            + rare(random)
            + "，"
            + rare(random);
    return frame.full()
        ? one(frame.openings, random) + line + "。" + one(frame.closings, random)
        : line;
  }

  /** A word that hardly any other message has: any of the 3,755 usual characters. */
  private static String rare(Random random) {
    byte[] pair = new byte[6];
    for (int i = 0; i < pair.length; i += 2) {
      pair[i] = (byte) (0xB0 + random.nextInt(39));
      pair[i + 1] = (byte) (0xA1 + random.nextInt(94));
    }
    return new String(pair, java.nio.charset.Charset.forName("GB18030"));
  }

  private static String place(int places, Random random) {
    // A few places are named often, most rarely.
    var of = new Random((long) (places * Math.pow(random.nextDouble(), 2)));
    of.nextInt();
    return name(of) + one(of.nextInt(3) == 0 ? STREETS : ENDS, of);
  }

  private static String name(Random random) {
    return one(SYLLABLES, random)
        + one(SYLLABLES, random)
        + (random.nextInt(3) == 0 ? one(SYLLABLES, random) : "");
  }

  /** The largest subject is about fifteen times the smallest. */
  private static double[] longTail(int subjects, Random random) {
    double[] share = new double[subjects];
    for (int i = 0; i < subjects; i++) {
      share[i] = 1 / (1 + i * 15. / subjects);
    }
    for (int i = subjects - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double kept = share[i];
      share[i] = share[j];
      share[j] = kept;
    }
    double sum = Arrays.stream(share).sum();
    return Arrays.stream(share).map(s -> s / sum).toArray();
  }

  private static int pick(double[] share, Random random) {
    double dice = random.nextDouble();
    int pick = 0;
    while (pick < share.length - 1 && dice >= share[pick]) {
      dice -= share[pick++];
    }
    return pick;
  }

  private static String one(String[] of, Random random) {
    return of[random.nextInt(of.length)];
  }

  private static List<Subject> read(String name) {
    try (var in = Objects.requireNonNull(Generated.class.getResourceAsStream("/group/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(";"))
          .map(p -> new Subject(p[0], p[1].split(","), p[2].split(","), p[3].split(",")))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
