package org.yueyuetan.platform.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Empties the outbox. A mail is marked as sent right after the server took it; only a node that
 * dies in between sends it twice. While there is no server in the settings, or none that answers,
 * mails wait, but not for ever: an invitation that comes after its talk helps nobody.
 */
@Component
class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final int AT_ONCE = 20;

  private final Outbox outbox;
  private final SmtpServer server;

  Delivery(Outbox outbox, SmtpServer server) {
    this.outbox = outbox;
    this.server = server;
  }

  void run() {
    outbox.forgetOld();
    if (server.configured() && outbox.anyDue()) {
      deliver();
    }
    outbox.giveUpStale();
  }

  private void deliver() {
    var claimed = new ArrayList<Long>();
    try (var conversation = server.open()) {
      for (var parcels = outbox.claim(AT_ONCE);
          !parcels.isEmpty();
          parcels = outbox.claim(AT_ONCE)) {
        claimed.clear();
        parcels.forEach(parcel -> claimed.add(parcel.id()));
        send(conversation, parcels, claimed);
      }
    } catch (MessagingException unreachable) {
      LOG.warn("mails wait: {}", reason(unreachable));
      outbox.postpone(claimed, reason(unreachable));
    }
  }

  private void send(
      SmtpServer.Conversation conversation, List<Outbox.Parcel> parcels, List<Long> claimed)
      throws MessagingException {
    for (var parcel : parcels) {
      try {
        conversation.send(parcel);
        outbox.sent(parcel.id());
        claimed.remove(parcel.id());
      } catch (SendFailedException | AddressException refused) {
        outbox.refused(parcel.id(), reason(refused));
        claimed.remove(parcel.id());
        if (!conversation.goesOn()) {
          throw refused;
        }
      } catch (RuntimeException unfit) {
        LOG.warn("mail {} cannot be written", parcel.id(), unfit);
        outbox.refused(parcel.id(), unfit.getClass().getSimpleName());
        claimed.remove(parcel.id());
      } catch (MessagingException hungUp) {
        // It may be this very mail that the server cannot stand: from now on others come first.
        outbox.refused(parcel.id(), reason(hungUp));
        claimed.remove(parcel.id());
        throw hungUp;
      }
    }
  }

  /** What the server said, without the addresses that servers like to repeat. */
  private static String reason(MessagingException failure) {
    var said = new StringBuilder(failure.getClass().getSimpleName());
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause.getMessage() != null) {
        said.append(": ").append(cause.getMessage().strip());
      }
    }
    var reason =
        said.toString().replaceAll("[^\\s<>:;,]+@[^\\s<>:;,]+", "…@…").replaceAll("\\s+", " ");
    return reason.length() > 300 ? reason.substring(0, 300) + "…" : reason;
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause instanceof MessagingException messaging && messaging.getNextException() != null
        ? messaging.getNextException()
        : cause.getCause();
  }
}
