-- The matchmaking afternoon of a talk (对接会): when, for how long each, at how many tables.
create table matchmaking (
  talk_id    bigint primary key references talk,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  minutes    int not null check (minutes > 0),
  gap        int not null check (gap >= 0),
  rest_from  timestamptz,
  rest_until timestamptz,
  tables     int not null check (tables > 0),
  -- Counts whatever a plan is made of: also pairs and absences.
  version    int not null default 0,
  check (starts_at < ends_at),
  check ((rest_from is null) = (rest_until is null) and rest_from < rest_until)
);

-- Two of those called are to meet.
create table matchmaking_pair (
  id        bigint generated always as identity primary key,
  talk_id   bigint not null references matchmaking,
  first_id  bigint not null references invitation on delete cascade,
  second_id bigint not null references invitation on delete cascade,
  source    text not null check (source in ('MUTUAL', 'ONE_SIDED', 'SELECTION', 'HAND')),
  subject   text not null default '',
  -- Missed: its time came and they did not meet. Dropped: they need not meet after all.
  status    text not null check (status in ('OPEN', 'MET', 'MISSED', 'DROPPED')),
  -- What came of it: which of them would like to cooperate, and what comes next.
  first_wants  boolean not null default false,
  second_wants boolean not null default false,
  note         text not null default '',
  version      int not null default 0,
  check (first_id < second_id),
  unique (talk_id, first_id, second_id)
);
create index matchmaking_pair_first on matchmaking_pair (first_id);
create index matchmaking_pair_second on matchmaking_pair (second_id);

-- Needs and offers that two talk about; told: answered with what they intend.
create table matchmaking_need (
  pair_id bigint not null references matchmaking_pair on delete cascade,
  need_id bigint not null references need on delete cascade,
  told    boolean not null default false,
  primary key (pair_id, need_id)
);
create index matchmaking_need_need on matchmaking_need (need_id);

-- Immutable history: one row a move; the latest agrees with matchmaking_pair.status.
create table matchmaking_move (
  id      bigint generated always as identity primary key,
  pair_id bigint not null,
  event   text not null,
  status  text not null,
  actor   text not null,
  at      timestamptz not null
);
create index matchmaking_move_pair on matchmaking_move (pair_id, id);
create trigger matchmaking_move_append_only before update or delete on matchmaking_move
  for each statement execute function audit_is_append_only();

-- When a guest is not there during the afternoon.
create table matchmaking_absence (
  id            bigint generated always as identity primary key,
  talk_id       bigint not null references matchmaking,
  invitation_id bigint not null references invitation on delete cascade,
  from_at       timestamptz not null,
  until_at      timestamptz not null,
  reason        text not null default '',
  check (from_at < until_at)
);
create index matchmaking_absence_talk on matchmaking_absence (talk_id, from_at);
create index matchmaking_absence_guest on matchmaking_absence (invitation_id);

-- A computed plan with its reasons. Nothing changes but its publication; the latest published one holds.
create table matchmaking_plan (
  id             bigint generated always as identity primary key,
  talk_id        bigint not null references matchmaking,
  number         int not null,
  -- The version of the afternoon that it was computed from.
  basis          int not null,
  -- Times used by what was to be planned; times in which somebody waits between two meetings.
  used           int not null,
  idle           int not null,
  -- What no plan can undercut, with the reason and the unit that has the most meetings.
  least          int not null,
  because        text not null check (because in ('NOTHING', 'UNIT', 'TABLES', 'TIMES')),
  busiest_unit   text not null,
  busiest        int not null,
  least_unplaced int not null,
  least_idle     int not null,
  actor          text not null,
  computed_at    timestamptz not null,
  published_at   timestamptz,
  unique (talk_id, number)
);

create table matchmaking_meeting (
  plan_id  bigint not null references matchmaking_plan,
  pair_id  bigint not null references matchmaking_pair on delete cascade,
  from_at  timestamptz not null,
  until_at timestamptz not null,
  seat     int not null,
  -- Had begun when this was computed, and stayed.
  kept     boolean not null,
  primary key (plan_id, pair_id),
  -- Deferrable: all move at once when their talk does.
  unique (plan_id, from_at, seat) deferrable
);
create index matchmaking_meeting_pair on matchmaking_meeting (pair_id);

create table matchmaking_unplaced (
  plan_id bigint not null references matchmaking_plan,
  pair_id bigint not null references matchmaking_pair on delete cascade,
  why     text not null check (why in
    ('NOT_COMING', 'OVER', 'NEVER_TOGETHER', 'BUSY', 'TABLES')),
  primary key (plan_id, pair_id)
);
create index matchmaking_unplaced_pair on matchmaking_unplaced (pair_id);
