package org.yueyuetan.engine.suggest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Projects and providers made up for tests: to every project one provider is planted who speaks of
 * the same matter.
 */
record Market(List<Wanted> wanted, List<Given> given) {

  private static final LocalDate SPRING = LocalDate.of(2026, 3, 1);

  private static final String[] MATTERS = {
    "短片 拍摄 剪辑", "养老 护理 照料", "儿童 陪读 课后", "法律 咨询 调解", "心理 疏导 陪伴", "非遗 剪纸 传承",
    "义诊 体检 健康", "垃圾 分类 宣传", "助残 康复 器材", "农技 种植 指导", "书法 绘画 展览", "消防 演练 安全",
    "就业 技能 培训", "红色 故事 宣讲", "食堂 助餐 送餐", "义剪 理发 上门", "英语 支教 课堂", "电商 直播 带货",
    "档案 整理 录入", "舞蹈 合唱 排练"
  };

  private static final String[] PLACES = {
    "柳园", "新区", "古楼", "道口铺", "闫寺", "凤凰", "北城", "湖西", "蒋官屯", "许营", "朱老庄", "于集", "沙镇", "堂邑"
  };

  private static final String[] DISTRICTS = {"371502", "371503", "371521", "371522", "371523", ""};
  private static final String[] FIELDS = {
    "COMMUNITY", "ELDERLY", "CHILDREN", "CULTURE", "LEGAL", ""
  };
  private static final String[] KINDS = {"SERVICE", "PEOPLE", "VENUE", "GOODS", "MONEY"};

  static Market of(int projects, int providers, long seed) {
    var random = new Random(seed);
    var wanted = new ArrayList<Wanted>();
    var given = new ArrayList<Given>();
    for (int i = 0; i < projects; i++) {
      wanted.add(project(i, random));
    }
    for (int j = 0; j < providers; j++) {
      given.add(j < projects ? planted(wanted.get(j), j, random) : provider(j, random));
    }
    return new Market(wanted, given);
  }

  private static Wanted project(int i, Random random) {
    long amount = 2L + random.nextInt(20);
    var kind = some(KINDS, random);
    return new Wanted(
        "p" + i,
        "在%s社区开展%s服务，面向居民，解决%s方面的困难，希望有单位参与%s。"
            .formatted(
                some(PLACES, random), matter(i).replace(' ', '、'), matter(i), some(PLACES, random)),
        some(FIELDS, random),
        some(DISTRICTS, random),
        span(random),
        List.of(new Part("i" + i, kind, amount, 1 + random.nextInt((int) amount), "次")));
  }

  private static Given planted(Wanted project, int j, Random random) {
    return new Given(
        "g" + j,
        "我们长期从事%s，可以为社区提供支持。".formatted(matter(j).replace(' ', '、')),
        project.field(),
        project.district(),
        project.span(),
        project.parts().getFirst().kind(),
        project.parts().getFirst().amount() + random.nextInt(5),
        "次");
  }

  private static Given provider(int j, Random random) {
    return new Given(
        "g" + j,
        "本单位有%s的经验，可在%s提供帮助。".formatted(some(MATTERS, random), some(PLACES, random)),
        some(FIELDS, random),
        some(DISTRICTS, random),
        span(random),
        some(KINDS, random),
        1 + random.nextInt(20),
        "次");
  }

  private static String matter(int i) {
    return MATTERS[i % MATTERS.length] + " " + PLACES[i / MATTERS.length % PLACES.length];
  }

  private static Span span(Random random) {
    var from = SPRING.plusDays(random.nextInt(120));
    return new Span(from, from.plusDays(30 + random.nextInt(200)));
  }

  private static String some(String[] of, Random random) {
    return of[random.nextInt(of.length)];
  }
}
