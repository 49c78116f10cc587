-- The platform's own authority: its root certificate, open to all, and its key, in a PKCS#12 store whose password
-- is not in the database.
create table signing_authority (
  id          int primary key check (id = 1),
  certificate bytea not null,
  store       bytea not null,
  created_at  timestamptz not null
);

-- How many agreements were numbered in a year; locked while a number is given.
create table agreement_year (
  year int primary key,
  last int not null check (last > 0)
);

-- An agreement (协议) between organizations. code: by which anybody finds its record at /verify. drafted_by: the
-- organization that drafted it; null when the bureau did. revision: of its words. frozen_sha256: of the file as it went
-- out for signature. What was signed never changes again.
create table agreement (
  id            bigint generated always as identity primary key,
  code          text not null unique,
  number        text not null default '',
  template      text not null check (template in ('SERVICE', 'FUNDING', 'OTHER')),
  title         text not null,
  purpose       text not null,
  project_id    bigint references project,
  region_code   varchar(12) not null references region,
  from_date     date not null,
  until_date    date not null,
  clauses       text not null,
  disclosed     boolean not null default false,
  manner        text not null default 'ELECTRONIC' check (manner in ('ELECTRONIC', 'PAPER')),
  status        text not null check (status in
    ('DRAFT', 'IN_REVIEW', 'APPROVED', 'SIGNING', 'SIGNED', 'DECLINED', 'WITHDRAWN')),
  drafted_by    bigint references organization,
  revision      int not null default 1,
  frozen_sha256 text not null default '',
  signed_at     timestamptz,
  reminded_on   date,
  sample        boolean not null default false,
  created_by    bigint references account,
  created_at    timestamptz not null,
  version       int not null default 0,
  check (until_date >= from_date),
  check ((status = 'SIGNED') = (signed_at is not null))
);
create unique index agreement_number on agreement (number) where number <> '';
create index agreement_region on agreement (region_code varchar_pattern_ops, id desc);
create index agreement_project on agreement (project_id) where project_id is not null;
create index agreement_status on agreement (status, id desc);

-- A party, in signing order. name and credit_code: as they stood when it went out for signature. sha256: of the file
-- with this party's signature.
create table agreement_party (
  id                bigint generated always as identity primary key,
  agreement_id      bigint not null references agreement,
  position          int not null check (position > 0),
  organization_id   bigint not null references organization,
  name              text not null default '',
  credit_code       text not null default '',
  approved_revision int not null default 0,
  approved_by       text not null default '',
  approved_at       timestamptz,
  signed_by         text not null default '',
  signed_at         timestamptz,
  certificate       text not null default '',
  own_certificate   boolean not null default false,
  sha256            text not null default '',
  unique (agreement_id, position) deferrable initially deferred,
  unique (agreement_id, organization_id)
);
create index agreement_party_organization on agreement_party (organization_id, agreement_id);
create index agreement_party_sha256 on agreement_party (sha256) where sha256 <> '';

-- What a party gives; quantity in whole units, money in fen. item_id: what of the project's needs it meets.
create table agreement_contribution (
  id           bigint generated always as identity primary key,
  agreement_id bigint not null references agreement,
  position     int not null,
  party_id     bigint not null references agreement_party,
  kind         text not null check (kind in ('SERVICE', 'PEOPLE', 'VENUE', 'GOODS', 'MONEY')),
  title        text not null,
  quantity     bigint not null check (quantity > 0),
  unit         text not null default '',
  item_id      bigint references project_item,
  provision_id bigint references provision,
  unique (agreement_id, position),
  check ((kind = 'MONEY') = (unit = ''))
);
create index agreement_contribution_item on agreement_contribution (item_id) where item_id is not null;
create index agreement_contribution_provision on agreement_contribution (provision_id) where provision_id is not null;

create table agreement_milestone (
  id           bigint generated always as identity primary key,
  agreement_id bigint not null references agreement,
  position     int not null,
  party_id     bigint not null references agreement_party,
  title        text not null,
  due          date not null,
  unique (agreement_id, position)
);

-- The words of every revision, so that what changed can be seen.
create table agreement_revision (
  agreement_id bigint not null references agreement,
  revision     int not null,
  text         text not null,
  actor        text not null,
  at           timestamptz not null,
  primary key (agreement_id, revision)
);
create trigger agreement_revision_append_only before update or delete on agreement_revision
  for each statement execute function audit_is_append_only();

create table agreement_move (
  id              bigint generated always as identity primary key,
  agreement_id    bigint not null references agreement,
  event           text not null,
  status          text not null,
  organization_id bigint references organization,
  note            text not null default '',
  actor           text not null,
  at              timestamptz not null
);
create index agreement_move_agreement on agreement_move (agreement_id, id);
create trigger agreement_move_append_only before update or delete on agreement_move
  for each statement execute function audit_is_append_only();

-- PDF: the agreement with the signatures made so far. RECORD: how it was signed, sealed by the platform. SCAN: of a
-- paper agreement.
create table agreement_file (
  agreement_id bigint not null references agreement,
  form         text not null check (form in ('PDF', 'RECORD', 'SCAN')),
  name         text not null,
  type         text not null,
  content      bytea not null,
  sha256       text not null,
  primary key (agreement_id, form)
);
create index agreement_file_sha256 on agreement_file (sha256);

-- Who sees that there is an agreement: staff of its region; its parties, from when it was first put to them; everyone,
-- once it is signed. Who reads its words is decided apart.
create function agreement_visible(a agreement, region text, organization bigint, published boolean) returns boolean
language sql stable as $$
  select a.region_code like region
      or organization > 0 and (
           exists (select from agreement_party p where p.agreement_id = a.id and p.organization_id = organization)
           and (a.status = 'SIGNED'
                or exists (select from agreement_move m where m.agreement_id = a.id and m.event = 'SUBMIT'))
         or a.drafted_by = organization)
      or published and a.status = 'SIGNED'
$$;
