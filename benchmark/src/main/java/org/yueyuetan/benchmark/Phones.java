package org.yueyuetan.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A full room against a running platform: each phone is a virtual thread that opens its page, now
 * and then states an opinion, and votes on what it is shown, thinking between. Started by {@code
 * benchmark/room.sh}.
 */
public final class Phones {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern OPINION = Pattern.compile("name=\"opinion\" value=\"(\\d+)\"");
  private static final List<String> SIDES = List.of("AGREE", "AGREE", "DISAGREE", "PASS");
  private static final Duration ALL_IN_WITHIN = Duration.ofSeconds(3);

  /** One phone in so many states an opinion. */
  private static final int SPEAKERS = 5;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final Map<String, ConcurrentLinkedQueue<Long>> times = new ConcurrentHashMap<>();
  private final AtomicInteger errors = new AtomicInteger();
  private final AtomicInteger events = new AtomicInteger();
  private final String base;
  private final byte[] secret;
  private final int votes;

  private Phones(String base, byte[] secret, int votes) {
    this.base = base;
    this.secret = secret;
    this.votes = votes;
  }

  /**
   * Arguments: address, secret, first guest, phones, votes each, talk whose screen is open or 0.
   */
  public static void main(String... args) throws Exception {
    var room = new Phones(args[0], Base64.getDecoder().decode(args[1]), Integer.parseInt(args[4]));
    var first = Long.parseLong(args[2]);
    var phones = Integer.parseInt(args[3]);
    var talk = Long.parseLong(args[5]);
    if (talk > 0) {
      Thread.ofVirtual().start(() -> room.screen(talk));
      Thread.sleep(1000);
    }
    var from = System.nanoTime();
    try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var n = 0; n < phones; n++) {
        var phone = n;
        var _ = all.submit(() -> room.phone(first + phone, phone));
      }
    }
    room.report(phones, Duration.ofNanos(System.nanoTime() - from));
    System.exit(0);
  }

  private void phone(long guest, int number) {
    try {
      pause(0, ALL_IN_WITHIN.toMillis());
      var address = base + "/room/" + token(guest);
      var page = send("page", HttpRequest.newBuilder(URI.create(address)), "");
      var cookie =
          page.headers().allValues("set-cookie").stream()
              .map(value -> value.substring(0, value.indexOf(';')))
              .filter(value -> value.startsWith("XSRF"))
              .findFirst()
              .orElse("");
      var body = page.body();
      if (number % SPEAKERS == 0) {
        pause(3000, 8000);
        var words = Long.toString(ThreadLocalRandom.current().nextLong(1L << 60), 36);
        send(
            "state",
            post(address + "/opinions", Map.of("_csrf", csrf(body), "text", "意见 " + words)),
            cookie);
      }
      for (var vote = 0; vote < votes; vote++) {
        pause(1000, 2000);
        var opinion = OPINION.matcher(body);
        if (!opinion.find()) {
          break;
        }
        var side = SIDES.get(ThreadLocalRandom.current().nextInt(SIDES.size()));
        var fields = new LinkedHashMap<String, String>();
        fields.put("_csrf", csrf(body));
        fields.put("opinion", opinion.group(1));
        fields.put("side", side);
        body =
            send("vote", post(address + "/votes", fields).header("HX-Request", "true"), cookie)
                .body();
      }
    } catch (IOException | InterruptedException lost) {
      errors.incrementAndGet();
    }
  }

  /** A live screen, as the bureau's desk opens it; counts what is pushed to it. */
  private void screen(long talk) {
    var desk =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      var form =
          desk.send(
              HttpRequest.newBuilder(URI.create(base + "/sign-in")).build(),
              BodyHandlers.ofString());
      desk.send(
          post(
                  base + "/sign-in",
                  Map.of(
                      "_csrf", csrf(form.body()), "username", "wang", "password", "Yueyuetan-2021"))
              .build(),
          BodyHandlers.discarding());
      desk.send(
              HttpRequest.newBuilder(URI.create(base + "/talks/" + talk + "/wall/events")).build(),
              BodyHandlers.ofLines())
          .body()
          .filter(line -> line.startsWith("data"))
          .forEach(line -> events.incrementAndGet());
    } catch (IOException | InterruptedException ended) {
      System.err.println("the screen closed: " + ended);
    }
  }

  private HttpResponse<String> send(String kind, HttpRequest.Builder request, String cookie)
      throws IOException, InterruptedException {
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    var from = System.nanoTime();
    var answer = http.send(request.build(), BodyHandlers.ofString());
    times.computeIfAbsent(kind, k -> new ConcurrentLinkedQueue<>()).add(System.nanoTime() - from);
    if (answer.statusCode() >= 400) {
      errors.incrementAndGet();
    }
    return answer;
  }

  private static HttpRequest.Builder post(String address, Map<String, String> fields) {
    var body = new StringBuilder();
    fields.forEach((name, value) ->
        body.append(body.isEmpty() ? "" : "&")
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return HttpRequest.newBuilder(URI.create(address))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body.toString()));
  }

  private static String csrf(String page) {
    var found = CSRF.matcher(page);
    return found.find() ? found.group(1) : "";
  }

  /** As the platform signs them. */
  private String token(long guest) {
    try {
      var value = String.valueOf(guest).getBytes(StandardCharsets.UTF_8);
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update("room".getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      var url = Base64.getUrlEncoder().withoutPadding();
      return url.encodeToString(value)
          + "."
          + url.encodeToString(Arrays.copyOf(mac.doFinal(value), 16));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static void pause(long least, long most) throws InterruptedException {
    Thread.sleep(ThreadLocalRandom.current().nextLong(least, most));
  }

  private void report(int phones, Duration took) {
    var requests = times.values().stream().mapToInt(ConcurrentLinkedQueue::size).sum();
    System.out.printf(
        "%d phones, %d requests in %d s: %.0f a second, %d errors%n",
        phones, requests, took.toSeconds(), requests * 1000. / took.toMillis(), errors.get());
    System.out.printf("%-6s %7s %7s %7s %7s %7s%n", "ms", "number", "median", "p95", "p99", "most");
    times.forEach((kind, all) -> {
      long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
      System.out.printf(
          "%-6s %7d %7.1f %7.1f %7.1f %7.1f%n",
          kind, sorted.length, at(sorted, .5), at(sorted, .95), at(sorted, .99), at(sorted, 1));
    });
    if (events.get() > 0) {
      System.out.println("pushed to the screen: " + events.get());
    }
  }

  private static double at(long[] sorted, double share) {
    var index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, index)] / 1e6;
  }
}
