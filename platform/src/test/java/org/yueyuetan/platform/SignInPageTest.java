package org.yueyuetan.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInPageTest extends BrowserTest {

  @Test
  void signingInFitsAPhone() {
    var person = people.organizer();
    var page = phone();
    page.navigate("/sign-in");
    assertFits(page);

    signIn(page, person);

    page.navigate("/password");
    assertThat(page.locator("h1")).isVisible();
    assertFits(page);
  }
}
