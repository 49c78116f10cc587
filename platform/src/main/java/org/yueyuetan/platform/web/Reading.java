package org.yueyuetan.platform.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages that are only read: how the mechanism works, what is done with personal data, help. */
@Controller
class Reading {

  @GetMapping("/about")
  String about() {
    return "web/about";
  }

  @GetMapping("/help")
  String help() {
    return "web/help";
  }
}
