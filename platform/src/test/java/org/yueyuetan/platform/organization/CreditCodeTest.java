package org.yueyuetan.platform.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.yueyuetan.platform.form.Fault;
import org.yueyuetan.platform.form.Form;

class CreditCodeTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @Example
  void publishedCodesAreAccepted() {
    for (var code :
        List.of(
            "51100000500009247D",
            "51100000500012681T",
            "53100000500019795A",
            "53100000500021676K",
            "51370000MJD6217311",
            "51100000500002862F",
            "53100000500009167K",
            "51371500MJD0000117",
            "52371500MJD0000114",
            "53371500MJD0000111",
            "51371500MJE999015P",
            "52371500MJE999015L",
            "53371500MJE999015H")) {
      assertThat(CreditCode.of(code)).as(code).isPresent();
      assertThat(new CreditCode(code).innerCheckHolds()).as(code).isTrue();
    }
    assertThat(CreditCode.of("91350100M000100Y43"))
        .as("worked case of the standard: 3")
        .isPresent();
  }

  @Example
  void wrongCodesAreRefusedAndToldWhere() {
    assertThat(faultOf("91350100M000100Y4Z"))
        .isEqualTo(new Fault("code", "organization.creditCode.character", List.of("18", "Z")));
    assertThat(faultOf("52110101MJ0018899X"))
        .isEqualTo(new Fault("code", "organization.creditCode.check", List.of()));
    assertThat(faultOf("531000005000074012"))
        .isEqualTo(new Fault("code", "organization.creditCode.check", List.of()));
    assertThat(faultOf("5137150OMJD0000117"))
        .isEqualTo(new Fault("code", "organization.creditCode.character", List.of("8", "O")));
    assertThat(faultOf("51371500MJD000011"))
        .isEqualTo(new Fault("code", "organization.creditCode.length", List.of("17")));
  }

  @Example
  void anOldCodeWhoseInnerCheckFailsIsAccepted() {
    var code = CreditCode.of("52100000500000784G");

    assertThat(code).isPresent();
    assertThat(code.orElseThrow().innerCheckHolds()).isFalse();
  }

  @Example
  void aCodeBelongsToTheKindThatItNames() {
    var agency = new CreditCode("52371500MJD0000114");

    assertThat(Kind.SERVICE_AGENCY.agreesWith(agency)).isTrue();
    assertThat(Kind.SOCIAL_GROUP.agreesWith(agency)).isFalse();
    assertThat(Kind.ENTERPRISE.agreesWith(agency)).isFalse();
    assertThat(Kind.VOLUNTEER_TEAM.agreesWith(agency)).isFalse();
    assertThat(Kind.ENTERPRISE.agreesWith(new CreditCode("91350100M000100Y43"))).isTrue();
    assertThat(Kind.PUBLIC_BODY.agreesWith(new CreditCode("91350100M000100Y43"))).isFalse();
  }

  @Example
  void theRegistrarTellsWhetherItIsFromElsewhere() {
    assertThat(new CreditCode("51371500MJD0000117").registeredIn("371500000000")).isTrue();
    assertThat(new CreditCode("51370000MJD6217311").registeredIn("371500000000")).isTrue();
    assertThat(new CreditCode("51100000500009247D").registeredIn("371500000000")).isTrue();
    assertThat(new CreditCode("91350100M000100Y43").registeredIn("371500000000")).isFalse();
  }

  @Property
  void samplesAreValidAndDistinct(
      @ForAll Kind kind,
      @ForAll @IntRange(max = 99_999) int serial,
      @ForAll @IntRange(max = 99_999) int other) {
    var code = CreditCode.sample(kind, "371502", serial);

    assertThat(CreditCode.of(code.text())).contains(code);
    assertThat(code.innerCheckHolds()).isTrue();
    assertThat(code.registrar()).isEqualTo("371502");
    assertThat(kind.agreesWith(code)).isTrue();
    assertThat(code.equals(CreditCode.sample(kind, "371502", other))).isEqualTo(serial == other);
  }

  @Property
  void caseWidthAndSpacesDoNotMatter(
      @ForAll Kind kind, @ForAll @IntRange(max = 99_999) int serial) {
    var code = CreditCode.sample(kind, "371500", serial);
    var fullWidth = new StringBuilder();
    code.text().chars().forEach(c -> fullWidth.append((char) (c + 0xFEE0)));

    assertThat(CreditCode.of(code.text().toLowerCase(Locale.ROOT))).contains(code);
    assertThat(CreditCode.of(fullWidth.toString())).contains(code);
    assertThat(
            CreditCode.of(
                " " + code.text().substring(0, 8) + " " + code.text().substring(8) + "\u3000"))
        .contains(code);
  }

  @Property
  void oneWrongCharacterIsAlwaysNoticed(
      @ForAll @IntRange(max = 99_999) int serial,
      @ForAll @IntRange(max = 17) int place,
      @ForAll @IntRange(max = 30) int value) {
    var code = CreditCode.sample(Kind.SERVICE_AGENCY, "371581", serial).text();
    Assume.that(code.charAt(place) != ALPHABET.charAt(value));

    assertThat(
            CreditCode.of(
                code.substring(0, place) + ALPHABET.charAt(value) + code.substring(place + 1)))
        .isEmpty();
  }

  @Property
  void twoNeighboursExchangedAreAlwaysNoticed(
      @ForAll @IntRange(max = 99_999) int serial, @ForAll @IntRange(min = 8, max = 16) int place) {
    var code = CreditCode.sample(Kind.SERVICE_AGENCY, "371581", serial).text();
    Assume.that(code.charAt(place) != code.charAt(place + 1));
    var exchanged = new StringBuilder(code);
    exchanged.setCharAt(place, code.charAt(place + 1));
    exchanged.setCharAt(place + 1, code.charAt(place));

    assertThat(CreditCode.of(exchanged.toString())).isEmpty();
  }

  @Property
  void anythingTypedGivesACodeOrOneFault(@ForAll String typed) {
    var form = new Form(Map.of("code", List.of(typed)));
    var code = CreditCode.read(form, "code");

    assertThat(form.faults()).hasSize(code.isPresent() || form.typed("code").isBlank() ? 0 : 1);
  }

  private static Fault faultOf(String typed) {
    var form = new Form(Map.of("code", List.of(typed)));
    assertThat(CreditCode.read(form, "code")).isEmpty();
    return form.faults().getFirst();
  }
}
