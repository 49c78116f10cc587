package org.yueyuetan.platform.web;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {

  private static final Path FOLDER = Path.of("src/main/resources/messages");
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Pattern USED = Pattern.compile("\\bui\\.t\\(\\s*\"([^\"]+)\"\\s*[,)]");

  @Test
  void everyKeyIsSaidInBothLanguages() throws IOException {
    for (var room : rooms()) {
      assertThat(read(room + "_en").keySet()).as(room).isEqualTo(read(room).keySet());
    }
  }

  @Test
  void everyMessageIsWellFormedAndQuotesTheSameInBothLanguages() throws IOException {
    for (var room : rooms()) {
      var english = read(room + "_en");
      read(room)
          .forEach((key, chinese) ->
              assertThat(quoted(english.getOrDefault(key, ""))).as(key).isEqualTo(quoted(chinese)));
    }
  }

  @Test
  void everyKeyThatATemplateNamesIsThere() throws IOException {
    var known = new TreeSet<String>();
    for (var room : rooms()) {
      known.addAll(read(room).keySet());
    }
    try (var templates = Files.walk(TEMPLATES)) {
      var missing =
          templates
              .filter(file -> file.toString().endsWith(".jte"))
              .flatMap(BundlesTest::used)
              .filter(key -> !known.contains(key))
              .collect(toSet());
      assertThat(missing).isEmpty();
    }
  }

  @Test
  void noRoomSaysWhatAnotherSays() throws IOException {
    var owner = new TreeMap<String, String>();
    for (var room : rooms()) {
      for (var key : read(room).keySet()) {
        assertThat(owner.put(key, room)).as(key).isNull();
      }
    }
  }

  private static Stream<String> used(Path template) {
    try {
      return USED
          .matcher(Files.readString(template))
          .results()
          .map(found -> found.group(1))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /** Which arguments a message quotes; fails when it is no message. */
  private static Set<Integer> quoted(String message) {
    var format = new MessageFormat(message);
    var count = format.getFormatsByArgumentIndex().length;
    var marks = Stream.iterate(0, n -> n + 1).limit(count).map(n -> "〔" + n + "〕").toArray();
    var shown = Arrays.stream(marks).map(String::valueOf).toList();
    var plain = message.replaceAll("\\{(\\d+),[^}]*(\\{[^}]*}[^}]*)*}", "{$1}");
    var text = MessageFormat.format(plain, marks);
    return Stream.iterate(0, n -> n + 1)
        .limit(count)
        .filter(n -> text.contains(shown.get(n)))
        .collect(toSet());
  }

  private static List<String> rooms() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".properties") && !name.endsWith("_en.properties"))
          .map(name -> name.replace(".properties", ""))
          .sorted()
          .toList();
    }
  }

  private static Map<String, String> read(String name) throws IOException {
    var properties = new Properties();
    try (var reader =
        Files.newBufferedReader(FOLDER.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    var sorted = new TreeMap<String, String>();
    properties.forEach((key, value) -> sorted.put(String.valueOf(key), String.valueOf(value)));
    return sorted;
  }
}
