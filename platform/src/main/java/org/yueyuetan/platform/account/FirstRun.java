package org.yueyuetan.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * While nobody has an account, every page leads to the first-run page, which asks for a code that
 * only whoever started the program can read on its console.
 */
@Component
class FirstRun implements HandlerInterceptor {

  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 8;
  private static final int TRIES = 5;

  private final Accounts accounts;
  private final SecureRandom random = new SecureRandom();
  private volatile boolean done;
  private String code = "";
  private int tries;

  FirstRun(Accounts accounts) {
    this.accounts = accounts;
  }

  @EventListener(ApplicationReadyEvent.class)
  void announce() {
    if (pending()) {
      newCode();
    }
  }

  /** Whether the first administrator is still to come. */
  boolean pending() {
    if (!done) {
      done = !accounts.none();
    }
    return !done;
  }

  /** Whether {@code typed} is the code; after some wrong ones a new code is printed. */
  synchronized boolean codeIs(String typed) {
    var right =
        !code.isEmpty()
            && MessageDigest.isEqual(
                code.getBytes(StandardCharsets.UTF_8),
                typed
                    .replace("-", "")
                    .strip()
                    .toUpperCase(Locale.ROOT)
                    .getBytes(StandardCharsets.UTF_8));
    if (!right && ++tries >= TRIES) {
      newCode();
    }
    return right;
  }

  private synchronized void newCode() {
    var fresh = new StringBuilder();
    for (var i = 0; i < LENGTH; i++) {
      fresh.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    code = fresh.toString();
    tries = 0;
    System.out.printf(
        """

          First run · 首次使用
          Open the page in a browser and type this one-time code · 在浏览器打开首页，输入一次性代码：

              %s-%s

        %n\
        """,
        code.substring(0, LENGTH / 2), code.substring(LENGTH / 2));
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    var path = request.getRequestURI();
    if (!(handler instanceof HandlerMethod)
        || path.equals("/first-run")
        || path.equals("/language")
        || path.equals("/error")
        || path.startsWith("/v3/")
        || !pending()) {
      return true;
    }
    response.sendRedirect("/first-run");
    return false;
  }
}
