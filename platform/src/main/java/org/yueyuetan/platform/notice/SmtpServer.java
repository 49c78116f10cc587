package org.yueyuetan.platform.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;

/** The mail server of the settings; encrypted whenever it offers to be. */
@Component
class SmtpServer {

  /** An open conversation with the server. */
  static final class Conversation implements AutoCloseable {

    private final Session session;
    private final Transport transport;
    private final InternetAddress from;

    private Conversation(Session session, Transport transport, InternetAddress from) {
      this.session = session;
      this.transport = transport;
      this.from = from;
    }

    /**
     * @throws jakarta.mail.SendFailedException when the server refuses this mail
     */
    void send(Outbox.Parcel parcel) throws MessagingException {
      var mail = mail(session, from, parcel);
      transport.sendMessage(mail, mail.getAllRecipients());
    }

    /** Whether the server still listens: some hang up at a mail that they refuse. */
    boolean goesOn() {
      return transport.isConnected();
    }

    @Override
    public void close() throws MessagingException {
      transport.close();
    }
  }

  private static final String IMPLICIT_TLS = "465";
  private static final String MILLIS = "15000";

  private final Settings settings;

  SmtpServer(Settings settings) {
    this.settings = settings;
  }

  boolean configured() {
    return !settings.get(Setting.MAIL_HOST).isBlank();
  }

  Conversation open() throws MessagingException {
    var from = new InternetAddress(settings.get(Setting.MAIL_FROM), true);
    var port = settings.get(Setting.MAIL_PORT);
    var user = settings.get(Setting.MAIL_USER);
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.connectiontimeout", MILLIS);
    properties.setProperty("mail.smtp.timeout", MILLIS);
    properties.setProperty("mail.smtp.writetimeout", MILLIS);
    properties.setProperty("mail.smtp.ssl.enable", String.valueOf(port.equals(IMPLICIT_TLS)));
    properties.setProperty("mail.smtp.starttls.enable", "true");
    properties.setProperty("mail.smtp.auth", String.valueOf(!user.isBlank()));
    properties.setProperty("mail.smtp.quitwait", "false");
    var session = Session.getInstance(properties);
    var transport = session.getTransport();
    transport.connect(
        settings.get(Setting.MAIL_HOST),
        Integer.parseInt(port),
        user.isBlank() ? null : user,
        user.isBlank() ? null : settings.get(Setting.MAIL_PASSWORD));
    return new Conversation(session, transport, from);
  }

  private static MimeMessage mail(Session session, InternetAddress from, Outbox.Parcel parcel)
      throws MessagingException {
    var letter = parcel.letter();
    var number =
        "<%d.%d.%s>".formatted(parcel.written().getEpochSecond(), parcel.id(), from.getAddress());
    var mail = new NumberedMail(session, number);
    var helper =
        new MimeMessageHelper(mail, letter.calendar().isPresent(), StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setTo(new InternetAddress(letter.recipient(), true));
    helper.setSubject(letter.subject());
    helper.setText(letter.body());
    mail.setHeader("Auto-Submitted", "auto-generated");
    if (letter.calendar().isPresent()) {
      helper.addAttachment(
          "calendar.ics",
          new ByteArrayResource(letter.calendar().get().getBytes(StandardCharsets.UTF_8)),
          "text/calendar; charset=UTF-8; method=PUBLISH");
    }
    mail.saveChanges();
    return mail;
  }

  /** Keeps its number when sent again, so that a mailbox can tell a repetition. */
  private static final class NumberedMail extends MimeMessage {

    private final String number;

    NumberedMail(Session session, String number) {
      super(session);
      this.number = number;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", number);
    }
  }
}
