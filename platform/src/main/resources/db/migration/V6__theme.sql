-- A month of themes: candidates are gathered, put to the organizations, one is chosen.
create table theme_month (
  month       date primary key check (extract(day from month) = 1),
  status      text not null check (status in ('GATHERING', 'APPROVAL', 'CLOSED', 'CHOSEN')),
  -- Last day on which organizations may approve; once it is over the month counts as CLOSED.
  closes_on   date,
  version     int not null default 0
);

create table theme (
  id          bigint generated always as identity primary key,
  month       date not null references theme_month,
  title       text not null,
  question    text not null default '',
  field       text not null,
  status      text not null check (status in ('CANDIDATE', 'CHOSEN', 'NOT_CHOSEN', 'MERGED', 'DROPPED')),
  merged_into bigint references theme,
  position    int not null,
  created_at  timestamptz not null,
  version     int not null default 0
);
create index theme_by_month on theme (month, position);

create table theme_need (
  theme_id bigint not null references theme,
  need_id  bigint not null references need,
  primary key (theme_id, need_id)
);
create index theme_need_need on theme_need (need_id);

-- Needs that staff took out of a candidate: they are not suggested for it again.
create table theme_removal (
  theme_id bigint not null references theme,
  need_id  bigint not null references need,
  primary key (theme_id, need_id)
);

-- What the accepted needs of a region are about, as last found.
create table theme_design (
  month  date not null,
  region text not null,
  at     timestamptz not null,
  -- Not jsonb, which forgets the order of keys: kinds and counties come with the most first.
  result json not null,
  primary key (month, region)
);

create table theme_approval (
  theme_id        bigint not null references theme,
  organization_id bigint not null references organization,
  account_id      bigint not null references account,
  at              timestamptz not null,
  primary key (theme_id, organization_id)
);
create index theme_approval_organization on theme_approval (organization_id);

-- The choice as it was made: enough to run it again.
create table theme_choice (
  month      date primary key references theme_month,
  theme_id   bigint not null references theme,
  rule       text not null,
  proposed   bigint references theme,
  seed       text not null,
  snapshot   jsonb not null,
  result     jsonb not null,
  -- What each rule would have chosen, in the order of the rules.
  by_rule    json not null,
  reason     text not null,
  uncovered  jsonb not null,
  actor      text not null,
  at         timestamptz not null
);
