package org.yueyuetan.platform.talk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.document.Upload;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;

/** Photos and files of a talk: staff bring them in, everyone sees what is published. */
@Controller
class TalkFileController {

  private static final int CAPTION = 100;

  private final Desk desk;
  private final TalkFiles files;

  TalkFileController(Desk desk, TalkFiles files) {
    this.desk = desk;
    this.files = files;
  }

  @GetMapping("/talks/{id}/day/files")
  ModelAndView list(@PathVariable long id, SignedIn me) {
    return page(me, id, Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/day/files")
  ModelAndView add(
      @PathVariable long id,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Form form,
      SignedIn me,
      RedirectAttributes redirect)
      throws IOException {
    var caption = form.text("caption", CAPTION);
    if (file == null || file.isEmpty()) {
      form.reject("file", "form.required");
    } else if (!form.hasFaults()) {
      try {
        var upload = accepted(file);
        files.add(me, id, upload, caption, form.ticked("published"));
        redirect.addFlashAttribute("done", "talkday.file.done");
        return new ModelAndView("redirect:/talks/" + id + "/day/files");
      } catch (UnreadableFile refused) {
        form.reject("file", refused.key(), refused.args().toArray(String[]::new));
      }
    }
    return page(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping("/talks/{id}/files/{file}")
  ModelAndView change(
      @PathVariable long id,
      @PathVariable long file,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var caption = form.text("caption-" + file, CAPTION);
    if (form.hasFaults()) {
      return page(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    files.change(me, id, file, caption, form.ticked("published-" + file));
    redirect.addFlashAttribute("done", "talkday.file.changed");
    return new ModelAndView("redirect:/talks/" + id + "/day/files#file-" + file);
  }

  @PostMapping("/talks/{id}/files/{file}/delete")
  ModelAndView delete(
      @PathVariable long id, @PathVariable long file, SignedIn me, RedirectAttributes redirect) {
    files.delete(me, id, file);
    redirect.addFlashAttribute("done", "talkday.file.deleted");
    return new ModelAndView("redirect:/talks/" + id + "/day/files");
  }

  /** Pictures are shown, everything else is saved; the browser is told not to guess. */
  @GetMapping("/talks/{id}/files/{file}")
  ResponseEntity<Resource> content(@PathVariable long id, @PathVariable long file, SignedIn me) {
    var content =
        files.content(me.scope(), id, file).orElseThrow(() -> new NotFound("talk file", file));
    var type = content.file().contentType();
    var disposition =
        content.file().isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            disposition.filename(content.file().name(), StandardCharsets.UTF_8).build().toString())
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
        .body(content.bytes());
  }

  private static Upload accepted(MultipartFile file) throws IOException, UnreadableFile {
    var bytes = file.getBytes();
    var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    return Upload.isPhoto(Upload.type(bytes))
        ? Upload.photo(name, bytes)
        : Upload.file(name, bytes);
  }

  private ModelAndView page(SignedIn me, long id, Form form, HttpStatus status) {
    return desk.page("talkday/files", me, id, DayWork.FILES, status)
        .addObject("files", files.ofTalk(me.scope(), id))
        .addObject("form", form);
  }
}
