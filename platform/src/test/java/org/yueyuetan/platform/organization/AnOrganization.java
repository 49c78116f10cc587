package org.yueyuetan.platform.organization;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Builds drafts for tests: a valid social-work agency of Dongchangfu, changed where the test cares.
 */
public final class AnOrganization {

  private String name = "东昌府区样例社会工作服务中心";
  private Kind kind = Kind.SERVICE_AGENCY;
  private int serial = 1;
  private String region = "371502000000";
  private Level level = Level.COUNTY;
  private Set<Field> fields = Set.of(Field.SOCIAL_WORK);
  private String introduction = "";
  private List<Contact> contacts =
      List.of(new Contact("张样例", "主任", "13812345678", "zhang@example.org"));

  private AnOrganization() {}

  public static AnOrganization named(String name) {
    var organization = new AnOrganization();
    organization.name = name;
    organization.serial = Math.floorMod(name.hashCode(), 100_000);
    return organization;
  }

  public AnOrganization kind(Kind newKind) {
    kind = newKind;
    return this;
  }

  public AnOrganization serial(int newSerial) {
    serial = newSerial;
    return this;
  }

  public AnOrganization in(String regionCode) {
    region = regionCode;
    return this;
  }

  public AnOrganization level(Level newLevel) {
    level = newLevel;
    return this;
  }

  public AnOrganization fields(Field... newFields) {
    fields = Set.of(newFields);
    return this;
  }

  public AnOrganization introduced(String newIntroduction) {
    introduction = newIntroduction;
    return this;
  }

  public AnOrganization contacts(Contact... newContacts) {
    contacts = List.of(newContacts);
    return this;
  }

  public OrganizationDraft draft() {
    return new OrganizationDraft(
        name,
        kind,
        kind.codeRequired()
            ? Optional.of(CreditCode.sample(kind, "371500", serial))
            : Optional.empty(),
        region,
        level,
        fields,
        "聊城市民政局",
        PartyType.NONE,
        Optional.of(12),
        introduction,
        contacts,
        true);
  }
}
