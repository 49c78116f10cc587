create table need (
  id              bigint generated always as identity primary key,
  organization_id bigint not null references organization,
  direction       text not null check (direction in ('NEED', 'OFFER')),
  title           text not null,
  text            text not null,
  kind            text not null,
  field           text not null,
  -- Where it is needed; the scope of staff goes by it, the scope of a representative by organization_id.
  region_code     varchar(12) not null references region,
  place           text not null default '',
  from_date       date,
  until_date      date,
  quantity        numeric(14, 2),
  unit            text not null default '',
  visibility      text not null check (visibility in ('PUBLIC', 'ORGANIZATIONS', 'STAFF')),
  status          text not null check (status in
    ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'TAKEN_UP', 'ANSWERED', 'DECLINED', 'WITHDRAWN')),
  answer          text not null default '',
  answered_at     timestamptz,
  supports        int not null default 0,
  sample          boolean not null default false,
  words           tsvector not null,
  created_by      bigint references account,
  created_at      timestamptz not null,
  submitted_at    timestamptz,
  version         int not null default 0
);
create index need_organization on need (organization_id, id desc);
-- Holds all that counting needs asks for, so that counts read the index alone.
create index need_status on need (status, id desc)
  include (region_code, visibility, organization_id, direction, created_by, created_at, submitted_at, answered_at);
create index need_region on need (region_code varchar_pattern_ops);
create index need_words on need using gin (words);

create table need_support (
  need_id         bigint not null references need,
  organization_id bigint not null references organization,
  account_id      bigint not null references account,
  at              timestamptz not null,
  primary key (need_id, organization_id)
);

-- Immutable history: one row a move; the latest agrees with need.status.
create table need_move (
  id        bigint generated always as identity primary key,
  need_id   bigint not null references need,
  event     text not null,
  status    text not null,
  reason    text not null default '',
  actor     text not null,
  at        timestamptz not null
);
create index need_move_need on need_move (need_id, id);

-- Who may read a need, said once. Written so that the planner can fold it into the query that calls it.
create function need_visible(n need, scope_region text, scope_organization bigint,
    scope_shared boolean, scope_published boolean, reader bigint) returns boolean
language sql immutable as $$
  select n.organization_id = scope_organization
      or (n.status = 'DRAFT' and n.created_by = reader)
      or (n.status <> 'DRAFT' and n.region_code like scope_region)
      or (scope_shared and n.visibility <> 'STAFF'
          and n.status in ('SUBMITTED', 'ACCEPTED', 'TAKEN_UP', 'ANSWERED'))
      or (scope_published and n.visibility = 'PUBLIC'
          and n.status in ('ACCEPTED', 'TAKEN_UP', 'ANSWERED'))
$$;
