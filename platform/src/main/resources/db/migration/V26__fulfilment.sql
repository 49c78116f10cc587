-- What becomes of a signed agreement (履约). The agreement itself never changes: what its parties change by consent stands here.
create table fulfilment (
  agreement_id bigint primary key references agreement,
  status       text not null check (status in ('RUNNING', 'FULFILLED', 'TERMINATED')),
  started_at   timestamptz not null,
  ended_at     timestamptz,
  -- How the parties settle what was not carried out.
  settlement   text not null default '',
  check ((status = 'RUNNING') = (ended_at is null))
);

-- A milestone as it holds now.
create table fulfilment_milestone (
  id              bigint primary key references agreement_milestone,
  agreement_id    bigint not null references fulfilment,
  organization_id bigint not null references organization,
  position        int not null,
  title           text not null,
  due             date not null,
  status          text not null default 'OPEN' check (status in ('OPEN', 'REPORTED', 'KEPT')),
  -- The day on which what was confirmed had been reported.
  kept_on         date,
  reminded_on     date,
  check ((status = 'KEPT') = (kept_on is not null))
);
create index fulfilment_milestone_agreement on fulfilment_milestone (agreement_id, position);
create index fulfilment_milestone_open on fulfilment_milestone (due) where status = 'OPEN';

-- A contribution as it holds now; agreed: as it was signed. Whole units, money in fen.
create table fulfilment_amount (
  id              bigint primary key references agreement_contribution,
  agreement_id    bigint not null references fulfilment,
  organization_id bigint not null references organization,
  position        int not null,
  kind            text not null check (kind in ('SERVICE', 'PEOPLE', 'VENUE', 'GOODS', 'MONEY')),
  title           text not null,
  unit            text not null,
  agreed          bigint not null check (agreed > 0),
  quantity        bigint not null check (quantity >= 0),
  item_id         bigint references project_item,
  provision_id    bigint references provision,
  reminded_on     date
);
create index fulfilment_amount_agreement on fulfilment_amount (agreement_id, position);
create index fulfilment_amount_item on fulfilment_amount (item_id) where item_id is not null;
create index fulfilment_amount_provision on fulfilment_amount (provision_id) where provision_id is not null;

-- A party reports a milestone as done, or an amount as delivered; the other side confirms receipt.
create table fulfilment_report (
  id              bigint generated always as identity primary key,
  agreement_id    bigint not null references fulfilment,
  milestone_id    bigint references fulfilment_milestone,
  amount_id       bigint references fulfilment_amount,
  -- Of an amount; 0 for a milestone.
  quantity        bigint not null default 0,
  -- Why more was delivered than agreed.
  excess          text not null default '',
  note            text not null default '',
  organization_id bigint not null references organization,
  reported_at     timestamptz not null,
  status          text not null check (status in ('WAITING', 'CONFIRMED', 'PARTLY', 'REFUSED')),
  confirmed       bigint not null default 0,
  answer          text not null default '',
  -- Whoever received it; empty when the bureau answered for a party that is out of use.
  answered_by     bigint references organization,
  answered_at     timestamptz,
  reminded_on     date,
  check ((milestone_id is null) <> (amount_id is null)),
  check ((status = 'WAITING') = (answered_at is null))
);
create index fulfilment_report_agreement on fulfilment_report (agreement_id, id);
create index fulfilment_report_amount on fulfilment_report (amount_id) where amount_id is not null;
create unique index fulfilment_report_milestone on fulfilment_report (milestone_id) where status = 'WAITING';

create table fulfilment_evidence (
  id           bigint generated always as identity primary key,
  report_id    bigint not null references fulfilment_report,
  name         text not null,
  content_type text not null,
  size         bigint not null,
  content      bytea not null
);
create index fulfilment_evidence_report on fulfilment_evidence (report_id, id);

-- A change that takes the consent of all parties: with the last one it holds, as a supplement with this number.
create table fulfilment_change (
  id              bigint generated always as identity primary key,
  agreement_id    bigint not null references fulfilment,
  kind            text not null check (kind in ('MILESTONE', 'AMOUNT', 'TERMINATION')),
  number          int not null default 0,
  milestone_id    bigint references fulfilment_milestone,
  amount_id       bigint references fulfilment_amount,
  title           text not null default '',
  title_before    text not null default '',
  due             date,
  due_before      date,
  quantity        bigint,
  quantity_before bigint,
  reason          text not null,
  settlement      text not null default '',
  proposed_by     bigint not null references organization,
  proposed_at     timestamptz not null,
  status          text not null check (status in ('PROPOSED', 'AGREED', 'REFUSED', 'WITHDRAWN')),
  answer          text not null default '',
  ended_at        timestamptz,
  check ((status = 'PROPOSED') = (ended_at is null)),
  check ((kind = 'MILESTONE') = (milestone_id is not null)),
  check ((kind = 'AMOUNT') = (amount_id is not null))
);
create unique index fulfilment_change_open on fulfilment_change (agreement_id) where status = 'PROPOSED';
create index fulfilment_change_agreement on fulfilment_change (agreement_id, id);

create table fulfilment_consent (
  change_id       bigint not null references fulfilment_change,
  organization_id bigint not null references organization,
  actor           text not null,
  -- Why the bureau consented for a party that is out of use.
  on_behalf       text not null default '',
  at              timestamptz not null,
  primary key (change_id, organization_id)
);

-- What a party says of another when all is over: once.
create table fulfilment_rating (
  agreement_id bigint not null references fulfilment,
  from_id      bigint not null references organization,
  to_id        bigint not null references organization,
  stars        int not null check (stars between 1 and 5),
  word         text not null default '',
  at           timestamptz not null,
  primary key (agreement_id, from_id, to_id)
);

-- Immutable history: one row a move.
create table fulfilment_move (
  id              bigint generated always as identity primary key,
  agreement_id    bigint not null references fulfilment,
  event           text not null,
  -- What it was about, as it was called then.
  subject         text not null default '',
  note            text not null default '',
  organization_id bigint references organization,
  actor           text not null,
  at              timestamptz not null
);
create index fulfilment_move_agreement on fulfilment_move (agreement_id, id);
create trigger fulfilment_move_append_only before update or delete on fulfilment_move
  for each statement execute function audit_is_append_only();

-- How much of each amount was delivered and confirmed, and how much waits for the other side.
create view fulfilment_delivered as
  select c.id, c.agreement_id,
         coalesce(sum(r.confirmed), 0)::bigint as delivered,
         coalesce(sum(r.quantity) filter (where r.status = 'WAITING'), 0)::bigint as waiting
  from fulfilment_amount c left join fulfilment_report r on r.amount_id = c.id
  group by c.id;

-- What is still to be done, and by when: milestones by their date, amounts by the end of the agreement. What was reported
-- waits for the other side and is nobody's delay.
create view fulfilment_due as
  select 'MILESTONE' as what, m.id, m.agreement_id, m.organization_id, m.position, m.title, m.due
  from fulfilment_milestone m join fulfilment f on f.agreement_id = m.agreement_id
  where m.status = 'OPEN' and f.status = 'RUNNING'
union all
  select 'AMOUNT', c.id, c.agreement_id, c.organization_id, c.position, c.title, a.until_date
  from fulfilment_amount c
    join fulfilment f on f.agreement_id = c.agreement_id
    join agreement a on a.id = c.agreement_id
  where f.status = 'RUNNING' and c.quantity > (
    -- Not by fulfilment_delivered: that would be added up whole for every agreement that a list asks about.
    select coalesce(sum(case r.status when 'WAITING' then r.quantity else r.confirmed end), 0)
    from fulfilment_report r where r.amount_id = c.id);
