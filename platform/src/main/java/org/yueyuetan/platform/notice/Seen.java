package org.yueyuetan.platform.notice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yueyuetan.platform.account.SignedIn;

/** Reads the notices that lead to a page when the person comes there by another way. */
@Component
class Seen implements HandlerInterceptor, WebMvcConfigurer {

  private final Notices notices;

  Seen(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod && HttpMethod.GET.matches(request.getMethod())) {
      var address =
          Optional.ofNullable(request.getQueryString())
              .map(query -> request.getRequestURI() + "?" + query)
              .orElse(request.getRequestURI());
      SignedIn.current().ifPresent(me -> notices.seen(me.id(), address));
    }
    return true;
  }
}
