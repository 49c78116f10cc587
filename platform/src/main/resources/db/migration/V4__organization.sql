create table organization (
  id             bigint generated always as identity primary key,
  name           text not null,
  kind           text not null check (kind in
    ('SOCIAL_GROUP', 'SERVICE_AGENCY', 'FOUNDATION', 'VOLUNTEER_TEAM', 'ENTERPRISE', 'PUBLIC_BODY')),
  -- Only registered bodies have one; volunteer teams and public bodies may not.
  credit_code    varchar(18) unique,
  region_code    varchar(12) not null references region,
  level          text not null check (level in ('CITY', 'COUNTY', 'TOWNSHIP', 'COMMUNITY')),
  competent_unit text not null default '',
  party_type     text not null check (party_type in
    ('OWN_BRANCH', 'JOINT_BRANCH', 'FUNCTIONAL', 'FLOATING', 'INSTRUCTOR', 'NONE')),
  members        int,
  introduction   text not null default '',
  active         boolean not null default true,
  -- Why it is out of use; empty while it is active.
  inactive_reason text not null default '',
  sample         boolean not null default false,
  -- Chinese words and their two-character parts, see room words.
  words          tsvector not null,
  created_at     timestamptz not null,
  version        int not null default 0
);
create index organization_region on organization (region_code varchar_pattern_ops);
create index organization_words on organization using gin (words);
-- Two registrars may know the same name, one may not.
create unique index organization_name on organization (name, region_code);
alter table account add foreign key (organization_id) references organization;

create table organization_field (
  organization_id bigint not null references organization on delete cascade,
  field           text not null,
  primary key (organization_id, field)
);
create index organization_field_field on organization_field (field);

create table organization_contact (
  id              bigint generated always as identity primary key,
  organization_id bigint not null references organization on delete cascade,
  position        int not null,
  name            text not null,
  post            text not null default '',
  phone           text not null default '',
  email           text not null default ''
);
create index organization_contact_organization on organization_contact (organization_id, position);
