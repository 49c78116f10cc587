package org.yueyuetan.platform.account;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yueyuetan.platform.form.Form;

/**
 * Lets a controller ask for {@link SignedIn me}, its {@link Scope} and the {@link Form} that was
 * typed.
 */
@Configuration
class RequestArguments implements WebMvcConfigurer {

  private final FirstRun firstRun;

  RequestArguments(FirstRun firstRun) {
    this.firstRun = firstRun;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(
        new Resolver<>(SignedIn.class) {
          @Override
          SignedIn resolve(NativeWebRequest request) {
            return current();
          }
        });
    resolvers.add(
        new Resolver<>(Scope.class) {
          @Override
          Scope resolve(NativeWebRequest request) {
            return current().scope();
          }
        });
    resolvers.add(
        new Resolver<>(Form.class) {
          @Override
          Form resolve(NativeWebRequest request) {
            var typed = new LinkedHashMap<String, List<String>>();
            request.getParameterMap().forEach((name, values) -> typed.put(name, readable(values)));
            return new Form(typed);
          }
        });
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(firstRun);
    registry.addInterceptor(new PasswordDue());
  }

  static SignedIn current() {
    return SignedIn.current().orElseGet(SignedIn::visitor);
  }

  /** No keyboard makes a zero character, and no database takes one. */
  private static List<String> readable(String[] values) {
    return Arrays.stream(values).map(value -> value.replace("\0", "")).toList();
  }

  private abstract static class Resolver<T> implements HandlerMethodArgumentResolver {

    private final Class<T> type;

    Resolver(Class<T> type) {
      this.type = type;
    }

    abstract T resolve(NativeWebRequest request);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == type;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @org.jspecify.annotations.Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
      return resolve(request);
    }
  }
}
