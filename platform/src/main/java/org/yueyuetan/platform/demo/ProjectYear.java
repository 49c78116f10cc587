package org.yueyuetan.platform.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.need.Direction;
import org.yueyuetan.platform.need.NeedDraft;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.project.Item;
import org.yueyuetan.platform.project.ItemDraft;
import org.yueyuetan.platform.project.ProjectDraft;
import org.yueyuetan.platform.project.Projects;
import org.yueyuetan.platform.project.ProvisionDraft;
import org.yueyuetan.platform.project.Provisions;
import org.yueyuetan.platform.region.Regions;

/** Needs grow into projects that are established; others state what they give. */
final class ProjectYear {

  private static final LocalDate STATED = LocalDate.of(2021, 10, 26);
  private static final LocalDate ACCEPTED = LocalDate.of(2021, 10, 29);
  private static final String CITY = "371500000000";
  private static final LocalDate GIVEN_UNTIL = LocalDate.of(2022, 12, 31);

  /** The rooms that this part is told through. */
  record Services(Needs needs, Projects projects, Provisions provisions, Regions regions) {}

  private final Services on;
  private final Cast cast;
  private final Timetable timetable;
  private final ToLongFunction<YearMonth> talks;
  private final List<Long> stated;
  private final Map<String, Long> needs = new HashMap<>();
  private final Map<String, Long> projects = new HashMap<>();
  private final Map<String, Item> items = new HashMap<>();
  private final Map<String, Long> provisions = new HashMap<>();

  /**
   * @param stated to be filled with needs as they are stated
   */
  ProjectYear(
      Services on,
      Cast cast,
      Timetable timetable,
      ToLongFunction<YearMonth> talks,
      List<Long> stated) {
    this.on = on;
    this.cast = cast;
    this.timetable = timetable;
    this.talks = talks;
    this.stated = stated;
  }

  // --- for those who go on from here ---

  long project(String title) {
    return Objects.requireNonNull(projects.get(title), title);
  }

  Item item(String title) {
    return Objects.requireNonNull(items.get(title), title);
  }

  long provision(String title) {
    return Objects.requireNonNull(provisions.get(title), title);
  }

  // --- the year ---

  void schedule(List<Cooperation.Plan> plans, List<Cooperation.Gift> gifts, SignedIn staff) {
    for (var plan : plans) {
      plan.need()
          .ifPresent(wish ->
              timetable.at(
                  STATED.atTime(10, 20), () -> cast.as(plan.who(), me -> state(plan, wish, me))));
      timetable.at(
          plan.submitted().atTime(14, 30), () -> cast.as(plan.who(), me -> write(plan, me)));
      plan.established()
          .ifPresent(day ->
              timetable.at(day.atTime(11, 30), () -> Cast.as(staff, me -> establish(plan, me))));
    }
    for (var gift : gifts) {
      gift.offer()
          .ifPresent(title ->
              timetable.at(
                  STATED.atTime(15, 10), () -> cast.as(gift.who(), me -> state(gift, title, me))));
      timetable.at(gift.offered().atTime(16, 0), () -> cast.as(gift.who(), me -> give(gift, me)));
    }
    timetable.at(
        ACCEPTED.atTime(9, 0),
        () -> Cast.as(staff, me -> on.needs().acceptAll(needs.values(), me)));
  }

  private void state(Cooperation.Plan plan, Cooperation.Wish wish, SignedIn me) {
    state(
        Direction.NEED,
        wish,
        plan.field(),
        on.regions().byName(plan.region()).orElseThrow().code(),
        me);
  }

  private void state(Cooperation.Gift gift, String title, SignedIn me) {
    var kind = org.yueyuetan.platform.need.Kind.valueOf(gift.kind().name());
    state(Direction.OFFER, new Cooperation.Wish(kind, title, gift.text()), gift.field(), CITY, me);
  }

  private void state(
      Direction direction, Cooperation.Wish wish, Field field, String region, SignedIn me) {
    var draft =
        new NeedDraft(
            direction,
            wish.title(),
            wish.text(),
            wish.kind(),
            field,
            region,
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            Visibility.PUBLIC);
    var id = on.needs().stateSample(draft, me.organization().orElseThrow(), me);
    on.needs().submit(id, me);
    needs.put(wish.title(), id);
    if (direction == Direction.NEED) {
      stated.add(id);
    }
  }

  private void write(Cooperation.Plan plan, SignedIn me) {
    var draft =
        new ProjectDraft(
            plan.need().map(wish -> Objects.requireNonNull(needs.get(wish.title()))),
            plan.title(),
            plan.goal(),
            plan.beneficiaries(),
            Optional.of(plan.served()),
            plan.field(),
            on.regions().byName(plan.region()).orElseThrow().code(),
            plan.place(),
            Optional.of(plan.from()),
            Optional.of(plan.until()),
            Visibility.PUBLIC);
    var id = on.projects().stateSample(draft, me.organization().orElseThrow(), me);
    var version = 0;
    for (var thing : plan.items()) {
      on.projects()
          .addItem(
              id,
              new ItemDraft(
                  thing.kind(), thing.title(), thing.quantity(), thing.unit(), thing.lot()),
              version++,
              me);
    }
    on.projects().submit(id, version, me);
    projects.put(plan.title(), id);
    on.projects().items(List.of(id)).values().stream()
        .flatMap(List::stream)
        .forEach(item -> items.put(item.title(), item));
  }

  private void establish(Cooperation.Plan plan, SignedIn staff) {
    var id = project(plan.title());
    on.projects()
        .establish(
            id,
            plan.talk().map(talks::applyAsLong),
            on.projects().find(staff, id).orElseThrow().version(),
            staff);
  }

  private void give(Cooperation.Gift gift, SignedIn me) {
    var draft =
        new ProvisionDraft(
            gift.offer().map(title -> Objects.requireNonNull(needs.get(title))),
            gift.kind(),
            gift.title(),
            gift.text(),
            gift.quantity(),
            gift.unit(),
            gift.field(),
            CITY,
            Optional.of(gift.offered()),
            Optional.of(GIVEN_UNTIL),
            Visibility.PUBLIC);
    provisions.put(
        gift.title(), on.provisions().offerSample(draft, me.organization().orElseThrow(), me));
  }
}
