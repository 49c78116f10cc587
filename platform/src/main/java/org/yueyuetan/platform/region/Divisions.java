package org.yueyuetan.platform.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The divisions that come with the product: the national list and our own codes for city-run zones.
 */
final class Divisions {

  /**
   * One line of a list.
   *
   * @param listed whether it is offered to people; units that exist only for statistics are not
   * @param also other names in use
   */
  record Division(Region region, boolean listed, List<String> also) {}

  private Divisions() {}

  /** All divisions, each after the one that it lies in. */
  static List<Division> read() {
    return Stream.concat(lines("divisions.csv", false), lines("local.csv", true)).toList();
  }

  private static Stream<Division> lines(String file, boolean local) {
    try (var in = Divisions.class.getResourceAsStream("/region/" + file)) {
      if (in == null) {
        throw new IllegalStateException(
            "the list of divisions " + file + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .skip(1)
          .map(line -> division(line.split(",", -1), local));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Division division(String[] cells, boolean local) {
    var kind = cells[4];
    var region =
        new Region(
            cells[0],
            cells[1],
            cells[2],
            Region.Level.valueOf(cells[3]),
            kind,
            Optional.of(cells[5]).filter(code -> !code.isEmpty()),
            local);
    var also = cells.length > 6 ? Arrays.asList(cells[6].split("\\|")) : List.<String>of();
    return new Division(region, !kind.equals("QUASI_TOWNSHIP"), also);
  }
}
