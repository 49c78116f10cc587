package org.yueyuetan.platform.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;

/** Leads people to the page where their work begins. */
@Controller
class Entrance {

  @GetMapping("/today")
  String today(SignedIn me) {
    return "redirect:" + workOf(me);
  }

  /** First page of a person's day; the public home for visitors. */
  static String workOf(SignedIn me) {
    if (me.is(Role.ORGANIZER) || me.is(Role.AUDITOR)) {
      return "/board";
    }
    if (me.is(Role.REPRESENTATIVE) || me.is(Role.DEPARTMENT)) {
      return "/mine";
    }
    if (me.is(Role.SYSTEM_ADMIN) || me.is(Role.SECURITY_ADMIN)) {
      return "/accounts";
    }
    return "/public";
  }
}
