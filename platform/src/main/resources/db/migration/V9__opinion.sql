-- What people hold about the matter of a talk: written down by staff, or stated on the phone by a guest.
create table opinion (
  id              bigint generated always as identity primary key,
  talk_id         bigint not null references talk,
  -- The question it answers.
  agenda_id       bigint references talk_agenda on delete set null,
  -- Who said it, if known. Never told to others unless named.
  organization_id bigint references organization,
  invitation_id   bigint references invitation on delete set null,
  speaker         text not null,
  party           text not null check (party in
    ('COUNTY', 'TOWNSHIP', 'COMMUNITY', 'AGENCY', 'DEPARTMENT', 'ENTERPRISE', 'OTHER')),
  text            text not null,
  -- The speaker agrees that the public reads by whom it was said.
  named           boolean not null default false,
  status          text not null check (status in ('SUBMITTED', 'ACCEPTED', 'MERGED', 'DECLINED')),
  merged_into     bigint references opinion,
  -- Why it was declined or merged.
  reason          text not null default '',
  origin          text not null check (origin in ('RECORDED', 'PHONE')),
  recorded_at     timestamptz not null,
  version         int not null default 0,
  check ((status = 'MERGED') = (merged_into is not null))
);
create index opinion_talk on opinion (talk_id, id);
create index opinion_invitation on opinion (invitation_id);
create index opinion_merged on opinion (merged_into) where merged_into is not null;

-- When guests may state opinions and vote.
create table opinion_round (
  talk_id   bigint primary key references talk,
  status    text not null check (status in ('OPEN', 'CLOSED')),
  -- Others do not read who stated an opinion; staff and the audit trail do.
  anonymous boolean not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  version   int not null default 0
);

-- The vote that counts: 1 agree, 0 pass, -1 disagree.
create table opinion_vote (
  opinion_id    bigint not null references opinion on delete cascade,
  invitation_id bigint not null references invitation on delete cascade,
  side          smallint not null check (side in (-1, 0, 1)),
  at            timestamptz not null,
  primary key (opinion_id, invitation_id)
);
create index opinion_vote_guest on opinion_vote (invitation_id);

-- Every vote ever given: the trail, which outlives what it tells of. One row a move; nothing changes.
create table opinion_vote_move (
  id            bigint generated always as identity primary key,
  talk_id       bigint not null references talk,
  opinion_id    bigint not null,
  invitation_id bigint not null,
  -- Empty: the vote counts no longer, because the guest or the opinion was taken away, or the guest turned out to be its
  -- author. The last row of a guest and an opinion is what counts.
  side          smallint check (side in (-1, 0, 1)),
  -- The opinion that was voted on and has since been merged into this one.
  merged_from   bigint,
  at            timestamptz not null
);
create index opinion_vote_move_talk on opinion_vote_move (talk_id);
create index opinion_vote_move_vote on opinion_vote_move (opinion_id, invitation_id, id);
create index opinion_vote_move_guest on opinion_vote_move (invitation_id, id);
create trigger opinion_vote_move_append_only before update or delete on opinion_vote_move
  for each statement execute function audit_is_append_only();
