package org.yueyuetan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The running platform as a program without scripts sees it: keeps cookies, follows redirects, and
 * sends with a form the token that the last page carried.
 */
public final class Site {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String address;
  private final HttpClient http;
  private String token = "";

  private Site(String address, HttpClient.Redirect redirects) {
    this.address = address;
    this.http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(redirects)
            .build();
  }

  public static Site at(int port) {
    return at("http://127.0.0.1:" + port);
  }

  public static Site at(String address) {
    return new Site(address, HttpClient.Redirect.NORMAL);
  }

  /** Answers redirects as they come. */
  public static Site strict(int port) {
    return new Site("http://127.0.0.1:" + port, HttpClient.Redirect.NEVER);
  }

  public Site signedIn(Person person) {
    get("/sign-in");
    var answer =
        post("/sign-in", Map.of("username", person.username(), "password", person.password()));
    if (answer.statusCode() == 403 || answer.uri().getPath().equals("/sign-in")) {
      throw new AssertionError(person.username() + " could not sign in: " + answer.statusCode());
    }
    return this;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  /** Sends a form; a value may be a list, as of ticked boxes. */
  public HttpResponse<String> post(String path, Map<String, ?> fields) {
    var pairs =
        fields.entrySet().stream()
            .flatMap(field -> values(field.getValue()).map(value -> pair(field.getKey(), value)));
    var body =
        Stream.concat(Stream.of(pair("_csrf", token)), pairs).collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Uploads a file with a form. */
  public HttpResponse<String> upload(
      String path, Map<String, String> fields, String field, String fileName, byte[] content) {
    var boundary = "----yueyuetan";
    var head = new StringBuilder();
    Stream.concat(Stream.of(Map.entry("_csrf", token)), fields.entrySet().stream())
        .forEach(entry ->
            head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, entry.getKey(), entry.getValue())));
    head.append(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(boundary, field, fileName));
    var tail = "\r\n--" + boundary + "--\r\n";
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                BodyPublishers.ofByteArrays(
                    List.of(
                        head.toString().getBytes(StandardCharsets.UTF_8),
                        content,
                        tail.getBytes(StandardCharsets.UTF_8))))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Language", "zh-CN");
  }

  /** The bytes of a file. */
  public byte[] download(String path) {
    try {
      return http.send(request(path).GET().build(), BodyHandlers.ofByteArray()).body();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      var response = http.send(request, BodyHandlers.ofString());
      var found = TOKEN.matcher(response.body());
      if (found.find()) {
        token = found.group(1);
      }
      return response;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static Stream<String> values(Object value) {
    return value instanceof Iterable<?> many
        ? java.util.stream.StreamSupport.stream(many.spliterator(), false).map(String::valueOf)
        : Stream.of(String.valueOf(value));
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
