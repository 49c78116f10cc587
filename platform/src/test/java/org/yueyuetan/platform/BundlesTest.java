package org.yueyuetan.platform;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody is shown the key of a word instead of the word. */
class BundlesTest {

  private static final Path BUNDLES = Path.of("src/main/resources/messages");
  private static final Path JAVA = Path.of("src/main/java");
  private static final Path TEMPLATES = Path.of("src/main/jte");

  /** Asked for only in some states: the page shows nothing in the others. */
  private static final Set<String> PARTIAL = Set.of("theme.open");

  private static final Pattern LITERAL =
      Pattern.compile("\"([a-z][a-zA-Z]*(?:\\.[a-zA-Z0-9_-]+)+)\"");
  private static final Pattern ENUM_WORD =
      Pattern.compile("ui\\.(?:word|options)\\(\\s*\"([a-zA-Z.]+)\",");

  @Test
  void everyWordIsThereInBothLanguages() throws IOException {
    var missing = new TreeMap<String, Set<String>>();
    for (var room : rooms()) {
      var chinese = keys(room + ".properties");
      var english = keys(room + "_en.properties");
      note(missing, room + "_en.properties", minus(chinese, english));
      note(missing, room + ".properties", minus(english, chinese));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyKeyBelongsToItsRoom() throws IOException {
    var strays = new TreeSet<String>();
    for (var room : rooms()) {
      keys(room + ".properties").stream()
          .filter(key -> !key.startsWith(room + "."))
          .forEach(strays::add);
    }
    assertThat(strays).isEmpty();
  }

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    var different = new TreeSet<String>();
    for (var room : rooms()) {
      var english = bundle(room + "_en.properties");
      bundle(room + ".properties")
          .forEach((key, words) -> {
            if (english.containsKey(key)
                && !places(key, words).equals(places(key, english.get(key)))) {
              different.add(key);
            }
          });
    }
    assertThat(different).as("keys whose languages name different places {n}").isEmpty();
  }

  @Test
  void everyKeyNamedInCodeOrOnAPageHasWords() throws IOException {
    var known = allKeys();
    var rooms = rooms();
    var missing = new TreeSet<String>();
    for (var file : sources()) {
      var text = Files.readString(file);
      LITERAL
          .matcher(text)
          .results()
          .map(found -> found.group(1))
          .filter(key -> rooms.contains(key.substring(0, key.indexOf('.'))))
          .filter(key ->
              !known.contains(key)
                  && known.stream()
                      .noneMatch(k -> k.startsWith(key + ".") || k.endsWith("." + key)))
          .forEach(key -> missing.add(file.getFileName() + " " + key));
    }
    assertThat(missing).isEmpty();
  }

  /**
   * Which enum a prefix stands for is not written down: it is the one that most of the words fit.
   */
  @Test
  void everyConstantOfAnEnumHasAWord() throws IOException {
    var known = allKeys();
    var enums = enums();
    var missing = new TreeMap<String, Set<String>>();
    for (var file : sources()) {
      ENUM_WORD
          .matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1))
          .filter(prefix -> !PARTIAL.contains(prefix))
          .forEach(prefix -> note(missing, prefix, lacking(prefix, known, enums)));
    }
    assertThat(missing).isEmpty();
  }

  private static Set<String> lacking(String prefix, Set<String> known, List<Set<String>> enums) {
    var words =
        known.stream()
            .filter(key -> key.startsWith(prefix + "."))
            .map(key -> key.substring(prefix.length() + 1))
            .collect(toSet());
    return enums.stream()
        .filter(constants -> constants.stream().anyMatch(words::contains))
        .max(
            Comparator.<Set<String>>comparingLong(
                    constants -> constants.stream().filter(words::contains).count())
                .thenComparing(Comparator.<Set<String>>comparingInt(Set::size).reversed()))
        .map(constants -> minus(constants, words))
        .orElseGet(() -> words.isEmpty() ? Set.of(prefix + ".*") : Set.of());
  }

  private static List<Set<String>> enums() throws IOException {
    var classes = Path.of("target/classes");
    try (var files = Files.walk(classes.resolve("org/yueyuetan/platform"))) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.replace(".class", "").replace('/', '.'))
          .<Class<?>>map(BundlesTest::load)
          .filter(Class::isEnum)
          .map(type ->
              Arrays.stream(type.getEnumConstants())
                  .map(c -> ((Enum<?>) c).name())
                  .collect(toSet()))
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, BundlesTest.class.getClassLoader());
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException(gone);
    }
  }

  private static List<Path> sources() throws IOException {
    try (var java = Files.walk(JAVA);
        var templates = Files.walk(TEMPLATES)) {
      return Stream.concat(java, templates)
          .filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".jte"))
          .toList();
    }
  }

  private static Set<String> rooms() throws IOException {
    try (var files = Files.list(BUNDLES)) {
      return files
          .map(file ->
              file.getFileName()
                  .toString()
                  .replace("_en.properties", "")
                  .replace(".properties", ""))
          .collect(toCollection(TreeSet::new));
    }
  }

  private static Set<String> allKeys() throws IOException {
    var keys = new TreeSet<String>();
    for (var room : rooms()) {
      keys.addAll(keys(room + ".properties"));
    }
    return keys;
  }

  private static Set<String> keys(String file) throws IOException {
    return bundle(file).keySet();
  }

  private static Map<String, String> bundle(String file) throws IOException {
    var path = BUNDLES.resolve(file);
    var words = new Properties();
    if (Files.exists(path)) {
      try (var reader = Files.newBufferedReader(path)) {
        words.load(reader);
      }
    }
    var bundle = new LinkedHashMap<String, String>();
    words.stringPropertyNames().stream()
        .sorted()
        .forEach(key -> bundle.put(key, words.getProperty(key)));
    return bundle;
  }

  /** The numbers of the arguments that a message quotes; also checks that it can be read at all. */
  private static Set<String> places(String key, String words) {
    try {
      new MessageFormat(words);
    } catch (IllegalArgumentException unreadable) {
      throw new AssertionError(key + " is no message: " + words, unreadable);
    }
    return Pattern.compile("\\{([0-9])[,}]")
        .matcher(words)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(toSet());
  }

  private static Set<String> minus(Set<String> all, Set<String> some) {
    return all.stream().filter(one -> !some.contains(one)).collect(toCollection(TreeSet::new));
  }

  private static void note(Map<String, Set<String>> missing, String where, Set<String> what) {
    if (!what.isEmpty()) {
      missing.computeIfAbsent(where, w -> new TreeSet<>()).addAll(what);
    }
  }
}
