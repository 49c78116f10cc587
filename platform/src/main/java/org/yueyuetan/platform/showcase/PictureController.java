package org.yueyuetan.platform.showcase;

import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;

/** The pictures of cards; the browser is told not to guess what they are. */
@Controller
class PictureController {

  private final Pictures pictures;
  private final Visitors visitors;

  PictureController(Pictures pictures, Visitors visitors) {
    this.pictures = pictures;
    this.visitors = visitors;
  }

  @GetMapping("/talks/{id}/showcase/pictures/{picture}")
  ResponseEntity<Resource> picture(@PathVariable long id, @PathVariable long picture, SignedIn me) {
    return visitors
        .byAccount(me, id)
        .flatMap(visitor -> pictures.content(visitor, picture))
        .or(() -> pictures.content(me.scope(), id, picture))
        .map(PictureController::shown)
        .orElseThrow(() -> new NotFound("picture", picture));
  }

  static ResponseEntity<Resource> shown(Pictures.Content content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(content.type()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
        .body(content.bytes());
  }
}
