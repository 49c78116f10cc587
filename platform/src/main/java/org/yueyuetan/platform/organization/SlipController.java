package org.yueyuetan.platform.organization;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.document.Sheet;
import org.yueyuetan.platform.document.Sheets;

/**
 * Initial passwords of representatives who have not signed in yet, as a sheet to be cut into slips.
 * A slip is worth nothing once its owner has chosen a password.
 */
@Controller
class SlipController {

  private final Accounts accounts;
  private final Organizations organizations;
  private final Audit audit;
  private final MessageSource words;

  SlipController(Accounts accounts, Organizations organizations, Audit audit, MessageSource words) {
    this.accounts = accounts;
    this.organizations = organizations;
    this.audit = audit;
    this.words = words;
  }

  @GetMapping("/accounts/slips")
  void slips(Locale locale, HttpServletResponse response) throws IOException {
    var slips = accounts.slips();
    audit.opened("account", "slips");
    var names = organizations.names(slips.stream().map(Accounts.Slip::organization).toList());
    response.setContentType(Sheets.XLSX);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(word("title", locale) + ".xlsx", StandardCharsets.UTF_8)
            .build()
            .toString());
    Sheets.write(
        response.getOutputStream(),
        Sheet.of(
            word("title", locale),
            List.of(
                new Sheet.Column(word("organization", locale), 40),
                new Sheet.Column(word("name", locale), 12),
                new Sheet.Column(word("username", locale), 22),
                new Sheet.Column(word("password", locale), 16)),
            slips.stream()
                .map(slip ->
                    List.of(
                        names.getOrDefault(slip.organization(), ""),
                        slip.name(),
                        slip.username(),
                        slip.password()))));
  }

  private String word(String key, Locale locale) {
    return words.getMessage("organization.slips." + key, null, locale);
  }
}
