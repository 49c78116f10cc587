-- Who may give out numbers of a code (机关代字): staff of this region. Its row is locked while a number is given, so that
-- no number is given twice and none is skipped.
create table document_code (
  code        text primary key check (code ~ '^[一-龥]{2,12}$'),
  region_code varchar(12) not null references region
);

-- A document: a notice, or a plan or measures that a notice brings along, or the minutes of a talk.
create table policy (
  id             bigint generated always as identity primary key,
  genre          text not null check (genre in ('NOTICE', 'PLAN', 'MEASURES', 'MINUTES')),
  title          text not null,
  region_code    varchar(12) not null references region,
  addressee      text not null default '',
  copies         text not null default '',
  -- What the notice says that brings along a plan or measures.
  cover          text not null default '',
  -- Minutes: who was there, one line a party.
  attendance     text not null default '',
  disclosure     text not null default 'OPEN' check (disclosure in ('OPEN', 'ON_REQUEST', 'CLOSED')),
  -- Last day on which measures on trial hold.
  expires_on     date,
  status         text not null check (status in
    ('DRAFT', 'COMMENTING', 'REVISING', 'PENDING', 'SIGNED', 'ISSUED', 'REPEALED', 'WITHDRAWN')),
  -- The round of comments: last day, whether organizations read each other's, and who is asked.
  comments_until date,
  comments_open  boolean not null default true,
  asked_kind     text not null default '',
  asked_field    text not null default '',
  asked_region   text not null default '',
  -- A new version of a document that was issued.
  predecessor_id bigint references policy,
  successor_id   bigint references policy,
  drafter        text not null,
  signer         text not null default '',
  -- Whoever handed it over to be signed vouches for the text, whoever began it.
  submitted_by   bigint references account,
  -- Empty when it was signed on paper.
  signed_by      bigint references account,
  signed_on      date,
  sealed_on      date,
  number         text not null default '',
  publisher      text not null default '',
  issued_at      timestamptz,
  ended_at       timestamptz,
  end_reason     text not null default '',
  review_told_on date,
  words          tsvector not null,
  sample         boolean not null default false,
  created_by     bigint references account,
  created_at     timestamptz not null,
  version        int not null default 0,
  -- As the version, and counts changes of the text too.
  stand          int not null default 0,
  check (signed_by <> created_by and signed_by <> submitted_by),
  check (expires_on is null or sealed_on is null or expires_on > sealed_on),
  check ((status in ('ISSUED', 'REPEALED')) <= (issued_at is not null and number <> ''))
);
create index policy_region on policy (region_code, id desc);
create index policy_issued on policy (issued_at desc, id desc) where issued_at is not null;
create index policy_words on policy using gin (words);
create index policy_expiry on policy (expires_on) where status = 'ISSUED' and review_told_on is null;

-- Immutable history: one row a move; the latest agrees with policy.status.
create table policy_move (
  id        bigint generated always as identity primary key,
  policy_id bigint not null references policy,
  event     text not null,
  status    text not null,
  reason    text not null default '',
  actor     text not null,
  at        timestamptz not null
);
create index policy_move_policy on policy_move (policy_id, id);

-- The talks whose opinions the document takes up.
create table policy_talk (
  policy_id bigint not null references policy,
  talk_id   bigint not null references talk,
  primary key (policy_id, talk_id)
);
create index policy_talk_talk on policy_talk (talk_id);

create table policy_clause (
  id        bigint generated always as identity primary key,
  policy_id bigint not null references policy,
  position  int not null,
  kind      text not null check (kind in ('PARAGRAPH', 'SECTION', 'SUBSECTION', 'ITEM', 'CHAPTER', 'ARTICLE')),
  text      text not null,
  -- What stands before it (第三条) and how it is cited; the program writes them.
  mark      text not null default '',
  label     text not null default '',
  version   int not null default 0,
  unique (policy_id, position) deferrable initially deferred
);

-- Every wording that a clause had.
create table policy_wording (
  id        bigint generated always as identity primary key,
  policy_id bigint not null references policy,
  clause_id bigint not null,
  label     text not null,
  text      text not null,
  actor     text not null,
  at        timestamptz not null
);
create index policy_wording_clause on policy_wording (clause_id, id);

-- What became of an opinion: the clause that took it up, or the reason why none did.
create table policy_source (
  id         bigint generated always as identity primary key,
  policy_id  bigint not null references policy,
  opinion_id bigint not null references opinion on delete cascade,
  clause_id  bigint references policy_clause on delete cascade,
  manner     text not null check (manner in ('ADOPTED', 'PARTLY', 'LEFT')),
  note       text not null default '',
  check ((clause_id is null) = (manner = 'LEFT')),
  unique nulls not distinct (policy_id, opinion_id, clause_id)
);
create index policy_source_opinion on policy_source (opinion_id);
create index policy_source_clause on policy_source (clause_id);

-- The comparison table as it was issued: which opinions it lists, and how they read then.
create table policy_compared (
  policy_id  bigint not null references policy,
  position   int not null,
  opinion_id bigint not null,
  talk_id    bigint not null,
  talk_title text not null,
  party      text not null,
  unit       text,
  text       text not null,
  primary key (policy_id, position)
);
create index policy_compared_opinion on policy_compared (opinion_id);

-- What an organization says of a draft, of one clause (as it then read) or of the whole.
create table policy_comment (
  id              bigint generated always as identity primary key,
  policy_id       bigint not null references policy,
  clause_id       bigint,
  clause_label    text not null default '',
  clause_text     text not null default '',
  organization_id bigint not null references organization,
  text            text not null,
  verdict         text check (verdict in ('TAKEN', 'PARTLY', 'NOT_TAKEN')),
  answer          text not null default '',
  answered_by     text not null default '',
  answered_at     timestamptz,
  created_by      bigint references account,
  created_at      timestamptz not null,
  version         int not null default 0
);
create index policy_comment_policy on policy_comment (policy_id, id);

-- The register of numbers (发文登记): numbers given out, numbers used on paper, and void ones with their reason.
create table document_number (
  code        text not null references document_code,
  year        int not null,
  number      int not null check (number > 0),
  policy_id   bigint references policy,
  title       text not null,
  dated       date,
  void_reason text not null default '',
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (code, year, number)
);
create index document_number_policy on document_number (policy_id);

-- The documents as they were issued.
create table policy_file (
  policy_id bigint not null references policy,
  form      text not null check (form in ('docx', 'pdf')),
  content   bytea not null,
  sha256    text not null,
  primary key (policy_id, form)
);

-- What was issued stays as it is: changes are a new version.
create function policy_is_issued() returns trigger language plpgsql as $$
begin
  raise exception 'what was issued stays as it is';
end $$;
create trigger policy_file_frozen before update or delete on policy_file
  for each row execute function policy_is_issued();

create trigger policy_compared_frozen before update or delete on policy_compared
  for each row execute function policy_is_issued();

create function policy_part_frozen() returns trigger language plpgsql as $$
begin
  if exists (select from policy p where p.id = coalesce(new.policy_id, old.policy_id) and p.issued_at is not null) then
    raise exception 'what was issued stays as it is';
  end if;
  return coalesce(new, old);
end $$;
create trigger policy_clause_frozen before insert or update or delete on policy_clause
  for each row execute function policy_part_frozen();
create trigger policy_source_frozen before insert or update on policy_source
  for each row execute function policy_part_frozen();

-- What every code below a division begins with: the code without its trailing zero groups.
create function region_prefix(code text) returns text language sql immutable as $$
  select case
    when right(code, 10) = '0000000000' then left(code, 2)
    when right(code, 8) = '00000000' then left(code, 4)
    when right(code, 6) = '000000' then left(code, 6)
    when right(code, 3) = '000' then left(code, 9)
    else code
  end
$$;

-- Whether an organization is asked for its comments on a draft.
create function policy_asks(p policy, organization bigint) returns boolean language sql stable as $$
  select p.comments_until is not null and exists (
    select from organization o
    where o.id = organization and o.active
      and o.region_code like region_prefix(p.region_code) || '%'
      and (p.asked_kind = '' or o.kind = p.asked_kind)
      and (p.asked_region = '' or o.region_code like region_prefix(p.asked_region) || '%')
      and (p.asked_field = '' or exists (
        select from organization_field f where f.organization_id = o.id and f.field = p.asked_field)))
$$;

-- Who sees a document: staff of its region always, everyone what was issued openly, and an organization a draft on which
-- it is asked.
create function policy_visible(p policy, scope_region text, scope_organization bigint, scope_published boolean)
returns boolean language sql stable as $$
  select p.region_code like scope_region
      or (scope_published and p.issued_at is not null and p.disclosure = 'OPEN')
      or (scope_organization > 0 and p.status in ('COMMENTING', 'REVISING', 'PENDING', 'SIGNED')
          and policy_asks(p, scope_organization))
$$;

-- The unit that voiced an opinion, as far as the public may read it; never a person.
create function opinion_unit(o opinion) returns text language sql stable as $$
  select case when o.named then coalesce(
    (select r.name from organization r where r.id = o.organization_id),
    (select i.unit from invitation i where i.id = o.invitation_id),
    o.speaker) end
$$;
