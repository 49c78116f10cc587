package org.yueyuetan.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Shows the precompiled templates: view {@code need/list} is {@code src/main/jte/need/list.jte}. A
 * page is rendered whole before its first byte is sent, so a fault in a template becomes an error
 * page and never half a page.
 */
@Component
class Pages implements ViewResolver, Ordered {

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "org.yueyuetan.pages");

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    var elsewhere = name.startsWith("redirect:") || name.startsWith("forward:");
    return elsewhere ? null : new Page(name + ".jte");
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  private final class Page implements View {

    private final String template;

    Page(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var output = new Utf8ByteOutput();
      templates.render(
          template, model == null ? Map.of() : new LinkedHashMap<String, Object>(model), output);
      response.setContentType(getContentType());
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    }
  }
}
