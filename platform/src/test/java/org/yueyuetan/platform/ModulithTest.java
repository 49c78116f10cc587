package org.yueyuetan.platform;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** No room reaches into another, none reaches up; and the map of the house is true. */
class ModulithTest {

  private static final Path MAP = Path.of("../docs/rooms/README.md");
  private static final Path ROOMS = Path.of("src/main/java/org/yueyuetan/platform");
  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  private final ApplicationModules modules = ApplicationModules.of(Yueyuetan.class);

  @Test
  void roomsUseOnlyWhatTheyMay() {
    modules.verify();
  }

  @Test
  void theMapOfTheRoomsIsUpToDate() throws IOException {
    var map = map();
    var before = Files.exists(MAP) ? Files.readString(MAP) : "";
    if (!before.equals(map)) {
      Files.createDirectories(MAP.getParent());
      Files.writeString(MAP, map);
    }
    assertThat(before)
        .as(
            "docs/rooms/README.md was out of date and has been written anew: look at it and commit it")
        .isEqualTo(map);
  }

  private String map() throws IOException {
    var uses = new TreeMap<String, Set<String>>();
    modules.forEach(room -> uses.put(name(room), uses(room)));
    var rows = new StringBuilder();
    for (var room : uses.keySet()) {
      rows.append("| `%s` | %s | %s |\n".formatted(room, purpose(room), words(uses.get(room))));
    }
    return """
    # Rooms

    Written by `ModulithTest` from the code; do not edit. An arrow means *uses*. Drawn are only arrows that no longer
    way implies; the table names all. Facts travel the other way as events.

    ```mermaid
    flowchart TB
    %s```

    | room | what for | uses |
    | --- | --- | --- |
    %s\
    """
        .formatted(arrows(uses), rows);
  }

  private static String arrows(Map<String, Set<String>> uses) {
    var lines = new StringBuilder();
    uses.forEach((room, used) -> {
      lines.append("  ").append(room).append('\n');
      used.stream()
          .filter(other -> used.stream().noneMatch(between -> reaches(uses, between, other)))
          .forEach(other -> lines.append("  %s --> %s\n".formatted(room, other)));
    });
    return lines.toString();
  }

  private static boolean reaches(Map<String, Set<String>> uses, String from, String to) {
    var next = uses.getOrDefault(from, Set.of());
    return next.contains(to) || next.stream().anyMatch(room -> reaches(uses, room, to));
  }

  private Set<String> uses(ApplicationModule room) {
    var names = new TreeSet<String>();
    room.getDirectDependencies(modules).uniqueModules().forEach(other -> names.add(name(other)));
    names.remove(name(room));
    return names;
  }

  private static String name(ApplicationModule room) {
    return room.getIdentifier().toString();
  }

  private static String purpose(String room) throws IOException {
    var found = JAVADOC.matcher(Files.readString(ROOMS.resolve(room).resolve("package-info.java")));
    return found.find()
        ? found
            .group(1)
            .replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
            .replaceAll("\\{@code ([^}]*)}", "`$1`")
            .strip()
        : "";
  }

  private static String words(Set<String> rooms) {
    return rooms.stream().map(room -> "`" + room + "`").collect(joining(" "));
  }
}
