-- What becomes of an opinion (意见办理): who answers it, by when, what was answered and how the author found it.
create table disposition (
  -- Looked after when the transaction ends: an opinion that goes takes it along, and the department is told before.
  opinion_id    bigint primary key references opinion deferrable initially deferred,
  -- Its name, and the division it belongs to: every county has a finance bureau.
  department    text not null,
  department_region varchar(12) not null references region,
  due           date not null,
  status        text not null check (status in
    ('ASSIGNED', 'RETURNED', 'ANSWERED', 'REOPENED', 'ANSWERED_AGAIN', 'CLOSED')),
  -- A later date that the department asks for.
  asked_due     date,
  asked_reason  text not null default '',
  -- The answer that holds.
  result        text check (result in ('ADOPTED', 'PARTLY', 'ALREADY_DONE', 'NOT_ADOPTED')),
  answer        text not null default '',
  reason        text not null default '',
  cited         text not null default '',
  cited_link    text not null default '',
  answered_at   timestamptz,
  -- How the author found it.
  rating        text check (rating in ('SATISFIED', 'BASICALLY', 'NOT_SATISFIED')),
  remark        text not null default '',
  rated_at      timestamptz,
  assigned_at   timestamptz not null,
  closed_at     timestamptz,
  reminded_on   date,
  version       int not null default 0,
  check ((asked_due is null) = (asked_reason = '')),
  check (status not in ('ANSWERED', 'ANSWERED_AGAIN') or result is not null),
  check ((status = 'CLOSED') = (closed_at is not null)),
  check (result is null or result in ('ADOPTED', 'ALREADY_DONE') or reason <> '')
);
create index disposition_department on disposition (department, department_region, due, opinion_id)
  where status in ('ASSIGNED', 'REOPENED');
create index disposition_due on disposition (due, opinion_id) where status in ('ASSIGNED', 'RETURNED', 'REOPENED');

-- What the answer refers to, or is proposed to refer to: things of any room, by kind and number.
create table disposition_citation (
  opinion_id bigint not null references disposition on delete cascade,
  kind       text not null,
  thing_id   bigint not null,
  primary key (opinion_id, kind, thing_id)
);
create index disposition_citation_thing on disposition_citation (kind, thing_id);

-- Immutable history: one row a move; the latest agrees with disposition.status. It outlives the opinion.
create table disposition_move (
  id         bigint generated always as identity primary key,
  opinion_id bigint not null,
  event      text not null,
  status     text not null,
  department text not null,
  department_region varchar(12) not null,
  due        date not null,
  result     text,
  rating     text,
  text       text not null default '',
  reason     text not null default '',
  actor      text not null,
  at         timestamptz not null
);
create index disposition_move_opinion on disposition_move (opinion_id, id);
create trigger disposition_move_append_only before update or delete on disposition_move
  for each statement execute function audit_is_append_only();
