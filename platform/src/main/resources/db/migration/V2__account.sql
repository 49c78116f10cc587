-- What this installation is: bureau's name, home region, secrets, limits that differ by place.
create table setting (
  key     text primary key,
  value   text not null,
  version int  not null default 0
);

create table account (
  id                  bigint generated always as identity primary key,
  username            text not null,
  name                text not null,
  email               text not null default '',
  phone               text not null default '',
  password_hash       text not null,
  password_initial    boolean not null,
  password_changed_at timestamptz not null,
  failed_attempts     int not null default 0,
  locked_until        timestamptz,
  disabled            boolean not null default false,
  -- The initial password follows from the installation's secret, so that it can be printed on a slip.
  slip                boolean not null default false,
  organization_id     bigint,
  region_code         varchar(12) references region,
  department          text not null default '',
  language            text not null default 'zh-CN',
  sample              boolean not null default false,
  created_at          timestamptz not null,
  version             int not null default 0
);
create unique index account_username on account (lower(username));
create index account_organization on account (organization_id);

create table account_role (
  account_id bigint not null references account,
  role       text not null check (role in
    ('ORGANIZER', 'DEPARTMENT', 'REPRESENTATIVE', 'AUDITOR', 'SYSTEM_ADMIN', 'SECURITY_ADMIN')),
  granted_by bigint references account,
  granted_at timestamptz not null,
  primary key (account_id, role)
);

create table audit_entry (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  actor_id    bigint,
  actor       text not null,
  address     text not null,
  action      text not null,
  object_kind text not null,
  object_id   text not null,
  success     boolean not null,
  before      jsonb,
  after       jsonb
);
create index audit_entry_object on audit_entry (object_kind, object_id, id);
create index audit_entry_actor on audit_entry (actor_id, id);
create index audit_entry_at on audit_entry (at);
create index audit_entry_action on audit_entry (action, id);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
  for each statement execute function audit_is_append_only();

-- Sessions live in the database: they survive a restart, hold on several nodes, and can be ended from elsewhere.
create table spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);
create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
