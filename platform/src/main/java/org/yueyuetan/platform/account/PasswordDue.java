package org.yueyuetan.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Whoever still has an initial or an expired password chooses one before anything else. */
class PasswordDue implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!RequestArguments.current().mustChangePassword()
        || !(handler instanceof HandlerMethod)
        || request.getRequestURI().equals("/password")
        || request.getRequestURI().equals("/language")
        || request.getRequestURI().equals("/error")) {
      return true;
    }
    response.sendRedirect("/password");
    return false;
  }
}
