package org.yueyuetan.platform.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.organization.Kind;
import org.yueyuetan.platform.organization.Level;
import org.yueyuetan.platform.region.Region;
import org.yueyuetan.platform.region.Regions;
import org.yueyuetan.platform.talk.Party;

/** The values that quotas may be about, and their Chinese words in the published lists. */
@Component
class Wording {

  /** A quota on a field asks whether an organization works in it. */
  static final String YES = "是";

  private static final String NOTHING_BELOW = "000000000000";

  private final MessageSource words;
  private final Regions regions;
  private final Settings settings;

  Wording(MessageSource words, Regions regions, Settings settings) {
    this.words = words;
    this.regions = regions;
    this.settings = settings;
  }

  Map<Feature, List<String>> values() {
    var values = new EnumMap<Feature, List<String>>(Feature.class);
    values.put(Feature.PARTY, names(Party.values()));
    values.put(Feature.LEVEL, names(Level.values()));
    values.put(Feature.DISTRICT, districts());
    values.put(Feature.FIELD, names(Field.values()));
    values.put(Feature.KIND, names(Kind.values()));
    return values;
  }

  private List<String> districts() {
    var codes = new ArrayList<String>();
    codes.add(settings.get(Setting.HOME_REGION));
    regions.counties().stream().map(Region::code).forEach(codes::add);
    return codes.stream().distinct().toList();
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }

  /** The column of the list that a quota is about. */
  String column(Feature feature, String value) {
    var name = word("panel.feature." + feature);
    return feature == Feature.FIELD ? name + "：" + valueWord(feature, value) : name;
  }

  /** What stands in the column. */
  String cell(Feature feature, String value) {
    return feature == Feature.FIELD ? YES : valueWord(feature, value);
  }

  String valueWord(Feature feature, String value) {
    return feature == Feature.DISTRICT
        ? regions.find(value).map(Region::name).orElse(value)
        : word(feature.words() + "." + value);
  }

  /** Code of the division that the person acts for: whose bureau did it is told, not who. */
  static String office(SignedIn by) {
    return by.scope() instanceof Scope.Region(var prefix)
        ? (prefix + NOTHING_BELOW).substring(0, NOTHING_BELOW.length())
        : "";
  }

  /** Names of the divisions that quotas may be about. */
  Map<String, String> districtNames() {
    var names = new LinkedHashMap<String, String>();
    districts().forEach(code -> names.put(code, valueWord(Feature.DISTRICT, code)));
    return names;
  }

  private String word(String key) {
    return words.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
  }
}
