-- The golden thread: what led to what. Written from events, in their transaction.
create table link (
  from_kind text not null,
  from_id   bigint not null,
  relation  text not null,
  to_kind   text not null,
  to_id     bigint not null,
  at        timestamptz not null,
  actor     text not null,
  primary key (from_kind, from_id, relation, to_kind, to_id)
);
create index link_back on link (to_kind, to_id);
