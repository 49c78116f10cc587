-- Grows the database of a running demo to a large city's: 2,000 organizations, 20,000 needs, a month with twelve
-- candidate themes of 250 needs each, a talk being convened with 300 invitations, 100,000 rows in the audit trail.
--   PGPASSWORD=$(cat data/demo/password) psql -h 127.0.0.1 -p "$(sed -n 4p data/demo/cluster/postmaster.pid)" \
--     -U yueyuetan -f benchmark/city.sql yueyuetan
begin;

insert into organization (name, kind, region_code, level, party_type, members, introduction, sample, words, created_at)
select o.name || ' ' || o.id, o.kind, o.region_code, o.level, o.party_type, o.members, o.introduction, true, o.words,
       o.created_at
from organization o
order by o.id desc
limit greatest(0, 2000 - (select count(*) from organization));

insert into organization_field (organization_id, field)
select o.id, 'CHARITY' from organization o
where not exists (select from organization_field f where f.organization_id = o.id);

-- Copies of the demo's needs in all their states, spread over all organizations.
insert into need (organization_id, direction, title, text, kind, field, region_code, place, visibility, status, answer,
                  answered_at, supports, sample, words, created_at, submitted_at)
select (n.id * 31 + copy.k * 17) % 2000 + 1, n.direction, n.title || ' ' || copy.k, n.text, n.kind, n.field,
       n.region_code, n.place, n.visibility, n.status, n.answer, n.answered_at, n.supports, true, n.words, n.created_at,
       n.submitted_at
from need n cross join generate_series(1, 200) as copy (k)
order by copy.k, n.id
limit 20000 - (select count(*) from need);

insert into need_move (need_id, event, status, actor, at)
select n.id, e.event, e.status, 'wang', n.created_at
from need n cross join (values ('SUBMIT', 'SUBMITTED'), ('ACCEPT', 'ACCEPTED')) as e (event, status)
where not exists (select from need_move m where m.need_id = n.id);

insert into need_support (need_id, organization_id, account_id, at)
select n.id, (n.id * 7 + k * 13) % 2000 + 1, (select min(id) from account), n.created_at
from need n cross join generate_series(1, 1) as support (k)
on conflict do nothing;

insert into link (from_kind, from_id, relation, to_kind, to_id, at, actor)
select 'organization', n.organization_id, 'stated', 'need', n.id, n.created_at, 'wang'
from need n where n.status <> 'DRAFT'
on conflict do nothing;

insert into theme_month (month, status) values ('2022-01-01', 'GATHERING');
with candidate as (
  insert into theme (month, title, question, field, status, position, created_at)
  select '2022-01-01', '候选主题 ' || k, '怎么办？', 'CHARITY', 'CANDIDATE', k, '2021-12-01 08:00+08'
  from generate_series(1, 12) as k
  returning id, position),
free as (
  select n.id, row_number() over (order by n.id) as place from need n
  where n.status = 'ACCEPTED' and not exists (select from theme_need t where t.need_id = n.id))
insert into theme_need (theme_id, need_id)
select candidate.id, free.id from candidate join free on free.place between candidate.position * 250 - 249
  and candidate.position * 250;

with convened as (
  insert into talk (month, year, number, title, question, theme_id, region_code, status, starts_at, ends_at, place,
                    capacity, host, answer_by, convened_at, secret, sample, created_at)
  select '2021-12-01', 2021, 9, '第九期月月谈', '怎么办？', (select min(id) from theme where month = '2022-01-01'),
         region_code, 'CONVENING', '2021-12-17 09:00+08', '2021-12-17 11:00+08', place, 200, host,
         '2021-12-15 18:00+08', '2021-12-01 09:00+08', secret, true, created_at
  from talk where number = 8
  returning id)
insert into invitation (talk_id, organization_id, unit, party, contact, email, status, code, invited_at)
select convened.id, o.id, o.name, 'AGENCY', '联系人', 'someone@example.org',
       (array['INVITED', 'ACCEPTED', 'DECLINED', 'LISTED'])[o.id % 4 + 1], to_char(100000 + o.id, 'FM000000'),
       '2021-12-01 09:00+08'
from convened cross join organization o
where o.id between 100 and 399;

insert into audit_entry (at, actor_id, actor, address, action, object_kind, object_id, success)
select '2021-01-01 08:00+08'::timestamptz + k * interval '5 minutes', 1, 'wang', '127.0.0.1', 'changed', 'need',
       (k % 20000)::text, true
from generate_series(1, 100000) as k;

commit;
vacuum analyze organization, need, need_support, need_move, link, theme, theme_need, talk, invitation, audit_entry;
