package org.yueyuetan.platform.organization;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.region.Region;
import org.yueyuetan.platform.region.Regions;

/** What is stated about an organization, on the page or in a row of an imported ledger. */
public record OrganizationDraft(
    String name,
    Kind kind,
    Optional<CreditCode> creditCode,
    String regionCode,
    Level level,
    Set<Field> fields,
    String competentUnit,
    PartyType partyType,
    Optional<Integer> members,
    String introduction,
    List<Contact> contacts,
    boolean sample) {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_INTRODUCTION = 2000;
  private static final Set<String> YES = Set.of("是", "有", "√", "y", "yes", "true", "1", "on");

  public OrganizationDraft {
    fields = Set.copyOf(fields);
    contacts = List.copyOf(contacts);
  }

  public static OrganizationDraft read(Form form, Regions regions) {
    var name = form.required("name", LONGEST_NAME);
    var kind = form.need("kind", form.choice("kind", Kind.class), Kind.SOCIAL_GROUP);
    var creditCode = readCode(form, kind);
    var region = readRegion(form, regions);
    var fields = form.choices("fields", Field.class);
    if (fields.isEmpty() && form.fault("fields").isEmpty()) {
      form.reject("fields", "organization.fields.none");
    }
    return new OrganizationDraft(
        name,
        kind,
        creditCode,
        region.map(Region::code).orElse(""),
        form.choice("level", Level.class).or(() -> region.map(Level::of)).orElse(Level.CITY),
        Set.copyOf(fields),
        form.text("competentUnit", 80),
        form.choice("partyType", PartyType.class).orElse(PartyType.NONE),
        form.whole("members", 0, 1_000_000),
        readIntroduction(form),
        Contact.read(form),
        YES.contains(form.typed("sample").toLowerCase(Locale.ROOT)));
  }

  /** The same organization with another introduction and other contacts. */
  OrganizationDraft presented(String newIntroduction, List<Contact> newContacts) {
    return new OrganizationDraft(
        name,
        kind,
        creditCode,
        regionCode,
        level,
        fields,
        competentUnit,
        partyType,
        members,
        newIntroduction,
        newContacts,
        sample);
  }

  static String readIntroduction(Form form) {
    return form.text("introduction", LONGEST_INTRODUCTION);
  }

  private static Optional<Region> readRegion(Form form, Regions regions) {
    var typed = form.required("region", 60);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    var region = regions.byName(typed).filter(found -> found.level() != Region.Level.PROVINCE);
    if (region.isEmpty()) {
      form.reject("region", "region.unknown", typed);
    }
    return region;
  }

  private static Optional<CreditCode> readCode(Form form, Kind kind) {
    if (form.typed("creditCode").isEmpty()) {
      if (kind.codeRequired() && form.fault("kind").isEmpty()) {
        form.reject("creditCode", "organization.creditCode.required");
      }
      return Optional.empty();
    }
    var code = CreditCode.read(form, "creditCode");
    if (form.fault("kind").isEmpty() && code.isPresent() && !kind.agreesWith(code.get())) {
      form.reject("creditCode", "organization.creditCode.kind", code.get().text().substring(0, 2));
    }
    return code;
  }
}
