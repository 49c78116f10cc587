package org.yueyuetan.platform.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Closed by default: a route is open to whom a {@link Rule} names, and to nobody when none does.
 */
@Configuration
@EnableWebSecurity
@EnableConfigurationProperties({PasswordStrength.class, DemoAccess.class})
class Security {

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  @Bean
  Clock clock() {
    return Clock.system(ZoneId.of("Asia/Shanghai"));
  }

  /** Two requests of one person at the same moment may both write to the session. */
  @Bean
  PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOfPostgres() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  @Bean
  Rule.Rules accountRules() {
    return () ->
        List.of(
            Rule.get("/css/**").anyone(),
            Rule.get("/js/**").anyone(),
            Rule.get("/img/**").anyone(),
            Rule.get("/favicon.svg").anyone(),
            Rule.get("/actuator/health").anyone(),
            Rule.get("/v3/api-docs").anyone(),
            Rule.get("/error").anyone(),
            Rule.get("/first-run").anyone(),
            Rule.post("/first-run").anyone(),
            Rule.get("/sign-in").anyone(),
            Rule.get("/password").signedIn(),
            Rule.post("/password").signedIn(),
            Rule.post("/sign-out-everywhere").signedIn(),
            Rule.get("/accounts", Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR),
            Rule.get("/accounts/new", Role.SYSTEM_ADMIN),
            Rule.post("/accounts/representatives", Role.SECURITY_ADMIN),
            Rule.post("/accounts", Role.SYSTEM_ADMIN),
            Rule.get("/accounts/{id}", Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR),
            Rule.post("/accounts/{id}", Role.SYSTEM_ADMIN),
            Rule.post("/accounts/{id}/reset", Role.SYSTEM_ADMIN),
            Rule.post("/accounts/{id}/disable", Role.SYSTEM_ADMIN),
            Rule.post("/accounts/{id}/enable", Role.SYSTEM_ADMIN),
            Rule.post("/accounts/{id}/rights", Role.SECURITY_ADMIN),
            Rule.get("/audit", Role.AUDITOR));
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http,
      List<Rule.Rules> rooms,
      Settings settings,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
    var rules =
        rooms.stream().flatMap(room -> room.all().stream()).sorted(MOST_SPECIFIC_FIRST).toList();
    var entry = new LoginUrlAuthenticationEntryPoint("/sign-in");
    entry.setFavorRelativeUris(true);
    var wanted = new CookieRequestCache();
    // A form's address or a part of a page is no page to go on with after signing in.
    wanted.setRequestMatcher(
        request -> request.getMethod().equals("GET") && request.getHeader("HX-Request") == null);
    return http.authorizeHttpRequests(requests -> open(requests, rules, routes))
        .formLogin(form ->
            form.loginPage("/sign-in")
                .successHandler(goesOn(settings, wanted))
                .failureUrl("/sign-in?state=wrong")
                .permitAll())
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"))
        .requestCache(cache -> cache.requestCache(wanted))
        .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
        .exceptionHandling(faults ->
            faults.authenticationEntryPoint((request, response, denied) -> {
              if (request.getHeader("HX-Request") != null) {
                response.setHeader("HX-Refresh", "true");
                response.setStatus(401);
              } else if (declared(rules, request)) {
                entry.commence(request, response, denied);
              } else {
                response.sendError(403);
              }
            }))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer ->
                    referrer.policy(
                        org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                            .ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                    permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")))
        .build();
  }

  private static final Comparator<Rule> MOST_SPECIFIC_FIRST =
      Comparator.comparing(rule -> pattern(rule.pattern()));

  private static void open(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      List<Rule> rules,
      RequestMappingHandlerMapping routes) {
    requests
        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
        .permitAll();
    for (var rule : rules) {
      var methods =
          rule.method().equals(HttpMethod.GET)
              ? List.of(HttpMethod.GET, HttpMethod.HEAD)
              : List.of(rule.method());
      for (var method : methods) {
        var matching = requests.requestMatchers(matcher(method, rule.pattern()));
        switch (rule.who()) {
          case ANYONE -> matching.permitAll();
          case SIGNED_IN -> matching.authenticated();
          case ROLES ->
              matching.hasAnyRole(rule.roles().stream().map(Role::name).toArray(String[]::new));
        }
      }
    }
    // What nobody declared is closed; what does not exist may be told to be missing.
    requests
        .anyRequest()
        .access((who, context) -> new AuthorizationDecision(!exists(routes, context.getRequest())));
  }

  /** To the page that was asked for; signed out again when nothing is done for a while. */
  private static AuthenticationSuccessHandler goesOn(Settings settings, RequestCache wanted) {
    var handler =
        new SavedRequestAwareAuthenticationSuccessHandler() {
          @Override
          public void onAuthenticationSuccess(
              HttpServletRequest request, HttpServletResponse response, Authentication me)
              throws IOException, ServletException {
            endWhenIdle(request, settings);
            super.onAuthenticationSuccess(request, response, me);
          }
        };
    handler.setRequestCache(wanted);
    return handler;
  }

  static void endWhenIdle(HttpServletRequest request, Settings settings) {
    request.getSession().setMaxInactiveInterval(60 * settings.number(Setting.IDLE_MINUTES));
  }

  private static boolean exists(RequestMappingHandlerMapping routes, HttpServletRequest request) {
    var path = PathContainer.parsePath(request.getRequestURI());
    return routes.getHandlerMethods().keySet().stream()
        .map(RequestMappingInfo::getPathPatternsCondition)
        .filter(Objects::nonNull)
        .flatMap(patterns -> patterns.getPatterns().stream())
        .anyMatch(pattern -> pattern.matches(path));
  }

  private static boolean declared(List<Rule> rules, HttpServletRequest request) {
    return rules.stream()
        .anyMatch(rule ->
            rule.method().matches(request.getMethod())
                && matcher(rule.method(), rule.pattern()).matches(request));
  }

  private static PathPatternRequestMatcher matcher(HttpMethod method, String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
  }

  private static PathPattern pattern(String pattern) {
    return PathPatternParser.defaultInstance.parse(pattern);
  }

  private static CookieCsrfTokenRepository csrfCookie() {
    var repository = new CookieCsrfTokenRepository();
    repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
    return repository;
  }
}
