-- How many projects were established in a year: its row is locked while a number is given, so that no number is given
-- twice and none is skipped.
create table project_year (
  year int primary key,
  last int not null check (last > 0)
);

-- A project (项目) of an organization, often grown from a need: goal, beneficiaries, place, term, and what it needs.
create table project (
  id              bigint generated always as identity primary key,
  organization_id bigint not null references organization,
  need_id         bigint references need,
  -- The talk at which it was established.
  talk_id         bigint references talk,
  number          text not null default '',
  title           text not null,
  goal            text not null,
  beneficiaries   text not null default '',
  served          int check (served > 0),
  field           text not null,
  -- Where it happens; the scope of staff goes by it, the scope of a representative by organization_id.
  region_code     varchar(12) not null references region,
  place           text not null default '',
  from_date       date,
  until_date      date,
  visibility      text not null check (visibility in ('PUBLIC', 'ORGANIZATIONS', 'STAFF')),
  status          text not null check (status in
    ('DRAFT', 'SUBMITTED', 'RETURNED', 'ESTABLISHED', 'COMPLETED', 'ENDED', 'DECLINED', 'WITHDRAWN')),
  sample          boolean not null default false,
  words           tsvector not null,
  created_by      bigint references account,
  created_at      timestamptz not null,
  submitted_at    timestamptz,
  established_at  timestamptz,
  version         int not null default 0,
  check (until_date >= from_date),
  check ((status in ('ESTABLISHED', 'COMPLETED', 'ENDED')) = (established_at is not null)),
  check ((number <> '') = (established_at is not null))
);
create unique index project_number on project (number) where number <> '';
create index project_organization on project (organization_id, id desc);
create index project_need on project (need_id) where need_id is not null;
create index project_talk on project (talk_id) where talk_id is not null;
create index project_region on project (region_code varchar_pattern_ops);
create index project_status on project (status, id desc);
create index project_words on project using gin (words);

-- One thing that a project needs. quantity: whole units, money in fen; lot: the smallest part of it that is of use.
create table project_item (
  id         bigint generated always as identity primary key,
  project_id bigint not null references project,
  kind       text not null check (kind in ('SERVICE', 'PEOPLE', 'VENUE', 'GOODS', 'MONEY')),
  title      text not null,
  quantity   bigint not null check (quantity > 0),
  unit       text not null default '',
  lot        bigint not null check (lot > 0),
  check (lot <= quantity),
  check ((kind = 'MONEY') = (unit = ''))
);
create index project_item_project on project_item (project_id, id);

-- Immutable history: one row a move; the latest agrees with project.status.
create table project_move (
  id         bigint generated always as identity primary key,
  project_id bigint not null references project,
  event      text not null,
  status     text not null,
  reason     text not null default '',
  actor      text not null,
  at         timestamptz not null
);
create index project_move_project on project_move (project_id, id);
create trigger project_move_append_only before update or delete on project_move
  for each statement execute function audit_is_append_only();

-- What an organization has to give (可提供) and the limit of it: whole units, money in fen.
create table provision (
  id              bigint generated always as identity primary key,
  organization_id bigint not null references organization,
  offer_id        bigint references need,
  kind            text not null check (kind in ('SERVICE', 'PEOPLE', 'VENUE', 'GOODS', 'MONEY')),
  title           text not null,
  text            text not null default '',
  quantity        bigint not null check (quantity > 0),
  unit            text not null default '',
  field           text not null,
  region_code     varchar(12) not null references region,
  from_date       date,
  until_date      date,
  visibility      text not null check (visibility in ('PUBLIC', 'ORGANIZATIONS', 'STAFF')),
  status          text not null check (status in ('OPEN', 'CLOSED')),
  sample          boolean not null default false,
  words           tsvector not null,
  created_by      bigint references account,
  created_at      timestamptz not null,
  version         int not null default 0,
  check (until_date >= from_date),
  check ((kind = 'MONEY') = (unit = ''))
);
create index provision_organization on provision (organization_id, id desc);
create index provision_offer on provision (offer_id) where offer_id is not null;
create index provision_region on provision (region_code varchar_pattern_ops);
create index provision_open on provision (id desc) where status = 'OPEN';
create index provision_words on provision using gin (words);

create table provision_move (
  id           bigint generated always as identity primary key,
  provision_id bigint not null references provision,
  event        text not null,
  status       text not null,
  reason       text not null default '',
  actor        text not null,
  at           timestamptz not null
);
create index provision_move_provision on provision_move (provision_id, id);
create trigger provision_move_append_only before update or delete on provision_move
  for each statement execute function audit_is_append_only();

-- Who may read a project, said once. Organizations and the public see it from its establishment on.
create function project_visible(p project, scope_region text, scope_organization bigint,
    scope_shared boolean, scope_published boolean, reader bigint) returns boolean
language sql immutable as $$
  select p.organization_id = scope_organization
      or (p.status = 'DRAFT' and p.created_by = reader)
      or (p.status <> 'DRAFT' and p.region_code like scope_region)
      or (scope_shared and p.visibility <> 'STAFF' and p.established_at is not null)
      or (scope_published and p.visibility = 'PUBLIC' and p.established_at is not null)
$$;

create function provision_visible(p provision, scope_region text, scope_organization bigint,
    scope_shared boolean, scope_published boolean) returns boolean
language sql immutable as $$
  select p.organization_id = scope_organization
      or p.region_code like scope_region
      or (scope_shared and p.visibility <> 'STAFF' and p.status = 'OPEN')
      or (scope_published and p.visibility = 'PUBLIC' and p.status = 'OPEN')
$$;
