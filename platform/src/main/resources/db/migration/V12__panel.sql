-- A lottery by which a talk's panel is drawn (邀请抽签). Those that were given up stay for everyone to read.
create table sortition (
  id           bigint generated always as identity primary key,
  talk_id      bigint not null references talk,
  status       text not null check (status in ('PREPARING', 'COMMITTED', 'FROZEN', 'DRAWN', 'ABANDONED')),
  seats        int not null,
  -- The pool; an empty text matches all.
  region_code  varchar(12) not null default '',
  kind         text not null default '',
  level        text not null default '',
  field        text not null default '',
  relevance    text not null check (relevance in ('NONE', 'MODERATE', 'STRONG')),
  memory       boolean not null,
  -- Shown to nobody before the draw; its hash is shown from the commitment on.
  seed         text not null default '',
  commitment   text not null default '',
  announced    text not null default '',
  public_text  text not null default '',
  -- From the day the list is fixed: the files that everything is computed from, and what came out.
  pool         text,
  quotas       text,
  panels       text,
  chances      text,
  minimum      double precision,
  gap          double precision,
  reason       text not null default '',
  committed_at timestamptz,
  frozen_at    timestamptz,
  drawn_at     timestamptz,
  abandoned_at timestamptz,
  created_at   timestamptz not null,
  version      int not null default 0,
  check (status not in ('FROZEN', 'DRAWN') or
         pool is not null and quotas is not null and panels is not null and chances is not null)
);
create unique index sortition_talk on sortition (talk_id) where status <> 'ABANDONED';
create index sortition_all on sortition (talk_id, id);

create table sortition_quota (
  sortition_id bigint not null references sortition on delete cascade,
  feature      text not null check (feature in ('PARTY', 'LEVEL', 'DISTRICT', 'FIELD', 'KIND')),
  value        text not null,
  least        int not null,
  most         int not null,
  primary key (sortition_id, feature, value)
);

create table sortition_must (
  sortition_id    bigint not null references sortition on delete cascade,
  organization_id bigint not null references organization,
  primary key (sortition_id, organization_id)
);

-- Immutable: the draw is round 1, each drawing of substitutes one more.
create table sortition_round (
  sortition_id bigint not null references sortition,
  round        int not null,
  hash         text not null,
  ticket       bigint not null,
  seated       bigint[] not null,
  gone         bigint[] not null,
  at           timestamptz not null,
  primary key (sortition_id, round)
);

-- Immutable: what was done by hand from the commitment on, and who stood on the list before it; each with its reason.
create table sortition_change (
  id              bigint generated always as identity primary key,
  sortition_id    bigint not null references sortition,
  kind            text not null check (kind in ('ADD', 'STRIKE')),
  organization_id bigint references organization,
  -- Of a guest who is not in the registry only the party is told.
  guest           text not null default '',
  reason          text not null check (reason <> ''),
  -- Whose bureau did it: code of a division.
  office          varchar(12) not null,
  at              timestamptz not null,
  check ((organization_id is null) = (guest <> ''))
);
create index sortition_change_sortition on sortition_change (sortition_id, id);
