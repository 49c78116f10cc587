package org.yueyuetan.platform.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person typed and what is wrong with it. The same reader serves a web form and a row of a
 * spreadsheet, so both obey the same rules and what was typed is never lost: a page shows {@link
 * #typed} again beside {@link #fault}.
 *
 * <p>Reading a field never throws. A bad value records a {@link Fault} and gives the empty value of
 * its type; nothing may be saved while {@link #hasFaults()}.
 */
public final class Form {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]{2,}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{5,19}");

  /** Longer ones are no amounts, and would take long to read; nobody means a million by 1e6. */
  private static final Pattern NUMBER = Pattern.compile("[+-]?[\\p{Nd}.]{1,15}");

  private final Map<String, List<String>> typed;
  private final List<Fault> faults = new ArrayList<>();

  public Form(Map<String, List<String>> typed) {
    this.typed = new LinkedHashMap<>(typed);
  }

  public static Form empty() {
    return new Form(Map.of());
  }

  /** A form filled with what is stored, to be shown for editing. Null values are left out. */
  public static Form of(Map<String, ?> values) {
    var typed = new LinkedHashMap<String, List<String>>();
    values.forEach((field, value) -> {
      if (value instanceof Iterable<?> many) {
        var all = new ArrayList<String>();
        many.forEach(one -> all.add(String.valueOf(one)));
        typed.put(field, all);
      } else if (value instanceof Optional<?> maybe) {
        maybe.ifPresent(one -> typed.put(field, List.of(String.valueOf(one))));
      } else {
        typed.put(field, List.of(String.valueOf(value)));
      }
    });
    return new Form(typed);
  }

  /**
   * What was typed into the field, trimmed; empty when nothing was. Full-width spaces count as
   * spaces.
   */
  public String typed(String field) {
    var values = typed.get(field);
    return values == null || values.isEmpty() ? "" : values.getFirst().strip();
  }

  /** Exactly what was typed: for passwords. */
  public String untrimmed(String field) {
    var values = typed.get(field);
    return values == null || values.isEmpty() ? "" : values.getFirst();
  }

  /** All values of a field that may have several, such as ticked boxes; blank ones are left out. */
  public List<String> all(String field) {
    return typed.getOrDefault(field, List.of()).stream()
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  public boolean ticked(String field) {
    return !typed(field).isEmpty();
  }

  public boolean has(String field, String value) {
    return all(field).contains(value);
  }

  // --- reading, with faults ---

  /** Optional text of at most {@code most} characters. */
  public String text(String field, int most) {
    var value = typed(field);
    if (value.codePointCount(0, value.length()) > most) {
      return refuse(
          field,
          "form.tooLong",
          "",
          String.valueOf(most),
          String.valueOf(value.codePointCount(0, value.length())));
    }
    if (value.indexOf('\0') >= 0) {
      return refuse(field, "form.badCharacter", "");
    }
    return value;
  }

  public String required(String field, int most) {
    var value = text(field, most);
    return value.isEmpty() && fault(field).isEmpty() ? refuse(field, "form.required", "") : value;
  }

  public Optional<LocalDate> date(String field) {
    var value =
        typed(field)
            .replace('/', '-')
            .replace('.', '-')
            .replace("年", "-")
            .replace("月", "-")
            .replace("日", "");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(value, DATE));
    } catch (DateTimeException notADate) {
      return refuse(field, "form.date", Optional.empty(), typed(field));
    }
  }

  public Optional<LocalTime> time(String field) {
    var value = typed(field).replace('：', ':');
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalTime.parse(value.length() == 4 ? "0" + value : value));
    } catch (DateTimeException notATime) {
      return refuse(field, "form.time", Optional.empty(), typed(field));
    }
  }

  /** Whole number within bounds, both included. */
  public Optional<Integer> whole(String field, int least, int most) {
    var value = typed(field);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (NUMBER.matcher(value).matches()) {
        var number = new BigDecimal(value).intValueExact();
        if (number >= least && number <= most) {
          return Optional.of(number);
        }
      }
    } catch (ArithmeticException | NumberFormatException notWhole) {
      // Told below, together with the bounds.
    }
    return refuse(
        field, "form.whole", Optional.empty(), String.valueOf(least), String.valueOf(most));
  }

  /** Positive amount with at most two decimals. */
  public Optional<BigDecimal> amount(String field) {
    var value = typed(field).replace(",", "").replace("，", "");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (NUMBER.matcher(value).matches()) {
        var number = new BigDecimal(value);
        if (number.signum() > 0
            && number.scale() <= 2
            && number.precision() - number.scale() <= 12) {
          return Optional.of(number);
        }
      }
    } catch (NumberFormatException notANumber) {
      // Told below.
    }
    return refuse(field, "form.amount", Optional.empty(), typed(field));
  }

  /** One of an enum's constants, by name. */
  public <T extends Enum<T>> Optional<T> choice(String field, Class<T> type) {
    var value = typed(field);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    var found =
        Arrays.stream(type.getEnumConstants()).filter(c -> c.name().equals(value)).findFirst();
    return found.isPresent() ? found : refuse(field, "form.choice", Optional.empty(), value);
  }

  /** Several of an enum's constants. */
  public <T extends Enum<T>> List<T> choices(String field, Class<T> type) {
    var found = new ArrayList<T>();
    for (var value : all(field)) {
      Arrays.stream(type.getEnumConstants())
          .filter(c -> c.name().equals(value))
          .findFirst()
          .ifPresentOrElse(found::add, () -> reject(field, "form.choice", value));
    }
    return found.stream().distinct().toList();
  }

  /** Ids of things ticked or named; what is not a positive number is refused. */
  public List<Long> ids(String field) {
    var found = new ArrayList<Long>();
    for (var value : all(field)) {
      try {
        var id = Long.parseLong(value);
        if (id > 0) {
          found.add(id);
        } else {
          reject(field, "form.choice", value);
        }
      } catch (NumberFormatException notAnId) {
        reject(field, "form.choice", value);
      }
    }
    return found.stream().distinct().toList();
  }

  public Optional<Long> id(String field) {
    return ids(field).stream().findFirst();
  }

  /** Id of the thing that must be chosen, or a fault that asks for one and 0. */
  public long chosen(String field) {
    var id = id(field);
    if (id.isEmpty() && fault(field).isEmpty()) {
      reject(field, "form.choose");
    }
    return id.orElse(0L);
  }

  /** Version of the record that the person was looking at; 0 for a new one. */
  public int version() {
    return whole("version", 0, Integer.MAX_VALUE).orElse(0);
  }

  /**
   * Version to send with a form that is shown again: the one it was opened with, so that a change
   * made meanwhile is noticed, or the stored one once the person was told of such a change.
   */
  public String versionOf(int stored) {
    var told = faults.stream().anyMatch(fault -> fault.key().endsWith("editedElsewhere"));
    return told || typed("version").isEmpty() ? String.valueOf(stored) : typed("version");
  }

  public String email(String field) {
    var value = text(field, 200);
    return value.isEmpty() || EMAIL.matcher(value).matches()
        ? value
        : refuse(field, "form.email", "", value);
  }

  public String phone(String field) {
    var value = text(field, 20);
    return value.isEmpty() || PHONE.matcher(value).matches()
        ? value
        : refuse(field, "form.phone", "", value);
  }

  /**
   * The value, or a fault that the field is required (unless it has a fault already) and {@code
   * placeholder}.
   */
  public <T> T need(String field, Optional<T> value, T placeholder) {
    if (value.isEmpty() && fault(field).isEmpty()) {
      reject(field, placeholder instanceof Enum ? "form.choose" : "form.required");
    }
    return value.orElse(placeholder);
  }

  // --- faults ---

  public void reject(String field, String key, String... args) {
    faults.add(new Fault(field, key, List.of(args)));
  }

  /** A fault with the whole form. */
  public void rejectAll(String key, String... args) {
    reject("", key, args);
  }

  public boolean hasFaults() {
    return !faults.isEmpty();
  }

  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  public Optional<Fault> fault(String field) {
    return faults.stream().filter(f -> f.field().equals(field)).findFirst();
  }

  private <T> T refuse(String field, String key, T nothing, String... args) {
    reject(field, key, args);
    return nothing;
  }
}
