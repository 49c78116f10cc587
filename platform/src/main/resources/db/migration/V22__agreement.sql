-- The platform's own authority: its root certificate, open to all, and its key, in a PKCS#12 store whose password
-- is not in the database.
create table signing_authority (
  id          int primary key check (id = 1),
  certificate bytea not null,
  store       bytea not null,
  created_at  timestamptz not null
);
