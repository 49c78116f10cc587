-- A notice holds a message key and its arguments: it is put into words in the reader's language.
create table notice (
  id         bigint generated always as identity primary key,
  account_id bigint not null references account,
  key        text not null,
  args       jsonb not null,
  link       text not null,
  created_at timestamptz not null,
  read_at    timestamptz
);
create index notice_account on notice (account_id, id desc);
create index notice_unread on notice (account_id) where read_at is null;

-- Outbox: written in the transaction that decides to send; a job delivers and retries.
create table mail (
  id         bigint generated always as identity primary key,
  recipient  text not null,
  subject    text not null,
  body       text not null,
  calendar   text,
  created_at timestamptz not null,
  next_try_at timestamptz not null,
  attempts   int not null default 0,
  sent_at    timestamptz,
  -- Refused too often: nobody tries again until the administrator says so.
  given_up_at timestamptz,
  error      text
);
create index mail_waiting on mail (next_try_at) where sent_at is null and given_up_at is null;
create index mail_given_up on mail (id) where given_up_at is not null;

create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);

-- Import of a ledger: the file waits here between preview and confirmation, and across a restart.
create table intake (
  id          bigint generated always as identity primary key,
  kind        text not null,
  file_name   text not null,
  -- Emptied when the import is over: it holds personal data.
  content     bytea not null,
  status      text not null check (status in ('PREVIEW', 'FAULTY', 'CONFIRMED', 'DONE', 'STOPPED', 'FAILED')),
  total       int not null,
  fine        int not null,
  done        int not null default 0,
  faults      jsonb not null,
  remarks     jsonb not null,
  preview     jsonb not null,
  message     text not null default '',
  account_id  bigint not null references account,
  created_at  timestamptz not null,
  finished_at timestamptz
);
create index intake_account on intake (account_id, kind, id desc);
create index intake_created on intake (created_at);
