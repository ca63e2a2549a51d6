import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type RosterView,
  type StaffRosterCounterView,
  counter,
  rosterCounters,
  rosterRows,
  rosters,
  slips,
} from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { newApplicant } from '../../bff/src/features/applications/applicant';
import { NOBODY } from '../../bff/src/features/candidates';
import { orderContext } from '../../bff/src/features/orders/order.testing';
import { addRows } from '../../bff/src/features/rosters/add-rows';
import { openRoster as openUnitRoster } from '../../bff/src/features/rosters/own-roster';
import { findRoster } from '../../bff/src/features/rosters/roster.repository';
import { findUnit } from '../../bff/src/features/units';
import type { Context } from '../../bff/src/platform/http';
import { listRosters } from '../../bff/src/migrations/20261130-050000-listed-rosters';
import { identityOf } from '../support/apply';
import { companyAtCounter } from '../support/company-at-counter';
import { tickAll } from '../support/counter';
import { type SignedInPerson, candidateByPhone } from '../support/people';
import { installerRow } from '../support/rosters';
import { type World, openWorld } from '../support/world';

const MANY = 4;

let world: World;
let clerk: SignedInPerson;
let agent: SignedInPerson;
let roster: RosterView;
/** The fourth of the list, once the row is claimed. */
let member: SignedInPerson;
let waiting: unknown;
const workNow = () => agent.api.ok(rosters.getRosterWork, { params: params() });
beforeAll(async () => {
  world = await openWorld({ day: '2026-11-23' });
  ({ clerk, agent, roster } = await companyAtCounter(world, MANY));
  await agent.api.ok(rosters.submitRoster, { params: params(), body: { firstReviewed: false } });
  waiting = await workNow();
  await world.runJobs();
});
afterAll(() => world.stop());

const params = () => ({ id: roster.id });
const seenByClerk = () => clerk.api.ok(rosterCounters.getStaffRosterCounter, { params: params() });
const count = (n: number, except: string[]) =>
  clerk.api.ok(rosterCounters.confirmRosterCounted, {
    params: params(),
    body: { count: n, except, truthful: true },
  });
const idAt = ({ rows }: StaffRosterCounterView, order: number) => rows[order]?.id ?? '';
const writeSlip = (id: string, originals: string) =>
  world.db.tx((h) => h.run('UPDATE counter_slip SET originals = ? WHERE candidate_id = ?', [originals, id]));

it('tells how many still wait to be handed in', async () => {
  expect(waiting).toEqual({ queued: MANY, scans: [] });
  expect(await workNow()).toEqual({ queued: 0, scans: [] });
});

it('gives nobody of the group a slip of their own, which would wipe what a clerk has seen of them', async () => {
  const id = idAt(await seenByClerk(), 3);
  const { claimCode } = await agent.api.ok(rosterRows.getRosterRow, { params: { ...params(), rowId: id } });
  member = await candidateByPhone(world, '13900000077');
  const { documentNumber = '' } = installerRow(3);
  const claim = { name: '学员丁', documentType: 'resident-id' as const, documentNumber, code: claimCode ?? '' };
  await member.api.ok(rosterRows.claimRosterRow, { body: claim });
  const { originals } = await clerk.api.ok(counter.getAtCounter, { params: { id } });
  const document = originals[0]?.alternatives[0]?.[0]?.document ?? '';
  await clerk.api.ok(counter.tickOriginal, { params: { id }, body: { document, seen: true, received: false } });
  expect(await member.api.refused(slips.createSlip, { params: { id } })).toMatchObject({
    code: 'wrong-state',
    data: { state: 'of-unit' },
  });
  expect((await seenByClerk()).rows.find((row) => row.id === id)?.begun).toBe(true);
});

it('confirms nobody, alone or counted, who calls something wrong before the unit has answered', async () => {
  const before = await seenByClerk();
  const id = idAt(before, 3);
  await count(1, [idAt(before, 0), idAt(before, 1), idAt(before, 2)]);
  const work = { params: params() };
  expect(await clerk.api.ok(rosterCounters.getRosterCounterWork, work)).toEqual({ queued: 1 });
  expect(await agent.api.refused(rosterCounters.getRosterCounterWork, work)).toMatchObject({ code: 'forbidden' });
  const { version } = await member.api.ok(rosterRows.getOwnRosterRow, { params: { id } });
  const said = { params: { id }, body: { version, field: 'other', said: '还有一段工作没有写' } };
  const { disputes } = await member.api.ok(rosterRows.disputeOwnRow, said);
  await world.runJobs();
  const after = await seenByClerk();
  expect(after.counts).toMatchObject({ confirmed: 0, open: MANY, queued: 0 });
  expect(await clerk.api.ok(rosterCounters.getRosterCounterWork, work)).toEqual({ queued: 0 });
  expect(after.rows.map(({ isOpen, disputed }) => [isOpen, disputed])).toEqual([
    ...Array.from({ length: MANY - 1 }, () => [true, false]),
    [true, true],
  ]);
  expect((await agent.api.ok(rosterCounters.getRosterCounter, { params: params() })).rows[3]?.disputed).toBe(true);
  const counted = { params: params(), body: { count: MANY, except: [], truthful: true as const } };
  expect(await clerk.api.refused(rosterCounters.confirmRosterCounted, counted)).toMatchObject({
    data: { state: 'count-differs' },
  });
  const why = { code: 'wrong-state', data: { state: 'row-disputed' } };
  const whole = await tickAll(clerk, await clerk.api.ok(counter.getAtCounter, { params: { id } }));
  expect(whole.blocked).toMatchObject(why);
  const body = { version: whole.application.version, truthful: true, noticeRead: true } as const;
  expect(await clerk.api.refused(counter.confirmAtCounter, { params: { id }, body })).toMatchObject(why);
  const answer = {
    params: { ...params(), rowId: id, disputeId: disputes[0]?.id ?? '' },
    body: { answer: '那一段不算本职业' },
  };
  await agent.api.ok(rosterRows.answerRowDispute, answer);
  expect((await seenByClerk()).rows[3]).toMatchObject({ isOpen: true, disputed: false });
  expect((await clerk.api.ok(counter.getAtCounter, { params: { id } })).blocked).toBe(null);
});

it('lets nobody whom a clerk confirms by hand wait with the group any more', async () => {
  const view = await seenByClerk();
  await count(2, [idAt(view, 2), idAt(view, 3)]);
  const id = idAt(view, 0);
  const whole = await tickAll(clerk, await clerk.api.ok(counter.getAtCounter, { params: { id } }));
  const body = { version: whole.application.version, truthful: true, noticeRead: true } as const;
  await clerk.api.ok(counter.confirmAtCounter, { params: { id }, body });
  expect((await seenByClerk()).counts).toMatchObject({ confirmed: 1, queued: 1 });
  await world.runJobs();
  expect((await seenByClerk()).counts).toMatchObject({ confirmed: 2, queued: 0 });
});

it('goes on behind whoever cannot be read, who stays open and is said why', async () => {
  const view = await seenByClerk();
  const [broken, behind] = [idAt(view, 2), idAt(view, 3)];
  await count(2, []);
  await writeSlip(broken, 'null');
  await world.runJobs();
  await writeSlip(broken, '[]');
  const after = await seenByClerk();
  expect(after.counts).toMatchObject({ confirmed: 3, open: 1, queued: 0 });
  expect(after.rows.find(({ id }) => id === behind)?.isOpen).toBe(false);
  expect(after.rows.find(({ id }) => id === broken)).toMatchObject({
    isOpen: true,
    outcome: expect.stringContaining('系统'),
  });
});

it('lists again, once, whoever had a slip before there were lists, also whom a clerk had sent back', async () => {
  const view = await seenByClerk();
  const id = idAt(view, 2);
  await world.db.tx(async (h) => {
    await h.run('DELETE FROM roster_counter WHERE id = ?', [roster.id]);
    await h.run('UPDATE counter_slip SET code = NULL, note = ? WHERE candidate_id = ?', [Buffer.from('1'), id]);
  });
  const again = () =>
    world.db.tx((h) =>
      listRosters({ rows: (sql, params = []) => h.query(sql, params), run: (sql, params = []) => h.run(sql, params) }),
    );
  await again();
  const { code, counts, rows } = await seenByClerk();
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
  expect(counts).toEqual(view.counts);
  expect(rows.find((row) => row.id === id)?.isOpen).toBe(true);
  await again();
  expect((await seenByClerk()).code).toBe(code);
});

it('asks no fee of who has stepped back', async () => {
  const view = await seenByClerk();
  expect(view.feeFen).toBe(MANY * 28_000);
  const become = (state: string) =>
    world.db.tx((h) => h.run('UPDATE participant SET state = ? WHERE candidate_id = ?', [state, idAt(view, 3)]));
  await become('withdrawn');
  const after = await seenByClerk();
  await become('submitted');
  expect(after.feeFen).toBe((MANY - 1) * 28_000);
  expect(after.rows.find(({ id }) => id === idAt(view, 3))).toMatchObject({ isOpen: false, state: 'withdrawn' });
});

it('takes what the group left behind from the slip of whoever leaves the roster', async () => {
  const id = idAt(await seenByClerk(), 2);
  const slip = () =>
    world.db.read((h) =>
      h.query(`SELECT open_until, queued_at, queued_by, outcome FROM counter_slip WHERE candidate_id = ?`, [id]),
    );
  expect(await slip()).toMatchObject([{ outcome: 'internal' }]);
  await world.db.tx(async (h) => {
    const [account] = await h.query<{ id: string }>('SELECT id FROM account LIMIT 1', []);
    await h.run("UPDATE counter_slip SET open_until = '2026-12-01' WHERE candidate_id = ?", [id]);
    await h.run('UPDATE candidate SET account_id = ? WHERE id = ?', [account?.id ?? '', id]);
    await h.run("UPDATE roster_row SET admission = 'waiting' WHERE id = ?", [id]);
  });
  await agent.api.ok(rosterRows.removeRosterRow, { params: { ...params(), rowId: id } });
  expect(await slip()).toEqual([{ open_until: null, queued_at: null, queued_by: null, outcome: null }]);
});

it('is kept open until a day of the counter alone, and not once payment and exam are over', async () => {
  const keep = (until: string) =>
    clerk.api.call(rosterCounters.keepRosterOpen, { params: params(), body: { until: localDate(until) } });
  expect(await keep('2026-11-29')).toMatchObject({ code: 'wrong-state', data: { state: 'counter-closed-then' } });
  const { latest, code } = await seenByClerk();
  expect((await clerk.api.ok(rosterCounters.listRosterCounters, {})).items).toMatchObject([{ code, listed: MANY - 1 }]);
  await world.moveTo('2027-06-01');
  expect(await keep('2027-06-01')).toMatchObject({ code: 'too-late', data: { closedOn: latest } });
  expect((await clerk.api.ok(rosterCounters.listRosterCounters, {})).items).toEqual([]);
});

it('keeps of a draft that another was faster than no note of a beginning', async () => {
  const noted: (string | undefined)[] = [];
  const told = {
    candidate: newApplicant({ ...NOBODY, ...identityOf({ order: 77 }), birthDate: null, sex: null, employer: null }),
    facts: {},
    papers: [],
    offeringCode: 'installer-5',
    route: null,
  };
  const ids = await world.db.tx(async (h) => {
    const found = await findRoster(h, roster.id);
    const unit = found && (await findUnit(h, found.unitId));
    if (!found || !unit) throw new Error('no roster');
    const audit: Context['audit'] = (code, { applicationId }) => {
      if (code === 'application-started') noted.push(applicationId);
    };
    return addRows(
      { ...orderContext(h), audit },
      await openUnitRoster(h, found, unit),
      [told, told].map((one) => ({ told: one, standing: null })),
    );
  });
  expect(ids).toEqual([expect.any(String), null]);
  expect(noted).toEqual([ids[0]]);
});
