-- Rounds in which projects and providers choose each other (双向选择).
create table selection (
  id           bigint generated always as identity primary key,
  title        text not null,
  talk_id      bigint references talk,
  -- Of the staff who run it.
  region_code  varchar(12) not null references region,
  status       text not null check (status in
    ('PREPARING', 'OPEN', 'CLOSED', 'ANNOUNCED', 'FINISHED', 'CANCELLED')),
  ties         boolean not null,
  favours      text not null check (favours in ('PROJECT', 'PROVIDER')),
  opens_on     date not null,
  closes_on    date not null check (closes_on >= opens_on),
  confirm_days int not null check (confirm_days > 0),
  confirm_by   date,
  -- Made at the opening; its hash is shown from then on, itself with the result.
  seed         text not null default '',
  commitment   text not null default '',
  reason       text not null default '',
  carried_from bigint unique references selection,
  sample       boolean not null default false,
  opened_at    timestamptz,
  -- The last day on which people were reminded.
  reminded_on  date,
  created_at   timestamptz not null,
  version      int not null default 0,
  check ((status in ('ANNOUNCED', 'FINISHED')) <= (confirm_by is not null)),
  check ((status = 'CANCELLED') = (reason <> ''))
);
create index selection_due on selection (status, id) where status in ('PREPARING', 'OPEN', 'CLOSED', 'ANNOUNCED');
create index selection_talk on selection (talk_id);
create index selection_region on selection (region_code varchar_pattern_ops);

-- Immutable history: one row a move; the latest agrees with selection.status.
create table selection_move (
  id           bigint generated always as identity primary key,
  selection_id bigint not null references selection,
  event        text not null,
  status       text not null,
  reason       text not null default '',
  actor        text not null,
  at           timestamptz not null
);
create index selection_move_selection on selection_move (selection_id, id);
create trigger selection_move_append_only before update or delete on selection_move
  for each statement execute function audit_is_append_only();

-- What takes part: one thing that a project needs, or one that a provider gives. Words and quantities are those of the day
-- on which the round opened, so that nothing changes under the hands of those who rank.
create table selection_entry (
  id              bigint generated always as identity primary key,
  selection_id    bigint not null references selection,
  side            text not null check (side in ('PROJECT', 'PROVIDER')),
  item_id         bigint references project_item,
  provision_id    bigint references provision,
  organization_id bigint not null references organization,
  need_id         bigint references need,
  title           text not null,
  kind            text not null,
  unit            text not null,
  quantity        bigint not null check (quantity > 0),
  lot             bigint not null default 1 check (lot > 0 and lot <= quantity),
  -- When ranks were last saved, and whether its organization says they are done.
  ranked_at       timestamptz,
  submitted       boolean not null default false,
  -- Why it is no longer there; empty while it is.
  gone            text not null default '' check (gone in ('', 'ORGANIZATION', 'SOURCE', 'SILENT', 'STAFF')),
  version         int not null default 0,
  check ((side = 'PROJECT') = (item_id is not null)),
  check ((side = 'PROVIDER') = (provision_id is not null))
);
create unique index selection_entry_item on selection_entry (selection_id, item_id) where item_id is not null;
create unique index selection_entry_provision on selection_entry (selection_id, provision_id)
  where provision_id is not null;
create index selection_entry_organization on selection_entry (organization_id, selection_id);
create index selection_entry_of_item on selection_entry (item_id) where item_id is not null;
create index selection_entry_of_provision on selection_entry (provision_id) where provision_id is not null;
create index selection_entry_need on selection_entry (need_id);

-- Who is acceptable to whom, 1 the best. No row: not considered.
create table selection_rank (
  entry_id bigint not null references selection_entry on delete cascade,
  other_id bigint not null references selection_entry on delete cascade,
  rank     int not null check (rank > 0),
  primary key (entry_id, other_id)
);
create index selection_rank_other on selection_rank (other_id);

-- Pairs that staff do not want, each with its reason; taken back before the result is told.
create table selection_overrule (
  selection_id bigint not null references selection,
  project_id   bigint not null references selection_entry,
  provider_id  bigint not null references selection_entry,
  reason       text not null check (reason <> ''),
  actor        text not null,
  at           timestamptz not null,
  primary key (project_id, provider_id)
);
create index selection_overrule_selection on selection_overrule (selection_id);

-- Immutable: what each run of the engine was given and what came out. Run 1 is the selection, each filling one more.
create table selection_run (
  selection_id     bigint not null references selection,
  run              int not null,
  projects         text not null,
  providers        text not null,
  pairs            text not null,
  seed             text not null,
  favours          text not null check (favours in ('PROJECT', 'PROVIDER')),
  project_optimal  text not null,
  provider_optimal text not null,
  -- Pairs of the announced result that would rather do otherwise; only smallest lots make any.
  blocking         int not null,
  actor            text not null,
  at               timestamptz not null,
  primary key (selection_id, run)
);
create trigger selection_run_append_only before update or delete on selection_run
  for each statement execute function audit_is_append_only();

create table selection_pair (
  id                 bigint generated always as identity primary key,
  selection_id       bigint not null,
  run                int not null,
  project_entry      bigint not null references selection_entry,
  provider_entry     bigint not null references selection_entry,
  amount             bigint not null check (amount > 0),
  status             text not null check (status in ('AWAITING', 'CONFIRMED', 'RELEASED')),
  project_confirmed  timestamptz,
  provider_confirmed timestamptz,
  -- How it was released, and why: in words where somebody gave them.
  released           text not null default '' check (released in ('', 'PROJECT', 'PROVIDER', 'LAPSED', 'STAFF', 'GONE')),
  reason             text not null default '',
  ended_at           timestamptz,
  version            int not null default 0,
  foreign key (selection_id, run) references selection_run,
  unique (selection_id, run, project_entry, provider_entry),
  check ((status = 'CONFIRMED') <= (project_confirmed is not null and provider_confirmed is not null)),
  check ((status = 'RELEASED') = (released <> '')),
  check ((status = 'AWAITING') = (ended_at is null))
);
create index selection_pair_selection on selection_pair (selection_id, id);
create index selection_pair_project on selection_pair (project_entry);
create index selection_pair_provider on selection_pair (provider_entry);
create index selection_pair_confirmed on selection_pair (ended_at) where status = 'CONFIRMED';

-- What a pair is about: 短片拍摄剪辑 8 部.
create function selection_told(p selection_pair) returns text language sql stable as $$
  select e.title || ' ' || case when e.kind = 'MONEY' then to_char(p.amount / 100.0, 'FM999,999,999,990.00') || ' 元'
                                else p.amount || ' ' || e.unit end
  from selection_entry e
  where e.id = p.project_entry
$$;

-- Whether everyone may know who is in a pair.
create function selection_published(p selection_pair) returns boolean language sql stable as $$
  select j.visibility = 'PUBLIC' and v.visibility = 'PUBLIC'
  from selection_entry l
    join project_item i on i.id = l.item_id
    join project j on j.id = i.project_id
    join selection_entry r on r.id = p.provider_entry
    join provision v on v.id = r.provision_id
  where l.id = p.project_entry
$$;
