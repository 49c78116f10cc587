create table talk (
  id          bigint generated always as identity primary key,
  month       date not null check (extract(day from month) = 1),
  year        int not null,
  number      int not null,
  title       text not null,
  question    text not null default '',
  theme_id    bigint references theme,
  -- The region that the talk is for: staff outside it do not see it before it is public.
  region_code varchar(12) not null references region,
  status      text not null check (status in ('PLANNED', 'CONVENING', 'HELD', 'FOLLOWING_UP', 'CLOSED', 'CANCELLED')),
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  place       text not null,
  address     text not null default '',
  capacity    int not null,
  host        text not null,
  minutes     text not null default '',
  conclusion  text not null default '',
  answer_by   timestamptz,
  -- When the first invitations went out: from then on everyone may see the talk.
  convened_at timestamptz,
  secret      text not null,
  sample      boolean not null default false,
  created_at  timestamptz not null,
  version     int not null default 0
);
-- A talk that was called off frees its number.
create unique index talk_number on talk (year, number) where status <> 'CANCELLED';
create index talk_month on talk (month desc);
create index talk_start on talk (starts_at desc, id desc);

-- Immutable history: one row a move; the latest agrees with talk.status.
create table talk_move (
  id      bigint generated always as identity primary key,
  talk_id bigint not null references talk,
  event   text not null,
  status  text not null,
  reason  text not null default '',
  actor   text not null,
  at      timestamptz not null
);
create index talk_move_talk on talk_move (talk_id, id);

create table talk_form (
  talk_id bigint not null references talk on delete cascade,
  form    text not null check (form in
    ('ROUNDTABLE', 'VISIT', 'MATCHMAKING', 'SIGNING', 'TRAINING', 'CASE_ANALYSIS')),
  primary key (talk_id, form)
);

create table talk_stop (
  id         bigint generated always as identity primary key,
  talk_id    bigint not null references talk on delete cascade,
  position   int not null,
  name       text not null,
  address    text not null default '',
  arrives_at time,
  minutes    int not null,
  host       text not null default '',
  version    int not null default 0,
  unique (talk_id, position) deferrable
);

create table talk_quorum (
  talk_id bigint not null references talk on delete cascade,
  party   text not null check (party in
    ('COUNTY', 'TOWNSHIP', 'COMMUNITY', 'AGENCY', 'DEPARTMENT', 'ENTERPRISE', 'OTHER')),
  minimum int not null,
  primary key (talk_id, party)
);

create table talk_agenda (
  id         bigint generated always as identity primary key,
  talk_id    bigint not null references talk on delete cascade,
  position   int not null,
  title      text not null,
  speaker    text not null default '',
  minutes    int not null,
  -- Put to the parties to be discussed; what was agreed on it is its conclusion.
  question   boolean not null default false,
  conclusion text not null default '',
  version    int not null default 0,
  unique (talk_id, position) deferrable
);

create table invitation (
  id              bigint generated always as identity primary key,
  talk_id         bigint not null references talk,
  organization_id bigint references organization,
  -- Name of the unit as invited: guests need not be in the registry.
  unit            text not null,
  party           text not null check (party in
    ('COUNTY', 'TOWNSHIP', 'COMMUNITY', 'AGENCY', 'DEPARTMENT', 'ENTERPRISE', 'OTHER')),
  -- The person invited, as known when the invitation went out.
  contact         text not null default '',
  email           text not null default '',
  phone           text not null default '',
  status          text not null check (status in
    ('LISTED', 'INVITED', 'ACCEPTED', 'WAITING', 'DECLINED', 'WITHDRAWN')),
  attendee        text not null default '',
  attendee_phone  text not null default '',
  substitute      boolean not null default false,
  -- Came uninvited and was noted at the door.
  walk_in         boolean not null default false,
  reason          text not null default '',
  -- Six digits told with the answer: whoever holds it can check in without an account.
  code            varchar(6) not null,
  invited_at      timestamptz,
  answered_at     timestamptz,
  reminded_at     timestamptz,
  -- Those who come are reminded once more on the day before.
  day_reminded_at timestamptz,
  checked_in_at   timestamptz,
  checked_in_by   text not null default '',
  -- What checking in by mistake gives back.
  status_before   text,
  version         int not null default 0
);
create index invitation_talk on invitation (talk_id, status);
create unique index invitation_once on invitation (talk_id, organization_id) where organization_id is not null;
create unique index invitation_code on invitation (talk_id, code);
create index invitation_organization on invitation (organization_id, id desc);

create table commitment (
  id              bigint generated always as identity primary key,
  talk_id         bigint not null references talk,
  organization_id bigint references organization,
  who             text not null,
  email           text not null default '',
  what            text not null,
  due             date not null,
  status          text not null check (status in ('OPEN', 'KEPT', 'CANCELLED')),
  report          text not null default '',
  reminded_on     date,
  ended_at        timestamptz,
  created_at      timestamptz not null,
  version         int not null default 0
);
create index commitment_talk on commitment (talk_id, id);
create index commitment_open on commitment (due) where status = 'OPEN';
create index commitment_organization on commitment (organization_id);

create table talk_file (
  id           bigint generated always as identity primary key,
  talk_id      bigint not null references talk,
  name         text not null,
  caption      text not null default '',
  content_type text not null,
  size         bigint not null,
  content      bytea not null,
  published    boolean not null,
  uploaded_by  text not null,
  uploaded_at  timestamptz not null
);
create index talk_file_talk on talk_file (talk_id, id);

-- Wrong attendance codes of the last minutes, so that six digits cannot be guessed.
create table check_in_failure (
  talk_id bigint not null references talk,
  pass    text not null,
  at      timestamptz not null
);
create index check_in_failure_talk on check_in_failure (talk_id, at);

-- Immutable history of a promise: one row a move, with the date that holds from then on.
create table commitment_move (
  id            bigint generated always as identity primary key,
  commitment_id bigint not null references commitment,
  event         text not null check (event in ('MAKE', 'KEEP', 'CANCEL', 'POSTPONE')),
  due           date not null,
  reason        text not null default '',
  actor         text not null,
  at            timestamptz not null
);
create index commitment_move_commitment on commitment_move (commitment_id, id);

-- Answer prepared for a need of the theme; told to its organization when the talk is closed.
create table talk_answer (
  talk_id bigint not null references talk,
  need_id bigint not null references need,
  text    text not null,
  primary key (talk_id, need_id)
);
