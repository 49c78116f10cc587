package org.yueyuetan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.NewAccount;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;

/**
 * Walks every route as every role, signed out included, against the table {@code routes.csv}. The
 * table is written by people, apart from the rules in the code: a change of rights is a change in
 * two places.
 */
@PlatformTest
class RoutesTest {

  private static final List<String> WHO =
      List.of(
          "visitor", "organizer", "department", "representative", "auditor", "system", "security");

  /** Stand-ins for path variables that have to have a shape; all others are the number 1. */
  private static final Map<String, String> SHAPES =
      Map.of(
          "month", "2026-03", "year", "2026", "token", "nothing", "kind", "need", "key", "needs");

  @Autowired WebApplicationContext context;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Autowired Accounts accounts;

  @Test
  void everyRouteIsInTheTableAndNothingElse() throws IOException {
    var served = new TreeSet<String>();
    mapping
        .getHandlerMethods()
        .forEach((info, handler) -> {
          if (!handler.getBeanType().getName().startsWith("org.yueyuetan")) {
            return;
          }
          var methods = info.getMethodsCondition().getMethods();
          var patterns = Objects.requireNonNull(info.getPathPatternsCondition()).getPatternValues();
          for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
            patterns.forEach(pattern -> served.add(method + " " + pattern));
          }
        });

    assertThat(new TreeSet<>(table().keySet())).isEqualTo(served);
  }

  @Test
  void eachRoleOpensWhatTheTableSaysAndNothingElse() throws Exception {
    accounts.create(new NewAccount("somebody", "样本", "", "", true), "Water-2026", true);
    var http = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    var differences = new ArrayList<String>();
    for (var route : table().entrySet()) {
      for (var who : WHO) {
        var expected = route.getValue().contains(who);
        var found = ask(http, route.getKey(), who);
        if (expected != found.open() || found.broken()) {
          differences.add(route.getKey() + " as " + who + ": " + found.status());
        }
      }
    }

    assertThat(differences).isEmpty();
  }

  @Test
  void whatNobodyDeclaredIsClosed() throws Exception {
    accounts.create(new NewAccount("somebody", "样本", "", "", true), "Water-2026", true);
    var http = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();

    for (var who : WHO) {
      assertThat(ask(http, "DELETE /accounts/{id}", who).status()).as(who).isEqualTo("403");
    }
  }

  private record Answer(String status, boolean open, boolean broken) {}

  private static Answer ask(MockMvc http, String route, String who) throws Exception {
    var space = route.indexOf(' ');
    var method = HttpMethod.valueOf(route.substring(0, space));
    var asked = request(method, fill(route.substring(space + 1))).with(csrf());
    if (!who.equals("visitor")) {
      asked = asked.with(authentication(signedIn(who)));
    }
    MockHttpServletResponse answer;
    try {
      answer = http.perform(asked).andReturn().getResponse();
    } catch (ServletException refused) {
      // An upload without a file got as far as the upload: the route is open.
      var open = refused.getCause() instanceof MultipartException;
      return new Answer(String.valueOf(refused.getCause()), open, !open);
    }
    var toSignIn = Objects.toString(answer.getRedirectedUrl(), "").contains("/sign-in");
    var closed = answer.getStatus() == 403 || (toSignIn && who.equals("visitor"));
    return new Answer(String.valueOf(answer.getStatus()), !closed, answer.getStatus() >= 500);
  }

  /**
   * What a browser sends along with a form. Spring's own {@code csrf()} would put another token
   * repository into the filter that serves all other tests too, one that gives every phone a
   * session.
   */
  private static RequestPostProcessor csrf() {
    var token = "routes";
    var masked = new byte[2 * token.length()];
    System.arraycopy(
        token.getBytes(StandardCharsets.UTF_8), 0, masked, token.length(), token.length());
    return asked -> {
      asked.setCookies(new Cookie("XSRF-TOKEN", token));
      asked.setParameter("_csrf", Base64.getUrlEncoder().encodeToString(masked));
      return asked;
    };
  }

  private static UsernamePasswordAuthenticationToken signedIn(String who) {
    var role =
        switch (who) {
          case "organizer" -> Role.ORGANIZER;
          case "department" -> Role.DEPARTMENT;
          case "representative" -> Role.REPRESENTATIVE;
          case "auditor" -> Role.AUDITOR;
          case "system" -> Role.SYSTEM_ADMIN;
          case "security" -> Role.SECURITY_ADMIN;
          default -> throw new IllegalArgumentException(who);
        };
    var scope =
        switch (role) {
          case REPRESENTATIVE -> new Scope.Own(1);
          case SYSTEM_ADMIN, SECURITY_ADMIN -> new Scope.Published();
          default -> new Scope.Region("3715");
        };
    var me =
        new SignedIn(
            1,
            "somebody",
            "样本",
            Set.of(role),
            scope,
            role == Role.REPRESENTATIVE ? 1L : null,
            false);
    return UsernamePasswordAuthenticationToken.authenticated(
        me, null, List.of(new SimpleGrantedAuthority("ROLE_" + role)));
  }

  private static String fill(String pattern) {
    return Arrays.stream(pattern.split("/", -1))
        .map(part -> part.replaceAll("\\{([a-z]+)[^}]*}", "{$1}"))
        .map(part -> {
          var open = part.indexOf('{');
          if (open < 0) {
            return part;
          }
          var close = part.indexOf('}');
          var name = part.substring(open + 1, close).toLowerCase(Locale.ROOT);
          return part.substring(0, open)
              + SHAPES.getOrDefault(name, "1")
              + part.substring(close + 1);
        })
        .collect(Collectors.joining("/"));
  }

  /** Route → who may use it. Columns: method, path, then one per kind of person, "y" or "-". */
  private static Map<String, Set<String>> table() throws IOException {
    var table = new LinkedHashMap<String, Set<String>>();
    for (var line :
        new ClassPathResource("routes.csv")
            .getContentAsString(StandardCharsets.UTF_8)
            .lines()
            .toList()) {
      if (line.isBlank() || line.startsWith("#") || line.startsWith("method")) {
        continue;
      }
      var cells = line.split(",", -1);
      var open = new TreeSet<String>();
      for (var i = 0; i < WHO.size(); i++) {
        if (cells[i + 2].equals("y")) {
          open.add(WHO.get(i));
        }
      }
      table.put(cells[0] + " " + cells[1], open);
    }
    return table;
  }
}
