-- What the thread runs through, as it stands now: nothing is copied, so nothing outlives a change of mind about who may
-- see it. Who sees a thing: staff of region_code (null: of any region), organization_id, other organizations (shared),
-- everyone (published). Each part reads one table without conditions, because only then the planner looks things up by
-- id in all of them; what is not a thing yet is taken out at the end.
drop view if exists thing;
create view thing as
select kind, id, title, status, text, unit, at, organization_id, region_code, shared, published, path
from (
    select 'organization' as kind, o.id, o.name as title, '' as status, '' as text, '' as unit, o.created_at as at,
           o.id as organization_id, o.region_code, true as shared, o.active as published,
           '/organizations/' || o.id as path, true as present
    from organization o
  union all
    select 'need', n.id, n.title, n.status, '',
           (select o.name from organization o where o.id = n.organization_id),
           coalesce(n.submitted_at, n.created_at), n.organization_id, n.region_code,
           need_visible(n, '', -1, true, false, 0), need_visible(n, '', -1, false, true, 0),
           '/needs/' || n.id, n.status <> 'DRAFT'
    from need n
  union all
    select 'theme', t.id, t.title, '', t.question, '',
           coalesce((select c.at from theme_choice c where c.theme_id = t.id), t.created_at), null, null, true, true,
           '/themes/' || to_char(t.month, 'YYYY-MM'), t.status = 'CHOSEN'
    from theme t
  union all
    select 'talk', t.id, t.title, t.status, '', '', t.starts_at, null, t.region_code,
           t.convened_at is not null, t.convened_at is not null, '/talks/' || t.id, true
    from talk t
  union all
    select 'opinion', p.id, p.text, coalesce((select d.status from disposition d where d.opinion_id = p.id), ''), '',
           coalesce(opinion_unit(p), ''), p.recorded_at,
           p.organization_id, (select t.region_code from talk t where t.id = p.talk_id),
           (select t.status in ('FOLLOWING_UP', 'CLOSED') from talk t where t.id = p.talk_id),
           (select t.status in ('FOLLOWING_UP', 'CLOSED') from talk t where t.id = p.talk_id),
           '/opinions/' || p.id, p.status = 'ACCEPTED'
    from opinion p
  union all
    select 'reply', d.opinion_id, d.answer, d.result, (select p.text from opinion p where p.id = d.opinion_id),
           d.department, coalesce(d.answered_at, d.assigned_at),
           (select p.organization_id from opinion p where p.id = d.opinion_id),
           (select t.region_code from opinion p join talk t on t.id = p.talk_id where p.id = d.opinion_id),
           (select t.status in ('FOLLOWING_UP', 'CLOSED') from opinion p join talk t on t.id = p.talk_id where p.id = d.opinion_id),
           (select t.status in ('FOLLOWING_UP', 'CLOSED') from opinion p join talk t on t.id = p.talk_id where p.id = d.opinion_id),
           '/opinions/' || d.opinion_id,
           d.result is not null and exists (select from opinion p where p.id = d.opinion_id and p.status = 'ACCEPTED')
    from disposition d
  union all
    select 'commitment', c.id, c.what, c.status, '', c.who, c.created_at,
           c.organization_id, (select t.region_code from talk t where t.id = c.talk_id),
           (select t.status in ('FOLLOWING_UP', 'CLOSED') from talk t where t.id = c.talk_id),
           (select t.status in ('FOLLOWING_UP', 'CLOSED') from talk t where t.id = c.talk_id),
           '/talks/' || c.talk_id, true
    from commitment c
  union all
    select 'policy', p.id, p.title, p.status, p.number, p.publisher, p.issued_at, null, p.region_code,
           p.disclosure = 'OPEN', p.disclosure = 'OPEN', '/policies/' || p.id,
           p.issued_at is not null and p.status <> 'WITHDRAWN'
    from policy p
  union all
    select 'project', p.id, p.title, p.status, p.number,
           (select o.name from organization o where o.id = p.organization_id),
           coalesce(p.established_at, p.submitted_at, p.created_at), p.organization_id, p.region_code,
           project_visible(p, '', -1, true, false, 0), project_visible(p, '', -1, false, true, 0),
           '/projects/' || p.id, p.status not in ('DRAFT', 'WITHDRAWN')
    from project p
  union all
    select 'provision', p.id, p.title, p.status, '',
           (select o.name from organization o where o.id = p.organization_id),
           p.created_at, p.organization_id, p.region_code,
           provision_visible(p, '', -1, true, false), provision_visible(p, '', -1, false, true),
           '/provisions/' || p.id, true
    from provision p
  union all
    select 'selection', s.id, s.title, s.status, '', '', coalesce(s.opened_at, s.created_at), null, s.region_code,
           true, true, '/selections/' || s.id, s.opened_at is not null
    from selection s
  union all
    -- Organizations see each other in a round; everyone sees a pair of which both sides are published.
    select 'intent', p.id, selection_told(p), p.status, '',
           (select string_agg(o.name, '、' order by e.side)
            from selection_entry e join organization o on o.id = e.organization_id
            where e.id in (p.project_entry, p.provider_entry)),
           p.ended_at, null, (select s.region_code from selection s where s.id = p.selection_id), true,
           selection_published(p), '/selections/' || p.selection_id, p.status = 'CONFIRMED'
    from selection_pair p
  union all
    select 'agreement', a.id, a.title,
           coalesce((select f.status from fulfilment f where f.agreement_id = a.id), 'RUNNING'), a.number,
           (select string_agg(p.name, '、' order by p.position) from agreement_party p where p.agreement_id = a.id),
           coalesce(a.signed_at, a.created_at), null, a.region_code, true, true, '/agreements/' || a.id, a.status = 'SIGNED'
    from agreement a
  union all
    -- What was agreed is told only where the agreement discloses its words.
    select 'delivery', r.id,
           (select case when a.disclosed then coalesce(m.title, c.title) else a.title end
            from agreement a left join fulfilment_milestone m on m.id = r.milestone_id
              left join fulfilment_amount c on c.id = r.amount_id
            where a.id = r.agreement_id),
           r.status, '', (select o.name from organization o where o.id = r.organization_id),
           coalesce(r.answered_at, r.reported_at), r.organization_id,
           (select a.region_code from agreement a where a.id = r.agreement_id), true, true,
           '/agreements/' || r.agreement_id || '/fulfilment', r.status in ('CONFIRMED', 'PARTLY')
    from fulfilment_report r
  union all
    select 'brief', t.id, t.title, '', '', '', t.ends_at, null, t.region_code, true, true,
           '/talks/' || t.id || '/brief', t.status in ('HELD', 'FOLLOWING_UP', 'CLOSED')
    from talk t
  union all
    select 'answer', n.id, n.answer, '', n.title, '', coalesce(n.answered_at, n.created_at),
           n.organization_id, n.region_code,
           need_visible(n, '', -1, true, false, 0), need_visible(n, '', -1, false, true, 0),
           '/needs/' || n.id, n.status = 'ANSWERED'
    from need n
  ) as t
where present;

-- Every published figure is a number of these rows, so it always opens to what it counts. kind and thing_id: where the
-- row's thread begins. detail: null stands for the name of the organization, looked up where rows are shown and not where
-- they are counted. due: the row counts only once this day is over. Never personal data.
drop view if exists figure_row;
create view figure_row as
  select 'organizations' as figure, o.id, 'organization' as kind, o.id as thing_id, o.name as title,
         (select r.name from region r where r.code = o.region_code) as detail,
         o.created_at as at, null::date as due, o.id as organization_id, o.region_code, true as shared, true as published
  from organization o
  where o.active
union all
  select case n.direction when 'NEED' then 'needs' else 'offers' end, n.id, 'need', n.id, n.title, null,
         coalesce(n.submitted_at, n.created_at), null, n.organization_id, n.region_code,
         need_visible(n, '', -1, true, false, 0), need_visible(n, '', -1, false, true, 0)
  from need n
  where n.status not in ('DRAFT', 'WITHDRAWN')
union all
  select 'supports', (s.need_id << 32) + s.organization_id, 'need', n.id, n.title, null, s.at, null, s.organization_id, n.region_code,
         need_visible(n, '', -1, true, false, 0), need_visible(n, '', -1, false, true, 0)
  from need_support s join need n on n.id = s.need_id
  where n.status not in ('DRAFT', 'WITHDRAWN')
union all
  select 'talks', t.id, 'talk', t.id, t.title, t.place, t.starts_at, null, null, t.region_code, true, true
  from talk t
  where t.status in ('HELD', 'FOLLOWING_UP', 'CLOSED')
union all
  select 'attendances', i.id, 'talk', t.id, i.unit, t.title, t.starts_at, null, i.organization_id, t.region_code,
         true, true
  from invitation i join talk t on t.id = i.talk_id
  where i.checked_in_at is not null and t.status in ('HELD', 'FOLLOWING_UP', 'CLOSED')
union all
  select 'opinions', p.id, 'opinion', p.id, p.text, t.title, t.starts_at, null, p.organization_id, t.region_code,
         t.status <> 'HELD', t.status <> 'HELD'
  from opinion p join talk t on t.id = p.talk_id
  where p.status = 'ACCEPTED' and t.status in ('HELD', 'FOLLOWING_UP', 'CLOSED')
union all
  -- What was merged counts as the opinion that stands for it, once.
  select 'adoptedOpinions', o.id, 'opinion', o.id, o.text, a.title, a.issued_at, null, o.organization_id, a.region_code,
         a.disclosure = 'OPEN' and t.status in ('FOLLOWING_UP', 'CLOSED'),
         a.disclosure = 'OPEN' and t.status in ('FOLLOWING_UP', 'CLOSED')
  from (
    select distinct on (1) coalesce(q.merged_into, q.id) as opinion_id, p.title, p.issued_at, p.region_code, p.disclosure
    from policy_source s join policy p on p.id = s.policy_id join opinion q on q.id = s.opinion_id
    where s.clause_id is not null and p.issued_at is not null and p.status <> 'WITHDRAWN'
    order by 1, p.issued_at, p.id) as a
    join opinion o on o.id = a.opinion_id and o.status = 'ACCEPTED'
    join talk t on t.id = o.talk_id
union all
  select 'policies', p.id, 'policy', p.id, p.title, p.number, p.issued_at, null, null, p.region_code,
         p.disclosure = 'OPEN', p.disclosure = 'OPEN'
  from policy p
  where p.issued_at is not null and p.status <> 'WITHDRAWN'
union all
  select 'projects', p.id, 'project', p.id, p.title, p.number, p.established_at, null, p.organization_id, p.region_code,
         project_visible(p, '', -1, true, false, 0), project_visible(p, '', -1, false, true, 0)
  from project p
  where p.established_at is not null
union all
  -- Pairs that both sides confirmed: an intent is no signature, and a signature no delivery.
  select 'intents', p.id, 'intent', p.id, selection_told(p), s.title, p.ended_at, null, null, s.region_code, true,
         selection_published(p)
  from selection_pair p join selection s on s.id = p.selection_id
  where p.status = 'CONFIRMED'
union all
  select f.figure, a.id, 'agreement', a.id, a.title, a.number, a.signed_at, null, null, a.region_code, true, true
  from agreement a
    join (values ('agreements', ''), ('electronicAgreements', 'ELECTRONIC'), ('paperAgreements', 'PAPER'))
      as f (figure, manner) on f.manner in ('', a.manner)
  where a.status = 'SIGNED'
union all
  select f.figure, d.opinion_id, 'opinion', d.opinion_id, p.text, d.department,
         case when f.figure = 'overdueOpinions' then d.assigned_at else coalesce(d.answered_at, d.assigned_at) end,
         case when f.figure = 'overdueOpinions' then d.due end, p.organization_id, t.region_code,
         t.status <> 'HELD', t.status <> 'HELD'
  from disposition d
    join opinion p on p.id = d.opinion_id and p.status = 'ACCEPTED'
    join talk t on t.id = p.talk_id
    cross join lateral (values
      ('answeredOpinions', d.status in ('ANSWERED', 'ANSWERED_AGAIN', 'CLOSED') and d.result is not null),
      ('grantedOpinions', d.status in ('ANSWERED', 'ANSWERED_AGAIN', 'CLOSED') and d.result in ('ADOPTED', 'PARTLY')),
      ('overdueOpinions', d.status in ('ASSIGNED', 'RETURNED', 'REOPENED')),
      ('satisfiedOpinions', d.status = 'CLOSED' and d.rating in ('SATISFIED', 'BASICALLY')),
      ('unsatisfiedOpinions', d.rating = 'NOT_SATISFIED')) as f (figure, counted)
  where f.counted and t.status in ('HELD', 'FOLLOWING_UP', 'CLOSED')
union all
  select 'answeredNeeds', n.id, 'need', n.id, n.title, null, coalesce(n.answered_at, n.created_at), null,
         n.organization_id, n.region_code,
         need_visible(n, '', -1, true, false, 0), need_visible(n, '', -1, false, true, 0)
  from need n
  where n.status = 'ANSWERED'
union all
  select f.figure, c.id, 'commitment', c.id, c.what, t.title,
         case f.figure when 'keptCommitments' then coalesce(c.ended_at, c.created_at) else c.created_at end,
         case f.figure when 'overdueCommitments' then c.due end, c.organization_id, t.region_code,
         t.status <> 'HELD', t.status <> 'HELD'
  from commitment c join talk t on t.id = c.talk_id
    join (values ('keptCommitments', 'KEPT'), ('openCommitments', 'OPEN'), ('overdueCommitments', 'OPEN'))
      as f (figure, status) on f.status = c.status
  where t.status in ('HELD', 'FOLLOWING_UP', 'CLOSED')
union all
  select 'keptMilestones', m.id, 'agreement', a.id, case when a.disclosed then m.title else a.title end, null, r.answered_at,
         null, m.organization_id, a.region_code, true, true
  from fulfilment_milestone m
    join agreement a on a.id = m.agreement_id
    join fulfilment_report r on r.milestone_id = m.id and r.status = 'CONFIRMED'
  where m.status = 'KEPT'
union all
  select case d.what when 'MILESTONE' then 'overdueMilestones' else 'overdueDeliveries' end, d.id, 'agreement', a.id,
         case when a.disclosed then d.title else a.title end, null, a.signed_at, d.due, d.organization_id, a.region_code,
         true, true
  from fulfilment_due d join agreement a on a.id = d.agreement_id
union all
  select 'deliveries', r.id, 'agreement', a.id,
         case when c.kind = 'MONEY' then to_char(r.confirmed / 100.0, 'FM999,999,999,990.00') || ' 元'
              else r.confirmed || ' ' || c.unit end || ' · ' || case when a.disclosed then c.title else a.title end,
         null, r.answered_at, null, r.organization_id, a.region_code, true, true
  from fulfilment_report r
    join fulfilment_amount c on c.id = r.amount_id
    join agreement a on a.id = r.agreement_id
  where r.confirmed > 0
union all
  select case f.status when 'FULFILLED' then 'fulfilledAgreements' else 'terminatedAgreements' end, a.id, 'agreement', a.id,
         a.title, a.number, f.ended_at, null, null, a.region_code, true, true
  from fulfilment f join agreement a on a.id = f.agreement_id
  where f.status <> 'RUNNING';
