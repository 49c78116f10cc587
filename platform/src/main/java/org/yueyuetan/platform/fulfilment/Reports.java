package org.yueyuetan.platform.fulfilment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.document.Upload;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.CameraData;

/** What parties report as done or delivered, with its evidence, and what the other side says. */
@Service
@Transactional
public class Reports {

  /** Files with a report. */
  static final int MOST = 6;

  /** A file with its bytes. */
  record Content(Evidence evidence, Resource bytes) {}

  private static final String SQL =
      """
      select r.*, coalesce(m.title, c.title) as subject, o.name as unit, coalesce(b.name, '') as answerer
      from fulfilment_report r
      join organization o on o.id = r.organization_id
      left join organization b on b.id = r.answered_by
      left join fulfilment_milestone m on m.id = r.milestone_id
      left join fulfilment_amount c on c.id = r.amount_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Desk desk;
  private final FulfilmentTable table;
  private final Endings endings;
  private final Tidings tidings;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Reports(
      JdbcClient jdbc,
      Clock clock,
      Desk desk,
      FulfilmentTable table,
      Endings endings,
      Tidings tidings,
      Audit audit,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.desk = desk;
    this.table = table;
    this.endings = endings;
    this.tidings = tidings;
    this.audit = audit;
    this.events = events;
  }

  // --- reading ---

  /** Newest first, for those inside; nobody else finds any. */
  @Transactional(readOnly = true)
  public List<Report> of(Case open) {
    if (!open.inside()) {
      return List.of();
    }
    var reports =
        jdbc.sql(SQL + "where r.agreement_id = :agreement order by r.id desc")
            .param("agreement", open.id())
            .query(Reports::report)
            .list();
    var files = evidence(reports.stream().map(Report::id).toList());
    return reports.stream()
        .map(report -> report.with(files.getOrDefault(report.id(), List.of())))
        .toList();
  }

  @Transactional(readOnly = true)
  public Report find(Case open, long id) {
    return of(open).stream()
        .filter(report -> report.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound("report", id));
  }

  /** Opening what others sent in is on record: lists name people. */
  Content evidence(SignedIn me, long agreement, long id) {
    var open = desk.inside(me, agreement);
    var found =
        of(open).stream()
            .flatMap(report -> report.evidence().stream())
            .filter(one -> one.id() == id)
            .findFirst()
            .orElseThrow(() -> new NotFound("evidence", id));
    audit.opened("evidence", id);
    return new Content(
        found,
        new ByteArrayResource(
            jdbc.sql("select content from fulfilment_evidence where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single()));
  }

  private Map<Long, List<Evidence>> evidence(List<Long> reports) {
    return jdbc
        .sql(
            """
            select id, report_id as report, name, content_type, size
            from fulfilment_evidence where report_id = any (:reports) order by id
            """)
        .param("reports", reports.toArray(Long[]::new))
        .query(Evidence.class)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Evidence::report));
  }

  // --- reporting ---

  /** A party reports a milestone as done. */
  public long done(SignedIn me, long agreement, long milestone, String note, List<Upload> files)
      throws UnreadableFile {
    var open = running(me, agreement);
    var about = mine(open, open.fulfilment().milestone(milestone), Milestone::organization);
    if (about.status() != MilestoneStatus.OPEN) {
      throw new Refused("", "fulfilment.fault.notOpen");
    }
    table.move(about, MilestoneStatus.Event.REPORT, Optional.empty());
    return add(
        open, about.title(), Optional.of(milestone), Optional.empty(), 0, "", note, files, me);
  }

  /**
   * A party reports an amount as delivered.
   *
   * @param excess why it is more than agreed; without it, more is refused
   */
  public long delivered(
      SignedIn me,
      long agreement,
      long amount,
      long quantity,
      String excess,
      String note,
      List<Upload> files)
      throws UnreadableFile {
    var open = running(me, agreement);
    var about = mine(open, open.fulfilment().amount(amount), Amount::organization);
    if (quantity > about.left() && excess.isEmpty()) {
      throw new Refused("excess", "fulfilment.fault.excess");
    }
    return add(
        open,
        about.title(),
        Optional.empty(),
        Optional.of(amount),
        quantity,
        quantity > about.left() ? excess : "",
        note,
        files,
        me);
  }

  private long add(
      Case open,
      String subject,
      Optional<Long> milestone,
      Optional<Long> amount,
      long quantity,
      String excess,
      String note,
      List<Upload> files,
      SignedIn me)
      throws UnreadableFile {
    if (files.isEmpty()) {
      throw new Refused("files", "fulfilment.fault.evidence");
    }
    if (files.size() > MOST) {
      throw new Refused("files", "fulfilment.fault.files", String.valueOf(MOST));
    }
    var organization = open.party().orElseThrow().organization();
    var id =
        jdbc.sql(
                """
                insert into fulfilment_report (agreement_id, milestone_id, amount_id, quantity, excess, note,
                                               organization_id, reported_at, status)
                values (:agreement, :milestone, :amount, :quantity, :excess, :note, :organization, :now, 'WAITING')
                returning id
                """)
            .param("agreement", open.id())
            .param("milestone", milestone.orElse(null))
            .param("amount", amount.orElse(null))
            .param("quantity", quantity)
            .param("excess", excess)
            .param("note", note)
            .param("organization", organization)
            .param("now", FulfilmentTable.sql(clock.instant()))
            .query(Long.class)
            .single();
    for (var file : files) {
      keep(id, file);
    }
    table.note(open.id(), "REPORT", subject, note, me);
    audit.changed(
        "report",
        "agreement",
        open.id(),
        null,
        Map.of("report", id, "subject", subject, "quantity", quantity, "files", files.size()));
    tidings.toParties(open.agreement(), open.activeBut(organization), "reported", subject);
    return id;
  }

  private void keep(long report, Upload file) throws UnreadableFile {
    var content = CameraData.removedFrom(file.content());
    jdbc.sql(
            """
            insert into fulfilment_evidence (report_id, name, content_type, size, content)
            values (:report, :name, :type, :size, :content)
            """)
        .param("report", report)
        .param("name", file.name())
        .param("type", file.type())
        .param("size", content.length)
        .param("content", content)
        .update();
  }

  // --- answering ---

  /**
   * The other side confirms receipt in full or in part, or refuses.
   *
   * @param part of the quantity that was received, where only part was
   * @param answer reason of whoever did not receive all; of the bureau, why it answers for a party
   */
  public void answer(
      SignedIn me, long agreement, long id, Verdict verdict, long part, String answer) {
    var open = desk.hold(me, agreement);
    var report = find(open, id);
    if (!open.mayAnswer(report.organization())) {
      throw new AccessDeniedException("not for this person to do");
    }
    if (!report.waits()) {
      throw new Refused("", "fulfilment.fault.answered");
    }
    var next = ReportStatus.LIFE.next(report.status(), verdict);
    if (verdict != Verdict.FULL || open.standsInFor(report.organization())) {
      require(answer);
    }
    var confirmed = confirmed(report, verdict, part);
    jdbc.sql(
            """
            update fulfilment_report
            set status = :status, confirmed = :confirmed, answer = :answer, answered_by = :by, answered_at = :now
            where id = :id
            """)
        .param("id", id)
        .param("status", next.name())
        .param("confirmed", confirmed)
        .param("answer", answer)
        .param("by", open.party().map(one -> one.organization()).orElse(null))
        .param("now", FulfilmentTable.sql(clock.instant()))
        .update();
    table.note(agreement, verdict.name(), report.subject(), answer, me);
    audit.changed(
        "confirmReceipt",
        "agreement",
        agreement,
        null,
        Map.of("report", id, "verdict", verdict, "confirmed", confirmed, "answer", answer));
    follow(open, report, verdict, confirmed);
    tidings.toParties(
        open.agreement(),
        open.agreement().parties().stream()
            .filter(party -> party.organization() == report.organization())
            .toList(),
        verdict == Verdict.FULL ? "confirmed" : "notConfirmed",
        report.subject());
    endings.fulfilIfDone(open.agreement(), me);
  }

  private void follow(Case open, Report report, Verdict verdict, long confirmed) {
    report
        .milestone()
        .flatMap(open.fulfilment()::milestone)
        .ifPresent(milestone -> {
          if (verdict == Verdict.FULL) {
            table.move(milestone, MilestoneStatus.Event.CONFIRM, Optional.of(day(report)));
            events.publishEvent(
                new MilestoneKept(
                    milestone.id(), report.id(), open.id(), milestone.organization()));
          } else {
            table.move(milestone, MilestoneStatus.Event.GIVE_BACK, Optional.empty());
          }
        });
    if (report.amount().isPresent() && confirmed > 0) {
      events.publishEvent(
          new AmountDelivered(
              report.id(),
              open.id(),
              open.agreement().project(),
              report.organization(),
              confirmed));
    }
  }

  private static long confirmed(Report report, Verdict verdict, long part) {
    return switch (verdict) {
      case FULL -> report.quantity();
      case REFUSE -> 0;
      case PART -> {
        if (report.amount().isPresent() && (part < 1 || part >= report.quantity())) {
          throw new Refused("part", "fulfilment.fault.part");
        }
        yield report.amount().isPresent() ? part : 0;
      }
    };
  }

  private static void require(String answer) {
    if (answer.isEmpty()) {
      throw new Refused("answer", "fulfilment.fault.reason");
    }
  }

  private LocalDate day(Report report) {
    return LocalDate.ofInstant(report.reportedAt(), clock.getZone());
  }

  private Case running(SignedIn me, long agreement) {
    var open = desk.hold(me, agreement);
    if (!open.isRunning()) {
      throw new Refused("", "fulfilment.fault.over");
    }
    return open;
  }

  private static <T> T mine(Case open, Optional<T> about, Function<T, Long> organization) {
    return about
        .filter(one -> open.isParty(organization.apply(one)))
        .orElseThrow(() -> new AccessDeniedException("not for this person to do"));
  }

  private static Report report(ResultSet row, int n) throws SQLException {
    return new Report(
        row.getLong("id"),
        row.getLong("agreement_id"),
        FulfilmentTable.maybeId(row, "milestone_id"),
        FulfilmentTable.maybeId(row, "amount_id"),
        row.getString("subject"),
        row.getLong("quantity"),
        row.getString("excess"),
        row.getString("note"),
        row.getLong("organization_id"),
        row.getString("unit"),
        FulfilmentTable.instant(row, "reported_at"),
        ReportStatus.valueOf(row.getString("status")),
        row.getLong("confirmed"),
        row.getString("answer"),
        row.getString("answerer"),
        FulfilmentTable.maybeInstant(row, "answered_at"),
        List.of());
  }
}
