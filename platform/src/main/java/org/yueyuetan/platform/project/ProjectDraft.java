package org.yueyuetan.platform.project;

import java.time.LocalDate;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.region.Region;
import org.yueyuetan.platform.region.Regions;

/** What an organization writes down of a project, apart from the things that it needs. */
public record ProjectDraft(
    Optional<Long> need,
    String title,
    String goal,
    String beneficiaries,
    Optional<Integer> served,
    Field field,
    String region,
    String place,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Visibility visibility) {

  public static final int TITLE = 60;
  public static final int GOAL = 2000;
  public static final int BENEFICIARIES = 100;

  private static final int MOST_SERVED = 10_000_000;

  /** Reads a project; while it is {@code unfinished}, what is left out may be added later. */
  public static ProjectDraft read(Form form, boolean unfinished, Regions regions) {
    var from = form.date("from");
    var until = form.date("until");
    if (!unfinished) {
      form.need("from", from, LocalDate.EPOCH);
      form.need("until", until, LocalDate.EPOCH);
    }
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      form.reject("until", "project.fault.order", from.get().toString(), until.get().toString());
    }
    return new ProjectDraft(
        form.id("need"),
        form.required("subject", TITLE).replaceAll("\\s+", " "),
        unfinished ? form.text("goal", GOAL) : form.required("goal", GOAL),
        unfinished
            ? form.text("beneficiaries", BENEFICIARIES)
            : form.required("beneficiaries", BENEFICIARIES),
        form.whole("served", 1, MOST_SERVED),
        form.need("field", form.choice("field", Field.class), Field.OTHER),
        region(form, regions),
        form.text("place", 100),
        from,
        until,
        form.need("visibility", form.choice("visibility", Visibility.class), Visibility.STAFF));
  }

  static String region(Form form, Regions regions) {
    var typed = form.required("region", 60);
    if (typed.isEmpty()) {
      return "";
    }
    var found = regions.byName(typed);
    if (found.isEmpty()) {
      form.reject("region", "project.fault.region", typed);
    }
    return found.map(Region::code).orElse("");
  }
}
