package org.yueyuetan.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;

/**
 * Pages for what went wrong, in the person's language: what happened, that nothing was lost, and
 * the way on. Faults of our own carry a number that stands in the log too.
 */
@org.springframework.stereotype.Controller
@ControllerAdvice
class Faults implements ErrorController {

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 409, 413, 422);

  private final Frame frame;

  Faults(Frame frame) {
    this.frame = frame;
  }

  @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
  ModelAndView notFound(HttpServletRequest request) {
    return page(request, HttpStatus.NOT_FOUND, "404");
  }

  /** Two who meet at the same rows at the same moment: the database lets one go first. */
  @ExceptionHandler({IllegalMove.class, EditedElsewhere.class, ConcurrencyFailureException.class})
  ModelAndView conflict(RuntimeException conflict, HttpServletRequest request) {
    LOG.info("{} {}: {}", request.getMethod(), request.getRequestURI(), conflict.getMessage());
    return page(request, HttpStatus.CONFLICT, conflict instanceof IllegalMove ? "409" : "edited");
  }

  @ExceptionHandler(MaxUploadSizeExceededException.class)
  ModelAndView tooLarge(HttpServletRequest request) {
    return page(request, HttpStatus.CONTENT_TOO_LARGE, "413");
  }

  /** What no controller answered: refused or unknown addresses, and faults of our own. */
  @RequestMapping("/error")
  ModelAndView error(HttpServletRequest request) {
    var code =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given
            ? given
            : 404;
    if (code < 500) {
      return page(
          request,
          HttpStatusCode.valueOf(code),
          TOLD.contains(code) ? String.valueOf(code) : "400");
    }
    var number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    LOG.error(
        "Fault {} at {}",
        number,
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
        (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    return page(request, HttpStatusCode.valueOf(code), "500").addObject("number", number);
  }

  private ModelAndView page(HttpServletRequest request, HttpStatusCode status, String key) {
    var page = new ModelAndView("web/error");
    page.setStatus(status);
    return page.addObject("ui", frame.ui(request)).addObject("key", key).addObject("number", "");
  }
}
