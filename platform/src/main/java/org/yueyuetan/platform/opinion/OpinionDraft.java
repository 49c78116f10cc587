package org.yueyuetan.platform.opinion;

import java.util.Optional;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.talk.Party;

/**
 * What somebody said at a talk, as it is written down.
 *
 * @param agenda the question that it answers; empty for none
 * @param guest invitation of the speaker; empty when the speaker is named freely
 * @param named whether the speaker agrees that the unit is told to the public
 */
public record OpinionDraft(
    String text,
    Optional<Long> agenda,
    Optional<Long> guest,
    String speaker,
    Party party,
    boolean named) {

  public static final int TEXT = 2000;

  static OpinionDraft read(Form form) {
    var text = form.required("text", TEXT);
    var guest = form.id("guest");
    var speaker = guest.isPresent() ? "" : form.required("speaker", 100);
    var party =
        guest.isPresent()
            ? Party.OTHER
            : form.need("party", form.choice("party", Party.class), Party.OTHER);
    return new OpinionDraft(text, form.id("agenda"), guest, speaker, party, form.ticked("named"));
  }
}
