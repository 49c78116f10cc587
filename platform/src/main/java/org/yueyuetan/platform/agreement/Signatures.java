package org.yueyuetan.platform.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.signature.Credential;
import org.yueyuetan.platform.signature.Signatory;
import org.yueyuetan.platform.signature.Signing;

/**
 * Makes the signatures of an agreement, one party after another. The agreement is locked while a
 * signature is made: two browsers at once sign one after the other, and the second is told.
 */
@Service
public class Signatures {

  private static final String REASON = "签署协议";

  private final AgreementTable table;
  private final Desk desk;
  private final AgreementFiles files;
  private final AgreementPaper paper;
  private final Signing signing;
  private final Tidings tidings;
  private final Settings settings;
  private final MessageSource words;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Signatures(
      AgreementTable table,
      Desk desk,
      AgreementFiles files,
      AgreementPaper paper,
      Signing signing,
      Tidings tidings,
      Settings settings,
      MessageSource words,
      Audit audit,
      ApplicationEventPublisher events) {
    this.table = table;
    this.desk = desk;
    this.files = files;
    this.paper = paper;
    this.signing = signing;
    this.tidings = tidings;
    this.settings = settings;
    this.words = words;
    this.audit = audit;
    this.events = events;
  }

  /**
   * Signs for the party that the person speaks for. The person has confirmed with the password.
   *
   * @param sha256 of the file that the person has read
   * @param own certificate that the organization brought; empty for one of the platform
   * @throws EditedElsewhere when the file is another one by now, because somebody else signed
   * @throws Refused when it is not this party's turn, or it has signed already
   * @throws IllegalMove when it is not out for signature
   */
  @Transactional
  public void sign(long id, String sha256, Optional<Credential> own, SignedIn me) {
    var agreement = desk.hold(me, id);
    AgreementStatus.LIFE.next(agreement.status(), AgreementEvent.SIGN);
    var party =
        desk.party(me, agreement)
            .orElseThrow(() -> new AccessDeniedException("not for this person to do"));
    requireTurn(agreement, party);
    if (!agreement.fileSha256().equals(sha256)) {
      throw new EditedElsewhere("agreement", id);
    }
    var pdf = files.find(id, AgreementFiles.Form.PDF).orElseThrow().content();
    var signed =
        signing.sign(
            pdf,
            party.field(),
            new Signatory(me.name(), party.name(), party.creditCode()),
            REASON,
            own);
    table.signed(
        party,
        new Party.Signature(
            me.name(),
            signed.at(),
            signed.certificate(),
            own.isPresent(),
            files.keepPdf(agreement, AgreementFiles.Form.PDF, signed.pdf())));
    goOn(agreement, party, me);
  }

  private static void requireTurn(Agreement agreement, Party party) {
    if (party.signed()) {
      throw new Refused("agreement.fault.signedAlready");
    }
    if (!party.active()) {
      throw new Refused("agreement.fault.inactive");
    }
    if (agreement.next().filter(next -> next.id() == party.id()).isEmpty()) {
      throw new Refused("agreement.fault.notYourTurn");
    }
  }

  private void goOn(Agreement before, Party party, SignedIn me) {
    boolean last = before.parties().stream().filter(one -> !one.signed()).count() == 1;
    var event = last ? AgreementEvent.SIGN_LAST : AgreementEvent.SIGN;
    var to = AgreementStatus.LIFE.next(before.status(), event);
    table.status(before.id(), to);
    table.move(before.id(), event, to, Optional.of(party.organization()), "", me.name());
    audit.changed(
        "signAgreement",
        "agreement",
        before.id(),
        Map.of("status", before.status()),
        Map.of("status", to, "party", party.name(), "signer", me.name()));
    var after = table.hold(before.id()).orElseThrow();
    if (last) {
      seal(after);
      tidings.toAll(after, "signed", "");
      events.publishEvent(AgreementSigned.of(after, desk.project(after)));
    } else {
      after.next().ifPresent(next -> tidings.toParties(after, List.of(next), "yourTurn", ""));
    }
  }

  /** The record of how it was signed, with the agreement inside, sealed by the platform. */
  private void seal(Agreement agreement) {
    var pdf = files.find(agreement.id(), AgreementFiles.Form.PDF).orElseThrow();
    var record = paper.record(agreement, steps(agreement)).pdf(pdf.name(), pdf.content());
    var sealed =
        signing.sign(
            record,
            AgreementPaper.SEAL,
            new Signatory("月月谈平台", settings.get(Setting.BUREAU_NAME), ""),
            "签署记录");
    files.keepPdf(agreement, AgreementFiles.Form.RECORD, sealed.pdf());
  }

  private List<AgreementPaper.Step> steps(Agreement agreement) {
    var steps = new ArrayList<AgreementPaper.Step>();
    for (var move : table.history(agreement.id())) {
      var what =
          words.getMessage("agreement.event." + move.event(), null, Locale.SIMPLIFIED_CHINESE);
      var who = move.party().isEmpty() ? settings.get(Setting.BUREAU_NAME) : move.party();
      steps.add(
          new AgreementPaper.Step(
              move.at(),
              who + " " + move.actor(),
              what + (move.note().isEmpty() ? "" : "：" + move.note())));
    }
    return steps;
  }
}
