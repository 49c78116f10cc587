package org.yueyuetan.platform.opinion;

import java.util.Optional;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.talk.Party;

/**
 * Which opinions of a talk somebody wants to read.
 *
 * @param agenda the question that they answer
 */
public record OpinionFilter(Optional<Long> agenda, Optional<Party> party) {

  static OpinionFilter read(Form form) {
    return new OpinionFilter(form.id("agenda"), form.choice("party", Party.class));
  }

  static OpinionFilter all() {
    return new OpinionFilter(Optional.empty(), Optional.empty());
  }

  public boolean isSet() {
    return agenda.isPresent() || party.isPresent();
  }

  /** As part of an address. */
  public String query() {
    return agenda.map(id -> "&agenda=" + id).orElse("")
        + party.map(one -> "&party=" + one.name()).orElse("");
  }
}
