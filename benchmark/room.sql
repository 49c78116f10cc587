-- A talk with 500 guests and an open round of 45 accepted opinions, for benchmark/room.sh. Prints the numbers of the
-- first guest and of the talk. Runs on the demo's database, as often as one likes: each time another talk.
\set ON_ERROR_STOP on
begin;

insert into talk (month, year, number, title, question, region_code, status, starts_at, ends_at, place, capacity, host,
                  secret, sample, convened_at, created_at)
select date '2021-12-01', 2021, coalesce(max(number), 0) + 1, '五百人的会场', '五百部手机同时表态，还快不快？',
       '371500000000', 'CONVENING', timestamptz '2021-12-10 14:30+08', timestamptz '2021-12-10 16:30+08', '市体育馆', 600,
       '测试', 'benchmark', true, timestamptz '2021-11-24 09:00+08', timestamptz '2021-11-24 09:00+08'
from talk where year = 2021;

create temporary view room as select max(id) as talk from talk;

insert into opinion_round (talk_id, status, anonymous, opened_at)
select talk, 'OPEN', true, timestamptz '2021-11-24 09:00+08' from room;

insert into invitation (talk_id, unit, party, status, attendee, code, invited_at, answered_at)
select talk, '单位' || n, (array['COUNTY', 'TOWNSHIP', 'COMMUNITY', 'AGENCY', 'DEPARTMENT', 'ENTERPRISE'])[n % 6 + 1],
       'ACCEPTED', '样本' || n, to_char(n, 'FM000000'), timestamptz '2021-11-24 09:00+08', timestamptz '2021-11-24 09:00+08'
from room, generate_series(1, 500) as n;

insert into opinion (talk_id, speaker, party, text, status, origin, recorded_at)
select talk, '', 'AGENCY', '第' || n || '条意见：' || md5(n::text), 'ACCEPTED', 'PHONE', timestamptz '2021-11-24 09:00+08'
from room, generate_series(1, 45) as n;

commit;

select min(i.id), min(i.talk_id) from invitation i, room where i.talk_id = room.talk;
