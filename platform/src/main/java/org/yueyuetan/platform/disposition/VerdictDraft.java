package org.yueyuetan.platform.disposition;

import org.yueyuetan.platform.form.Form;

/** What the author finds of an answer, as typed. */
record VerdictDraft(Rating rating, String remark) {

  static final int REMARK = 300;

  /** Who is not satisfied with the first answer says why: the department answers once more. */
  static VerdictDraft read(Form form, Matter matter) {
    var rating = form.need("rating", form.choice("rating", Rating.class), Rating.SATISFIED);
    var remark =
        rating == Rating.NOT_SATISFIED && matter.is(DispositionStatus.ANSWERED)
            ? form.required("remark", REMARK)
            : form.text("remark", REMARK);
    return new VerdictDraft(rating, remark);
  }
}
