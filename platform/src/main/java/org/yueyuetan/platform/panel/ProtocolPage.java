package org.yueyuetan.platform.panel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.Talks;

/** Puts together what the protocol page shows. */
@Component
class ProtocolPage {

  private final Sortitions sortitions;
  private final Substitutes substitutes;
  private final HandChanges byHand;
  private final TalkList list;
  private final Talks talks;
  private final Wording wording;
  private final Organizations organizations;

  ProtocolPage(
      Sortitions sortitions,
      Substitutes substitutes,
      HandChanges byHand,
      TalkList list,
      Talks talks,
      Wording wording,
      Organizations organizations) {
    this.sortitions = sortitions;
    this.substitutes = substitutes;
    this.byHand = byHand;
    this.list = list;
    this.talks = talks;
    this.wording = wording;
    this.organizations = organizations;
  }

  /**
   * @param reasonMissing whether somebody changed the list elsewhere without one
   */
  ModelAndView of(
      Talk talk,
      SignedIn me,
      Form form,
      boolean reasonMissing,
      Optional<List<Check>> checks,
      HttpStatus status) {
    var stored = sortitions.of(talk);
    var mayRun = talks.mayRun(me, talk) && sortitions.mayChangeList(talk);
    var model = new HashMap<String, Object>();
    model.put("talk", talk);
    model.put("sortition", stored.filter(each -> each.status() != SortitionStatus.PREPARING));
    model.put("form", form);
    model.put("reasonMissing", reasonMissing);
    model.put("checks", checks);
    model.put("districts", wording.districtNames());
    model.put("mayRun", mayRun);
    model.put("open", talks.find(me.scope(), talk.id()).isPresent());
    var called = list.of(talk.id());
    model.put("guests", called.stream().filter(each -> each.organization().isEmpty()).count());
    model.put("listed", mayRun ? units(called) : Map.of());
    var chances = stored.flatMap(Sortition::fixed).map(ProtocolPage::chances).orElse(Map.of());
    var names =
        stored.flatMap(Sortition::fixed).map(each -> each.snapshot().names()).orElse(Map.of());
    model.put(
        "histogram", Histogram.of(chances.values().stream().filter(chance -> chance < 1).toList()));
    model.put("groups", Preview.groups(chances, names));
    model.put("own", me.organization().flatMap(own -> Optional.ofNullable(chances.get(own))));
    var opened = stored.flatMap(Sortition::opened);
    model.put("seats", opened.map(each -> seats(each, names, chances)).orElse(List.of()));
    model.put(
        "missing",
        stored
            .filter(each -> each.opened().isPresent())
            .map(each -> substitutes.missing(each).size())
            .orElse(0));
    var abandoned = sortitions.abandoned(talk);
    model.put("abandoned", abandoned);
    var changes = new HashMap<Long, List<ByHand>>();
    stored.ifPresent(each -> changes.put(each.id(), changes(each)));
    abandoned.forEach(each -> changes.put(each.id(), changes(each)));
    model.put("changes", changes);
    var view = new ModelAndView("panel/protocol", model);
    view.setStatus(status);
    return view;
  }

  /** Who can be struck, by invitation. */
  private static Map<Long, String> units(List<TalkList.Called> called) {
    var units = new LinkedHashMap<Long, String>();
    called.forEach(each -> units.put(each.invitation(), each.unit()));
    return units;
  }

  private static Map<Long, Double> chances(Sortition.Fixed fixed) {
    var chances = new LinkedHashMap<Long, Double>();
    Snapshot.read(fixed.chances())
        .rows()
        .forEach(row -> chances.put(Long.valueOf(row.cell(0)), Double.valueOf(row.cell(2))));
    return chances;
  }

  /** Everybody who was ever drawn, by round. */
  private static List<Seat> seats(
      Sortition.Opened opened, Map<Long, String> names, Map<Long, Double> chances) {
    var current = opened.last().seated();
    var seats = new LinkedHashMap<Long, Seat>();
    for (var round : opened.rounds()) {
      for (var id : round.seated()) {
        seats.putIfAbsent(
            id,
            new Seat(
                id,
                names.getOrDefault(id, ""),
                round.number(),
                !current.contains(id),
                chances.getOrDefault(id, 0.)));
      }
    }
    return List.copyOf(seats.values());
  }

  private List<ByHand> changes(Sortition sortition) {
    var changes = byHand.of(sortition);
    var names =
        organizations.names(
            changes.stream().flatMap(each -> each.organization().stream()).toList());
    return changes.stream()
        .map(each ->
            new ByHand(
                each,
                each.organization().map(id -> names.getOrDefault(id, "")).orElse(""),
                wording.valueWord(Feature.DISTRICT, each.office())))
        .toList();
  }
}
