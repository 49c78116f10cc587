package org.yueyuetan.platform.panel;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.organization.Kind;
import org.yueyuetan.platform.organization.Level;

/**
 * From whom and how a panel is to be drawn. Two plans are equal when they say the same, in whatever
 * order quotas and organizations were typed.
 *
 * @param region code of a division; its whole subtree is the pool, empty for all
 * @param memory whoever was invited less often in the past year comes first
 * @param musts organizations to invite in any case
 */
public record Plan(
    int seats,
    String region,
    Optional<Kind> kind,
    Optional<Level> level,
    Optional<Field> field,
    Relevance relevance,
    boolean memory,
    List<Allotment> allotments,
    List<Long> musts) {

  static final int MOST_SEATS = 500;

  public Plan {
    allotments =
        allotments.stream()
            .sorted(comparing(Allotment::feature).thenComparing(Allotment::value))
            .toList();
    musts = musts.stream().sorted().distinct().toList();
  }

  /** A first proposal. */
  static Plan of(int seats) {
    return new Plan(
        seats,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Relevance.MODERATE,
        true,
        List.of(),
        List.of());
  }

  /**
   * @param values of each feature
   * @param named an organization by its name
   */
  static Plan read(
      Form form, Map<Feature, List<String>> values, Function<String, Optional<Long>> named) {
    var seats = form.need("seats", form.whole("seats", 1, MOST_SEATS), 1);
    return new Plan(
        seats,
        region(form, values),
        form.choice("kind", Kind.class),
        form.choice("level", Level.class),
        form.choice("field", Field.class),
        form.choice("relevance", Relevance.class).orElse(Relevance.NONE),
        form.ticked("memory"),
        allotments(form, values, seats),
        musts(form, named));
  }

  private static String region(Form form, Map<Feature, List<String>> values) {
    var typed = form.typed("region");
    if (!typed.isEmpty() && !values.getOrDefault(Feature.DISTRICT, List.of()).contains(typed)) {
      form.reject("region", "form.choice", typed);
      return "";
    }
    return typed;
  }

  private static List<Allotment> allotments(
      Form form, Map<Feature, List<String>> values, int seats) {
    var read = new ArrayList<Allotment>();
    values.forEach((feature, all) -> {
      for (var value : all) {
        var least = form.whole(least(feature, value), 0, MOST_SEATS);
        var most = form.whole(most(feature, value), 0, MOST_SEATS);
        if (least.isEmpty() && most.isEmpty()) {
          continue;
        }
        if (most.isPresent() && least.orElse(0) > most.get()) {
          form.reject(most(feature, value), "panel.fault.mostBelowLeast");
        } else {
          read.add(
              new Allotment(
                  feature, value, least.orElse(0), most.orElse(Math.max(seats, least.orElse(0)))));
        }
      }
    });
    return read;
  }

  private static List<Long> musts(Form form, Function<String, Optional<Long>> named) {
    var found = new ArrayList<Long>();
    var text = form.text("musts", 4_000);
    for (var line : text.split("[\\n;；]")) {
      var name = line.strip();
      if (!name.isEmpty()) {
        named
            .apply(name)
            .ifPresentOrElse(
                found::add, () -> form.reject("musts", "panel.fault.nobodyNamed", name));
      }
    }
    return found;
  }

  /** The plan as typed, with the names of those to invite in any case. */
  Map<String, Object> typed(Map<Long, String> names) {
    var typed = new LinkedHashMap<String, Object>();
    typed.put("seats", seats);
    typed.put("region", region);
    typed.put("kind", kind);
    typed.put("level", level);
    typed.put("field", field);
    typed.put("relevance", relevance);
    if (memory) {
      typed.put("memory", "on");
    }
    for (var each : allotments) {
      typed.put(least(each.feature(), each.value()), each.least());
      typed.put(most(each.feature(), each.value()), each.most());
    }
    typed.put(
        "musts", String.join("\n", musts.stream().map(id -> names.getOrDefault(id, "")).toList()));
    return typed;
  }

  Plan with(List<Allotment> changed) {
    return new Plan(seats, region, kind, level, field, relevance, memory, changed, musts);
  }

  /** Name of the field of a form. */
  public static String least(Feature feature, String value) {
    return "least-" + feature + "-" + value;
  }

  public static String most(Feature feature, String value) {
    return "most-" + feature + "-" + value;
  }
}
