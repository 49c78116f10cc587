package org.yueyuetan.platform.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.DemoAccess;
import org.yueyuetan.platform.account.NewAccount;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.need.Direction;
import org.yueyuetan.platform.need.NeedDraft;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.opinion.OpinionDraft;
import org.yueyuetan.platform.opinion.Opinions;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.organization.OrganizationDraft;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.panel.Sortitions;
import org.yueyuetan.platform.panel.Substitutes;
import org.yueyuetan.platform.region.Regions;
import org.yueyuetan.platform.talk.Agenda;
import org.yueyuetan.platform.talk.AgendaDraft;
import org.yueyuetan.platform.talk.Answer;
import org.yueyuetan.platform.talk.Answers;
import org.yueyuetan.platform.talk.CommitmentDraft;
import org.yueyuetan.platform.talk.Commitments;
import org.yueyuetan.platform.talk.Convening;
import org.yueyuetan.platform.talk.FollowUp;
import org.yueyuetan.platform.talk.Guest;
import org.yueyuetan.platform.talk.Guests;
import org.yueyuetan.platform.talk.InvitationDraft;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.Planning;
import org.yueyuetan.platform.talk.Quorums;
import org.yueyuetan.platform.talk.StopDraft;
import org.yueyuetan.platform.talk.Stops;
import org.yueyuetan.platform.talk.TalkDraft;
import org.yueyuetan.platform.talk.Talks;
import org.yueyuetan.platform.theme.Designs;
import org.yueyuetan.platform.theme.ThemeDraft;
import org.yueyuetan.platform.theme.Themes;

/**
 * Loads the demo year once, in one transaction: what happened is put in the order of time and done
 * through the rooms' own use cases, each at its hour. A later start goes on from the last thing
 * that was done.
 */
final class DemoYear implements ApplicationRunner {

  /** Where the year stops and visitors take over. */
  private static final LocalDateTime TODAY = LocalDateTime.of(2021, 11, 24, 9, 0);

  private static final LocalTime STARTS_AT = LocalTime.of(9, 0);
  private static final int REPRESENTATIVES = 20;
  private static final int EVERYDAY_NEEDS = 26;
  private static final int THEME_NEEDS = 13;
  private static final int OTHER_CANDIDATES = 3;

  /** Handed in on the last day: the clerk's first task of the demo. */
  private static final int WAITING_NEEDS = 7;

  /** Something that happens at an hour. */
  private record Scene(Instant at, int order, Runnable what) {}

  private final Services on;
  private final DemoClock clock;
  private final LotteryScene lottery;
  private final Script script = Script.read();
  private final Random random = new Random(2021);
  private final PriorityQueue<Scene> scenes =
      new PriorityQueue<>(Comparator.comparing(Scene::at).thenComparingInt(Scene::order));

  private final Map<String, Long> organizations = new HashMap<>();
  private final Cast cast;
  private final CooperationYear cooperation;
  private final Map<Field, List<Long>> byField = new HashMap<>();
  private final Map<Long, String> placeOf = new HashMap<>();
  private final List<SignedIn> representatives = new ArrayList<>();
  private final Map<YearMonth, List<Long>> themeNeeds = new HashMap<>();
  private final Map<YearMonth, Map<Field, List<Long>>> otherNeeds = new HashMap<>();
  private final Map<YearMonth, Long> themes = new HashMap<>();
  private final Map<YearMonth, Long> talks = new HashMap<>();
  private SignedIn staff = SignedIn.visitor();

  /** The rooms that the year is told through. */
  record Services(
      Accounts accounts,
      Settings settings,
      DemoAccess access,
      Regions regions,
      Organizations organizations,
      Needs needs,
      Designs designs,
      Themes themes,
      Planning planning,
      Agenda agenda,
      Stops stops,
      Quorums quorums,
      Convening convening,
      Sortitions sortitions,
      Substitutes substitutes,
      Answers answers,
      Guests guests,
      Opinions opinions,
      Commitments commitments,
      FollowUp followUp,
      Talks talks,
      OpinionYear.Services opinionYear,
      DispositionYear.Services dispositionYear,
      PolicyYear.Services policyYear,
      CooperationYear.Services cooperationYear,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      @Value("${server.port:8080}") int port) {}

  DemoYear(Services on, DemoClock clock) {
    this.on = on;
    this.clock = clock;
    this.lottery = new LotteryScene(on.sortitions(), on.substitutes(), on.regions(), clock);
    this.cast = new Cast(on.accounts(), on.access(), organizations);
    this.cooperation = new CooperationYear(on.cooperationYear(), cast);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (on.accounts().none()) {
      on.transaction().executeWithoutResult(status -> load());
    }
    linksLeadHere();
    clock.set(lastDone().filter(at(TODAY)::isBefore).orElse(at(TODAY)));
  }

  /** Whoever starts the demo on another port opens its links too; an address set by hand stays. */
  private void linksLeadHere() {
    var address = on.settings().entry(Setting.PUBLIC_ADDRESS);
    if (address.value().startsWith("http://localhost:")) {
      on.settings()
          .change(Setting.PUBLIC_ADDRESS, "http://localhost:" + on.port(), address.version());
    }
  }

  private Optional<Instant> lastDone() {
    return on.jdbc()
        .sql("select max(at) from audit_entry")
        .query(java.sql.Timestamp.class)
        .optional()
        .map(java.sql.Timestamp::toInstant);
  }

  private void load() {
    say("Loading the demo year 2021 正在载入 2021 年演示数据 …");
    clock.set(at(LocalDateTime.of(2021, 3, 1, 9, 0)));
    settle();
    register();
    employ();
    script.talks().forEach(this::schedule);
    prepareNext();
    new OpinionYear(on.opinionYear(), this::put, this::talk).schedule(staff, days());
    new DispositionYear(on.dispositionYear(), this::put).schedule(staff, TODAY.toLocalDate());
    new PolicyYear(on.policyYear(), this::put, this::talk).schedule(staff);
    cooperation.schedule(staff, this::put, this::talk);
    var month = YearMonth.of(2021, 3);
    while (!scenes.isEmpty()) {
      var scene = scenes.poll();
      clock.set(scene.at());
      var now = YearMonth.from(scene.at().atZone(clock.getZone()));
      if (!now.equals(month)) {
        month = now;
        say("  " + month);
      }
      scene.what().run();
    }
    SecurityContextHolder.clearContext();
  }

  // --- before the first month ---

  private void settle() {
    on.settings().change(Setting.BUREAU_NAME, "聊城市民政局（演示）", 0);
    on.settings().change(Setting.CITY_NAME, "聊城市", 0);
    // The accounts are as old as the year: visitors should not meet an expired password.
    on.settings().change(Setting.PASSWORD_DAYS, "0", 0);
  }

  private void register() {
    say("  1,800 + " + script.named().size() + " organizations 社会组织");
    var drafts = new SampleRegistry(script, on.regions(), random).make();
    var ids = on.organizations().register(drafts);
    for (var i = 0; i < drafts.size(); i++) {
      OrganizationDraft draft = drafts.get(i);
      var id = ids.get(i);
      organizations.put(draft.name(), id);
      placeOf.put(id, draft.regionCode());
      draft
          .fields()
          .forEach(field -> byField.computeIfAbsent(field, f -> new ArrayList<>()).add(id));
    }
  }

  private void employ() {
    staff = employ("wang", "王样本", Rights.organizer());
    employ("zhao", "赵样本（东昌府区）", Rights.organizer("371502000000"));
    employ("auditor", "孙样本", Rights.only(Role.AUDITOR));
    employ("admin", "周样本", Rights.only(Role.SYSTEM_ADMIN));
    employ("security", "吴样本", Rights.only(Role.SECURITY_ADMIN));
    employ(
        "department",
        "郑样本",
        new Rights(Set.of(Role.DEPARTMENT), Optional.empty(), Optional.empty(), "市发展改革委（样例）"));
    represent("puxin", "陈样本（蒲心）", "聊城市蒲心社会工作服务中心");
    represent("jiayin", "高样本（佳音）", "聊城佳音社会工作服务中心");
    represent("weidianying", "林样本（微电影协会）", "聊城市微电影协会");
    represent("qilian", "何样本（企业联合会）", "聊城市企业联合会");
    var others =
        script.talks().stream()
            .flatMap(talk -> talk.invite().fields().stream())
            .distinct()
            .flatMap(field -> byField.getOrDefault(field, List.of()).stream().limit(3))
            .distinct()
            .limit(REPRESENTATIVES)
            .toList();
    for (var i = 0; i < others.size(); i++) {
      representatives.add(
          employ(
              "rep%02d".formatted(i + 1),
              "代表样本%02d".formatted(i + 1),
              Rights.representative(others.get(i))));
    }
  }

  private void represent(String username, String name, String organization) {
    representatives.add(employ(username, name, Rights.representative(organization(organization))));
  }

  private SignedIn employ(String username, String name, Rights rights) {
    var id =
        on.accounts()
            .create(new NewAccount(username, name, "", "", true), on.access().password(), true);
    on.accounts().grant(id, rights, null, 0);
    return on.accounts().signedIn(on.accounts().find(id).orElseThrow());
  }

  // --- one month ---

  private void schedule(Script.TalkScene talk) {
    var month = talk.month();
    collect(month, talk.needs(), talk.field(), talk.invite().fields(), -11, 14);
    var chosenOn = talk.day().minusDays(4);
    at(
        chosenOn.minusDays(3),
        9,
        () -> gather(month, talk.title(), talk.question(), talk.field(), chosenOn.minusDays(1)));
    at(chosenOn.minusDays(2), 10, () -> approve(month, 5));
    at(chosenOn, 9, () -> choose(month));
    at(chosenOn, 11, () -> plan(talk));
    at(chosenOn, 15, () -> convene(talk));
    at(talk.day().minusDays(3), 10, () -> answer(talk));
    at(talk.day(), 9, () -> arrive(talk));
    at(talk.day(), 12, () -> hold(talk));
    at(
        talk.day().plusDays(1),
        10,
        () -> Cast.as(staff, me -> on.followUp().begin(me, talk(month))));
    talk.commitments()
        .forEach(
            promise -> promise.kept().ifPresent(kept -> at(kept, 16, () -> keep(talk, promise))));
    if (talk.day().plusDays(8).isBefore(TODAY.toLocalDate())) {
      at(talk.day().plusDays(6), 10, () -> conclude(talk));
      at(
          talk.day().plusDays(8),
          10,
          () -> Cast.as(staff, me -> on.followUp().close(me, talk(month))));
    }
  }

  private void prepareNext() {
    var next = script.next();
    var month = next.month();
    collect(month, next.needs(), next.field(), List.of(next.field()), -13, 4);
    at(
        LocalDate.of(2021, 11, 23),
        15,
        () ->
            gather(month, next.title(), next.question(), next.field(), LocalDate.of(2021, 11, 30)));
    at(LocalDate.of(2021, 11, 23), 17, () -> approve(month, 12));
    for (var i = 0; i < WAITING_NEEDS; i++) {
      var wish = pick(script.everyday());
      var own = wish.field().orElse(Field.OTHER);
      var organization = pick(ofField(own));
      at(LocalDate.of(2021, 11, 23), 16, () -> state(organization, Direction.NEED, wish, own));
    }
  }

  /**
   * Needs and offers come in over {@code days} days from {@code first}, counted from the month's
   * first day.
   */
  private void collect(
      YearMonth month,
      List<Script.Wish> wishes,
      Field field,
      List<Field> fields,
      int first,
      int days) {
    for (var i = 0; i < THEME_NEEDS * wishes.size(); i++) {
      var wish = wishes.get(i % wishes.size());
      var organization = pick(ofField(pick(fields)));
      at(
          dayOf(month, first, days),
          9 + random.nextInt(8),
          () ->
              themeNeeds
                  .computeIfAbsent(month, m -> new ArrayList<>())
                  .add(state(organization, Direction.NEED, wish, field)));
    }
    for (var i = 0; i < EVERYDAY_NEEDS; i++) {
      var wish = pick(script.everyday());
      var own = wish.field().orElse(Field.OTHER);
      var organization = pick(ofField(own));
      at(
          dayOf(month, first, days),
          9 + random.nextInt(8),
          () ->
              otherNeeds
                  .computeIfAbsent(month, m -> new HashMap<>())
                  .computeIfAbsent(own, f -> new ArrayList<>())
                  .add(state(organization, Direction.NEED, wish, own)));
    }
    for (var i = 0; i < 3; i++) {
      var wish = pick(script.offers());
      var own = wish.field().orElse(Field.OTHER);
      var organization = pick(ofField(own));
      at(
          dayOf(month, first, days),
          9 + random.nextInt(8),
          () -> on.needs().accept(state(organization, Direction.OFFER, wish, own), staff));
    }
    at(month.atDay(1).plusDays(first + days), 8, () -> accept(month));
  }

  private LocalDate dayOf(YearMonth month, int first, int days) {
    return month.atDay(1).plusDays(first - 1L + random.nextInt(days));
  }

  private long state(long organization, Direction direction, Script.Wish pattern, Field field) {
    var wish = pattern.in(random.nextInt(100));
    var place = Objects.requireNonNull(placeOf.get(organization));
    var region = on.regions().find(place).orElseThrow().name();
    var draft =
        new NeedDraft(
            direction,
            random.nextInt(3) == 0 ? region + "：" + wish.title() : wish.title(),
            wish.text()
                .replace("{region}", region)
                .replace("{n}", String.valueOf(8 + random.nextInt(60))),
            wish.kind(),
            field,
            place,
            "",
            Optional.empty(),
            Optional.empty(),
            wish.quantity()
                .map(amount -> amount.multiply(BigDecimal.valueOf(1L + random.nextInt(3)))),
            wish.unit().orElse(""),
            random.nextInt(5) == 0 ? Visibility.ORGANIZATIONS : Visibility.PUBLIC);
    var id = new AtomicLong();
    Cast.as(
        staff,
        me -> {
          id.set(on.needs().stateSample(draft, organization, me));
          on.needs().submit(id.get(), me);
        });
    return id.get();
  }

  private void accept(YearMonth month) {
    var all = new ArrayList<>(themeNeeds.getOrDefault(month, List.of()));
    otherNeeds.getOrDefault(month, Map.of()).values().forEach(all::addAll);
    // One in fifty is not ours to settle; the latest few still wait on the clerk's desk.
    var declined = all.stream().filter(id -> id % 50 == 7).toList();
    Cast.as(
        staff,
        me -> {
          declined.forEach(id -> on.needs().decline(id, "该事项不属于月月谈议题范围，已建议向县级主管部门反映。", me));
          all.removeAll(declined);
          on.needs().acceptAll(all, me);
        });
    themeNeeds.getOrDefault(month, List.of()).removeAll(declined);
    otherNeeds.getOrDefault(month, Map.of()).values().forEach(ids -> ids.removeAll(declined));
    for (var me : representatives) {
      var id = pick(all);
      if (on.needs()
          .find(me, id)
          .filter(need -> need.organization() != me.organization().orElseThrow())
          .isPresent()) {
        Cast.as(me, who -> on.needs().support(id, who));
      }
    }
  }

  /**
   * Candidates come out of the groups that the needs fall into: those about the month's subject
   * make one, the largest others stand beside it.
   */
  private void gather(
      YearMonth month, String title, String question, Field field, LocalDate until) {
    Cast.as(
        staff,
        me -> {
          var groups = on.designs().run(month, (Scope.Region) me.scope()).groups();
          var subject = Set.copyOf(needsOf(month));
          var ours =
              groups.stream()
                  .filter(group ->
                      2 * group.free().stream().filter(subject::contains).count() > group.size())
                  .toList();
          themes.put(
              month,
              on.themes()
                  .gather(
                      month,
                      new ThemeDraft(title, question, field),
                      Stream.concat(
                              ours.stream().flatMap(group -> group.free().stream()),
                              cooperation.needs(month).stream())
                          .distinct()
                          .toList(),
                      me));
          groups.stream()
              .filter(group -> !ours.contains(group))
              .limit(OTHER_CANDIDATES)
              .forEach(group ->
                  on.themes()
                      .gather(
                          month,
                          new ThemeDraft(group.example().replaceFirst("^.+：", ""), "", Field.OTHER),
                          group.free(),
                          me));
          on.designs().run(month, (Scope.Region) me.scope());
          on.themes().open(month, until, on.themes().state(month).version(), me);
        });
  }

  private List<Long> needsOf(YearMonth month) {
    return themeNeeds.getOrDefault(month, List.of());
  }

  private void approve(YearMonth month, int abstain) {
    var candidates = on.themes().candidates(month);
    for (var me : representatives.subList(0, representatives.size() - abstain)) {
      var approved =
          candidates.stream()
              .filter(candidate -> random.nextInt(100) < (candidate.id() == theme(month) ? 64 : 34))
              .map(theme -> theme.id())
              .collect(Collectors.toSet());
      Cast.as(me, who -> on.themes().approve(month, approved, who));
    }
  }

  private void choose(YearMonth month) {
    Cast.as(
        staff,
        me -> {
          var follows =
              on.themes().proposal(month).filter(p -> p.theme() == theme(month)).isPresent();
          on.themes()
              .choose(
                  month,
                  theme(month),
                  follows ? "" : "这一主题与年度重点工作衔接，相关部门本月可以到会；规则建议的主题下月优先安排。",
                  on.themes().state(month).version(),
                  me);
        });
  }

  private void plan(Script.TalkScene scene) {
    var ends = Script.endOf(scene, STARTS_AT);
    Cast.as(
        staff,
        me -> {
          var talk =
              on.planning()
                  .plan(
                      new TalkDraft(
                          scene.month(),
                          Optional.empty(),
                          scene.title(),
                          scene.question(),
                          on.themes().chosen(scene.month()).map(theme -> theme.id()),
                          Set.copyOf(scene.forms()),
                          at(scene.day().atTime(STARTS_AT)),
                          at(scene.day().atTime(ends)),
                          scene.place(),
                          scene.address(),
                          scene.capacity(),
                          scene.host(),
                          true),
                      me);
          talks.put(scene.month(), talk);
          on.quorums().set(talk, scene.quorum(), me);
          for (var item : scene.agenda()) {
            on.agenda()
                .add(
                    talk,
                    new AgendaDraft(
                        item.get(0), item.get(1), Integer.parseInt(item.get(2)), item.size() > 3),
                    me);
          }
          for (var stop : scene.stops().orElse(List.of())) {
            on.stops()
                .add(
                    talk,
                    new StopDraft(
                        stop.get(0),
                        stop.get(1),
                        Optional.of(LocalTime.parse(stop.get(2))),
                        Integer.parseInt(stop.get(3)),
                        ""),
                    me);
          }
        });
  }

  private void convene(Script.TalkScene scene) {
    var talk = talk(scene.month());
    Cast.as(
        staff,
        me -> {
          var called = called(scene);
          if (scene.month().equals(LotteryScene.MONTH)) {
            lottery.draw(talk, called.size(), promising(scene), me);
          } else {
            on.convening().list(talk, called, me);
          }
          for (var guest : scene.guests().orElse(List.of())) {
            on.convening()
                .add(
                    talk,
                    new InvitationDraft(guest.get(1), Party.valueOf(guest.get(0)), "", "", ""),
                    me);
          }
          on.convening().send(talk, at(scene.day().minusDays(2).atTime(17, 0)), me);
        });
  }

  /** Those who will promise something have to be there. */
  private List<Long> promising(Script.TalkScene scene) {
    return scene.commitments().stream().map(promise -> organization(promise.who())).toList();
  }

  /**
   * Those the talk is about: the named bodies that have a part in it, then others of its fields.
   */
  private List<Long> called(Script.TalkScene scene) {
    var named =
        Stream.concat(
                scene.commitments().stream().map(Script.Promise::who),
                script.named().stream()
                    .filter(
                        body -> body.fields().stream().anyMatch(scene.invite().fields()::contains))
                    .map(Script.Named::name))
            .map(organizations::get)
            .filter(Objects::nonNull);
    var cooperating =
        scene.month().equals(CooperationYear.MONTH)
            ? cooperation.participants().stream().map(cast::organization)
            : Stream.<Long>empty();
    var reached = representatives.stream().flatMap(me -> me.organization().stream()).limit(12);
    var others = new ArrayList<Long>();
    for (var i = 0; i < scene.invite().count(); i++) {
      others.add(pick(ofField(pick(scene.invite().fields()))));
    }
    return Stream.of(named, cooperating, reached, others.stream())
        .flatMap(ids -> ids)
        .distinct()
        .limit(scene.invite().count())
        .toList();
  }

  private void answer(Script.TalkScene scene) {
    var talk = talk(scene.month());
    Cast.as(
        staff,
        me -> {
          for (var guest : on.guests().list(me, talk, "")) {
            var dice = random.nextInt(100);
            if (dice < 76 || guest.party() != Party.AGENCY) {
              on.answers().onBehalf(talk, guest.id(), Answer.yes(person(), ""), me);
            } else if (dice < 82) {
              on.answers()
                  .onBehalf(talk, guest.id(), Answer.substitute(person(), "0635-0000000"), me);
            } else if (dice < 93) {
              on.answers().onBehalf(talk, guest.id(), Answer.no("当日另有安排"), me);
            }
          }
          if (scene.month().equals(LotteryScene.MONTH) && lottery.substitute(talk, me) > 0) {
            on.convening().send(talk, at(scene.day().minusDays(1).atTime(17, 0)), me);
            on.guests().list(me, talk, "").stream()
                .filter(guest -> guest.status() == InvitationStatus.INVITED)
                .forEach(
                    guest -> on.answers().onBehalf(talk, guest.id(), Answer.yes(person(), ""), me));
          }
        });
  }

  private void arrive(Script.TalkScene scene) {
    var talk = talk(scene.month());
    var most = scene.invite().attend().orElse(Integer.MAX_VALUE);
    Cast.as(
        staff,
        me ->
            on.guests().list(me, talk, "").stream()
                .filter(guest -> guest.status().saidYes())
                .filter(guest -> scene.invite().attend().isPresent() || random.nextInt(100) < 94)
                .limit(most)
                .forEach(guest -> on.guests().tick(me, talk, guest.id())));
  }

  private void hold(Script.TalkScene scene) {
    var talk = talk(scene.month());
    Cast.as(
        staff,
        me -> {
          var present = on.guests().list(me, talk, "").stream().filter(Guest::isPresent).toList();
          var questions = on.agenda().questions(talk);
          for (var opinion : scene.opinions()) {
            var party = Party.valueOf(opinion.get(0));
            var speaker =
                present.stream()
                    .filter(guest -> guest.party() == party)
                    .skip(random.nextInt(3))
                    .findFirst();
            on.opinions()
                .record(
                    me,
                    talk,
                    new OpinionDraft(
                        opinion.get(1),
                        opinion.size() > 2
                            ? Optional.of(questions.get(Integer.parseInt(opinion.get(2)) - 1).id())
                            : Optional.empty(),
                        speaker.map(Guest::id),
                        speaker.isPresent() ? "" : "现场代表",
                        party,
                        random.nextInt(3) > 0));
          }
          for (var promise : scene.commitments()) {
            var guest =
                present.stream().filter(one -> one.unit().equals(promise.who())).findFirst();
            on.commitments()
                .make(
                    me,
                    talk,
                    new CommitmentDraft(
                        promise.what(),
                        guest.map(Guest::id),
                        guest.isPresent() ? "" : promise.who(),
                        "",
                        promise.due()));
          }
          on.followUp()
              .hold(me, talk, on.guests().presence(talk).hasQuorum() ? "" : "个别方代表临时请假，按实际到会情况召开。");
          on.followUp()
              .writeMinutes(
                  me,
                  talk,
                  on.talks().find(me.scope(), talk).orElseThrow().version(),
                  scene.minutes());
        });
  }

  private void keep(Script.TalkScene scene, Script.Promise promise) {
    Cast.as(
        staff,
        me ->
            on.commitments().ofTalk(me.scope(), talk(scene.month())).stream()
                .filter(commitment -> commitment.what().equals(promise.what()))
                .forEach(commitment ->
                    on.commitments()
                        .keep(
                            me,
                            commitment.id(),
                            commitment.version(),
                            promise.report().orElse("已完成。"))));
  }

  private void conclude(Script.TalkScene scene) {
    Cast.as(
        staff,
        me -> {
          var talk = on.talks().find(me.scope(), talk(scene.month())).orElseThrow();
          var answers =
              on.followUp().needsOf(talk).stream()
                  .collect(
                      Collectors.toMap(
                          FollowUp.NeedToAnswer::need,
                          need ->
                              "您提出的需求已在第%d次月月谈上讨论。%s"
                                  .formatted(talk.number(), scene.conclusion())));
          on.followUp().conclude(me, talk.id(), talk.version(), scene.conclusion(), answers);
        });
  }

  // --- telling ---

  private void at(LocalDate day, int hour, Runnable what) {
    scenes.add(new Scene(at(day.atTime(hour, random.nextInt(50))), scenes.size(), what));
  }

  private void put(LocalDateTime when, Runnable what) {
    scenes.add(new Scene(at(when), scenes.size(), what));
  }

  private Map<YearMonth, LocalDate> days() {
    return script.talks().stream()
        .collect(Collectors.toMap(Script.TalkScene::month, Script.TalkScene::day));
  }

  private Instant at(LocalDateTime local) {
    return local.atZone(clock.getZone()).toInstant();
  }

  private long theme(YearMonth month) {
    return Objects.requireNonNull(themes.get(month));
  }

  private long talk(YearMonth month) {
    return Objects.requireNonNull(talks.get(month));
  }

  private long organization(String name) {
    return Objects.requireNonNull(organizations.get(name), name);
  }

  private List<Long> ofField(Field field) {
    return Objects.requireNonNull(byField.get(field), field.name());
  }

  private String person() {
    return pick(script.names().surname()) + pick(script.names().given());
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
