-- What an organization shows of itself at a talk, in its own words. Its place in the programme goes with it.
create table showcase_card (
  id              bigint generated always as identity primary key,
  talk_id         bigint not null references talk,
  organization_id bigint not null references organization,
  position        int not null,
  -- Time on the stage; 0 for a card that only hangs on the wall.
  minutes         int not null default 0 check (minutes >= 0),
  who             text not null,
  gives           text not null,
  wants           text not null,
  -- The organization agrees that everyone reads its card after the talk.
  published       boolean not null default false,
  created_at      timestamptz not null,
  version         int not null default 0,
  unique (talk_id, organization_id),
  unique (talk_id, position) deferrable
);
create index showcase_card_organization on showcase_card (organization_id);

create table showcase_picture (
  id           bigint generated always as identity primary key,
  card_id      bigint not null references showcase_card on delete cascade,
  caption      text not null default '',
  content_type text not null,
  content      bytea not null,
  published    boolean not null,
  uploaded_by  text not null,
  uploaded_at  timestamptz not null
);
create index showcase_picture_card on showcase_picture (card_id, id);

-- Who is on the stage now; no card between two.
create table showcase_stage (
  talk_id bigint primary key references talk,
  card_id bigint references showcase_card on delete set null,
  since   timestamptz not null,
  version int not null default 0
);

-- What a guest of the talk wishes with an organization that shows itself: the last word counts.
create table showcase_interest (
  card_id       bigint not null references showcase_card on delete cascade,
  invitation_id bigint not null references invitation on delete cascade,
  wish          text not null check (wish in ('COOPERATE', 'LEARN')),
  word          text not null default '',
  -- The guest agrees that the organization learns whom to reach.
  reachable     boolean not null,
  at            timestamptz not null,
  primary key (card_id, invitation_id)
);
create index showcase_interest_guest on showcase_interest (invitation_id);

-- Every wish ever marked or taken back. One row a move; nothing changes.
create table showcase_interest_move (
  id            bigint generated always as identity primary key,
  card_id       bigint not null,
  invitation_id bigint not null,
  -- Empty when it was taken back.
  wish          text check (wish in ('COOPERATE', 'LEARN')),
  word          text not null default '',
  at            timestamptz not null
);
create index showcase_interest_move_card on showcase_interest_move (card_id, id);
create trigger showcase_interest_move_append_only before update or delete on showcase_interest_move
  for each statement execute function audit_is_append_only();
