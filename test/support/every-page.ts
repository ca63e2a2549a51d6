import { newId } from '@jikaotong/bff/platform/db';
import { setRoles } from '@jikaotong/bff/features/accounts';
import {
  BODY_ROLES,
  ROLES,
  accounts,
  authoritySheets,
  breachCases,
  contestTrainings,
  contests,
  objections,
  results,
} from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { entryList, objectionList, staffList } from '@jikaotong/shared/lists';
import { type SignedInPerson, bspia, staffMember } from './people';
import type { PeopledWorld } from './peopled-world';

/** What a page is opened with. */
export type PageParams = Readonly<Record<string, string>>;

/** A colleague in every role, by whom each page of staff may be read. */
export const ALL_ROUNDER = 'quanneng';

/** Invites the colleague in every role, and says with what each page that needs something is opened in this world. */
export async function everyPage(peopled: PeopledWorld): Promise<Readonly<Record<string, PageParams>>> {
  const { world, known } = peopled;
  const [administrator] = known.people.filter(({ session }) =>
    session.account.grants.some(({ bodyId, roles }) => bodyId === 'bspia' && roles.includes('administrator')),
  );
  if (!administrator) throw new Error('nobody runs the body');
  const everything = await staffMember(world, administrator, ALL_ROUNDER, BODY_ROLES);
  const operator = { accountId: everything.accountId, bodyId: bspia.id, bodyName: bspia.name, roles: ROLES };
  await world.db.tx((h) => setRoles(h, operator, world.clock.businessNow()));
  const one = (kind: string, at = 0): string => known.ids[kind]?.[at] ?? '';
  const notice = one('notices');
  const session = one('sessions');
  const [C24 = '', C25 = ''] = known.ids['contests'] ?? [];
  const { entriesId } = await everything.api.ok(contests.getStaffContest, { params: { id: C25 } });
  const { items } = await everything.api.ok(entryList.rows, { params: { id: entriesId }, query: {} });
  const entry = items[0]?.id ?? '';
  const training = await trainingOf(everything, C25);
  const whole = { id: one('applications') };
  const form = { id: one('applications', 2) };
  const day = { id: session };
  const draft = { id: one('notice-drafts') };
  const unit = one('units');
  await agentOf(peopled, unit);
  const layout = await everything.api.ok(authoritySheets.uploadAuthoritySheet, {
    params: { id: bspia.id },
    query: { kind: 'certificates' },
    file: { bytes: Buffer.from('姓名,民族,备用\n'), name: '空表.csv' },
  });
  const breach = await breachOf(everything, whole.id);
  const objection = await objectionOf(peopled, everything, session);
  const act = await everything.api.ok(staffList.acting.select, {
    params: { id: bspia.id },
    body: { act: 'disable', which: { ids: [everything.accountId] } },
  });
  const [seat] = await world.db.read((h) =>
    h.query<{ slot: string }>('SELECT slot FROM sitting WHERE session_id = ? ORDER BY slot LIMIT 1', [session]),
  );
  return {
    'pages/notice/index': { id: notice },
    'pages/notice-text/index': { id: notice },
    'pages/offering/index': { notice, offering: 'installer-5' },
    'packages/notice/self-check/index': { notice },
    'packages/notice/levels/index': { notice },
    'packages/notice/references/index': { id: notice },
    'packages/apply/detail/index': whole,
    'packages/apply/sent/index': whole,
    'packages/apply/correction/index': whole,
    'packages/apply/done/index': whole,
    'packages/apply/order/index': whole,
    'packages/apply/change/index': whole,
    'packages/apply/extra/index': whole,
    'packages/apply/slip/index': whole,
    'packages/apply/form/index': form,
    'packages/apply/identity/index': form,
    'packages/apply/photo/index': form,
    'packages/apply/basis/index': form,
    'packages/apply/fact/index': { ...form, fact: 'declared.intends' },
    'packages/apply/papers/index': form,
    'packages/apply/signature/index': form,
    'packages/apply/confirm/index': form,
    'packages/privacy/enrolment/index': whole,
    'packages/privacy/rules/index': { body: 'bspia' },
    'packages/exam/ticket/index': whole,
    'packages/exam/result/index': whole,
    'packages/exam/retake/index': whole,
    'packages/exam/breach/index': { id: breach },
    'packages/conduct/breaches/index': { body: 'bspia' },
    'packages/conduct/breach/index': { id: breach },
    'packages/conduct/open/index': { application: whole.id },
    'packages/conduct/bans/index': { body: 'bspia' },
    'packages/conduct/rules/index': { body: 'bspia' },
    'packages/scores/columns/index': { session },
    'packages/body/retake-schemes/index': { body: 'bspia' },
    'packages/body/retake-scheme/index': {
      body: 'bspia',
      notice: 'bspia-2026-certification',
      offering: 'installer-5',
    },
    'packages/conduct/imported/index': { body: 'bspia' },
    'packages/conduct/import/index': { body: 'bspia' },
    'packages/conduct/ban/index': { id: await banIn(peopled) },
    'packages/exam/certificate/index': whole,
    'packages/exam/collection/index': whole,
    'packages/exam/publicity/index': { session },
    'packages/exam/objection/index': { session },
    'packages/exam/objection-answer/index': { receipt: objection.receipt },
    'packages/scores/objections/index': { session },
    'packages/scores/objection/index': { id: objection.id },
    'packages/contest/scan/index': { code: one('posters') },
    'packages/contest/contest/index': { id: C25 },
    'packages/contest/enter/index': { id: C25 },
    'packages/contest/entry/index': { id: one('entries') },
    'packages/contest/guide/index': { id: C24 },
    'packages/contest/poster/index': { code: one('posters') },
    'packages/contest/entries/index': { id: C25 },
    'packages/contest/judge/index': { id: entry },
    'packages/honour/draw/index': { id: C25, stage: 'preliminary' },
    'packages/stage/desk/index': { id: entriesId },
    'packages/stage/marks/index': { id: entriesId },
    'packages/stage/preview/index': { id: entriesId },
    'packages/stage/mine/index': { id: one('entries') },
    'packages/stage/ranking/index': { id: entriesId },
    'packages/stage/hall/index': { id: entriesId },
    'packages/stage/trainings/index': { id: C25 },
    'packages/stage/training/index': { id: training },
    'packages/honour/desk/index': { id: C25 },
    'packages/honour/lines/index': { id: entriesId },
    'packages/honour/protests/index': { body: 'bspia' },
    'packages/honour/protest/index': { id: 'none' },
    'packages/honour/own/index': { id: one('entries') },
    'packages/honour/shown/index': { id: C25 },
    'packages/honour/unit/index': { id: unit },
    'packages/judge/join/index': { token: 'none' },
    'packages/judge/marking/index': { id: 'none' },
    'packages/judge/desk/index': { id: entriesId },
    'packages/judge/sheet/index': { id: entriesId, part: 'skill' },
    'packages/judge/heat/index': { id: entriesId, part: 'skill', heat: '1' },
    'packages/duty/join/index': { token: 'none' },
    'packages/duty/door/index': { duty: 'none' },
    'packages/duty/plan/index': { session },
    'packages/duty/counts/index': { session, slot: seat?.slot ?? '2026-12-12 09:00' },
    'packages/unit/register/index': { id: unit },
    'packages/unit/unit/index': { id: unit },
    'packages/unit/join/index': { token: 'none' },
    'packages/unit/roster/index': { id: one('rosters') },
    'packages/unit/rows/index': { id: one('rosters'), of: 'all' },
    'packages/unit/row/index': { id: one('rosters'), row: one('rows') },
    'packages/unit/confirm/index': whole,
    'packages/unit/contest/index': { id: one('contest-groups') },
    'packages/unit/entrants/index': { id: one('contest-groups') },
    'packages/unit/enter/index': { body: 'bspia' },
    'packages/unit/link/index': { id: one('rosters') },
    'packages/unit/fill/index': { token: 'none' },
    'packages/unit/slip/index': { id: one('rosters') },
    'packages/unit/counter/index': { code: 'NONE' },
    'packages/unit/results/index': { id: one('rosters') },
    'packages/unit/signed/index': { id: one('rosters') },
    'packages/unit/units/index': { body: 'bspia' },
    'packages/unit/judge/index': { id: unit },
    'packages/staff/session/index': day,
    'packages/planning/session-plan/index': day,
    'packages/planning/session-places/index': day,
    'packages/planning/session-windows/index': day,
    'packages/planning/session-move/index': day,
    'packages/planning/session-cancel/index': day,
    'packages/staff/search/index': { q: '张' },
    'packages/review/act/index': { list: staffList.name, within: bspia.id, id: act.id },
    'packages/review/reviews/index': { session },
    'packages/review/review/index': whole,
    'packages/review/portraits/index': { session },
    'packages/review/doubted-words/index': { session },
    'packages/review/applicants/index': { session },
    'packages/review/funnel/index': { session },
    'packages/review/told/index': { session },
    'packages/review/correction/index': { id: one('corrections') },
    'packages/review/answer/index': whole,
    'packages/staff/counter-desk/index': { id: one('applications', 3) },
    'packages/staff/orders/index': { body: 'bspia', session },
    'packages/staff/seating/index': { session },
    'packages/staff/prints/index': { session },
    'packages/staff/scores/index': { session },
    'packages/staff/score-reviews/index': { session },
    'packages/staff/certificates/index': { session },
    'packages/award/papers/index': { session },
    'packages/award/authority/index': { session },
    'packages/award/authority-map/index': { id: layout.id },
    'packages/award/year/index': { body: bspia.id },
    'packages/staff/body/index': { id: 'bspia' },
    'packages/staff/audit/index': { id: 'bspia' },
    'packages/staff/people/index': { id: 'bspia' },
    'packages/body/periods/index': { id: 'bspia' },
    'packages/staff/calendar-year/index': { year: '2027' },
    'packages/publishing/notice-draft/index': draft,
    'packages/publishing/notice-trial/index': draft,
    'packages/publishing/notice-assumptions/index': draft,
    'packages/publishing/notice-versions/index': { id: notice },
    'packages/publishing/notice-version/index': { id: notice, version: '1' },
  };
}

export const isForStaff = (route: string): boolean =>
  /^packages\/(body|staff|review|publishing|award|conduct|planning|scores)\//.test(route) ||
  /^packages\/contest\/(posters|poster|entries|judge)\//.test(route) ||
  /^packages\/unit\/(units|judge|enter)\//.test(route) ||
  /^packages\/honour\/(draw)\//.test(route) ||
  /^packages\/stage\/(desk|marks|preview|trainings|training)\//.test(route) ||
  /^packages\/honour\/(draw|desk|lines|protests|protest)\//.test(route) ||
  /^packages\/judge\/(desk|sheet|heat)\//.test(route) ||
  /^packages\/duty\/(plan|counts)\//.test(route);

/** A breach that the candidate has been told of; none before there is an examination. */
async function breachOf({ api }: SignedInPerson, applicationId: string): Promise<string> {
  const body = { item: 'tier-2-1', facts: '考试中使用手机' };
  const opened = await api.call(breachCases.openBreach, { params: { id: applicationId }, body });
  const { id = 'none' } = Object(opened.data) as { id?: string };
  if (id !== 'none') await api.ok(breachCases.notifyBreach, { params: { id } });
  return id;
}

/** Somebody's objection to the first public line; none while nothing is public. */
async function objectionOf({ world }: PeopledWorld, { api }: SignedInPerson, session: string) {
  const params = { id: session };
  const list = await world.stranger.call(results.getPublicity, { params, query: {} });
  if (list.code !== 'ok') return { id: 'none', receipt: '' };
  const { items: lines } = await world.stranger.ok(results.getPublicity, { params, query: {} });
  const phone = '13911119999';
  await world.stranger.ok(accounts.requestCode, { body: { phone } });
  const code = await world.owner.smsCode(phone);
  const said = { subject: 'identity' as const, reasons: '考试当天本人不在北京，进场的人不像照片', name: '李见证' };
  const body = { ...said, ticketNumber: lines[0]?.ticketNumber ?? '', phone, code };
  const { receipt } = await world.stranger.ok(objections.fileObjection, { params, body });
  const { items } = await api.ok(objectionList.rows, { params, query: {} });
  return { id: items[0]?.id ?? 'none', receipt };
}

/** A training before a contest that nobody has come to yet. */
async function trainingOf({ api }: SignedInPerson, contest: string): Promise<string> {
  const when = {
    day: localDate('2027-01-05'),
    startsAt: timeOfDay('09:00'),
    endsAt: null,
    place: '实训基地',
    note: null,
  };
  const body = { stage: 'preliminary' as const, ...when };
  return (await api.ok(contestTrainings.setTraining, { params: { id: contest }, body })).id;
}

/** Somebody whom the body keeps away; none where it knows nobody. */
async function banIn({ world }: PeopledWorld): Promise<string> {
  const id = newId();
  const made = await world.db.tx((h) =>
    h.run(
      `INSERT INTO ban (id, body_id, person_id, from_day, until_day, source, created_at)
       SELECT ?, 'bspia', p.id, '2026-01-05', '2028-01-04', '{"assumed":"从前的处理决定"}', ?
       FROM person p ORDER BY p.id LIMIT 1`,
      [id, new Date(world.clock.businessNow())],
    ),
  );
  return made === 1 ? id : 'none';
}

/** The owner acts for the unit, too. */
const agentOf = ({ world, owner: { accountId } }: PeopledWorld, unitId: string) =>
  world.db.tx((h) =>
    h.run('INSERT INTO unit_agent (id, unit_id, account_id, live_key, since) VALUES (?, ?, ?, ?, ?)', [
      newId(),
      unitId,
      accountId,
      `${unitId}:${accountId}`,
      new Date(world.clock.businessNow()),
    ]),
  );
