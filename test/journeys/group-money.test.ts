import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applications,
  messages,
  orders,
  rosterRows,
  rosters,
  sessionChanges,
  sittings,
} from '@jikaotong/shared/contract';
import { addDays } from '@jikaotong/shared/kernel';
import { moneyCaseList, orderList } from '@jikaotong/shared/lists';
import { progressSentence, progressWord } from '@jikaotong/shared/words';
import { actOn } from '../support/act-on';
import { student } from '../support/government-list';
import { type School, approve, payAll, schoolIn } from '../support/paid-school';
import { type SignedInPerson, candidateByPhone } from '../support/people';
import { readWorkbook } from '../support/read-workbook';
import { numberOf, rowsIn } from '../support/rosters';
import { openWorld } from '../support/world';

const FEE = 103_600;

describe('the money of a group: a second order, who drops out, and what goes back', () => {
  let school: School;
  let ids: string[];
  let member: SignedInPerson;
  beforeAll(async () => {
    school = await schoolIn(await openWorld({ day: '2025-06-17' }), 4, 2);
    ids = (await rowsIn(school.agent, school.roster.id)).map(({ id }) => id);
    member = await candidateByPhone(school.world, student(0)['手机号'] ?? '');
    const claim = { name: student(0)['姓名'] ?? '', documentType: 'resident-id' as const, documentNumber: numberOf(0) };
    await member.api.ok(rosterRows.claimRosterRow, { body: claim });
  });
  afterAll(() => school.world.stop());
  const params = () => ({ id: school.roster.id });
  const now = () => school.agent.api.ok(rosters.getRoster, { params: params() });
  const told = async (who: SignedInPerson, code: string) =>
    (await who.api.ok(messages.listMessages, { query: {} })).items.filter((message) => message.code === code);
  const remove = (rowId: string) => ({ params: { ...params(), rowId } });
  const idAt = (at: number) => ids[at] ?? '';

  it('tells a member who is approved that the unit pays, by no SMS and with nothing to pay', async () => {
    const approved = await told(member, 'application-approved-unit-pays');
    expect(approved.map(({ data }) => data)).toEqual([{ unitName: '某保安学校' }]);
    expect(await told(member, 'application-approved')).toEqual([]);
    await school.world.runJobs();
    const box: { text: string }[] = await (
      await fetch(`${school.world.sandbox.url}/sandbox/sms?phone=${student(0)['手机号']}`)
    ).json();
    expect(box.filter(({ text }) => text.includes('缴费'))).toEqual([]);
    const { progress } = await member.api.ok(applications.getApplication, { params: { id: idAt(0) } });
    expect(progressSentence(progress)).toBe('审核通过，费用由单位统一缴纳，您不用缴费');
    expect(progressWord(progress)).toBe('等单位缴费');
  });

  it('lets somebody be substituted before closing: out goes one who was handed in, in comes another', async () => {
    const { agent } = school;
    await agent.api.ok(rosterRows.removeRosterRow, remove(idAt(3)));
    expect((await now()).counts).toMatchObject({ total: 3, state: { withdrawn: 1 } });
    const { values } = await agent.api.ok(rosterRows.getRosterRow, { params: { ...params(), rowId: idAt(2) } });
    const other = { ...values, name: '替补', documentNumber: numberOf(8), phone: '13700000088' };
    await agent.api.ok(rosterRows.addRosterRow, { params: params(), body: { values: other } });
    // and the one who was taken out comes back, once
    const again = { ...values, name: student(3)['姓名'] ?? '', documentNumber: numberOf(3), phone: '13700000003' };
    const back = await agent.api.ok(rosterRows.addRosterRow, { params: params(), body: { values: again } });
    const twice = { params: params(), body: { values: again } };
    expect((await agent.api.refused(rosterRows.addRosterRow, twice)).code).toBe('row-twice');
    await agent.api.ok(rosterRows.removeRosterRow, remove(back.id));
    expect((await now()).counts.total).toBe(4);
  });

  it('takes out of an order that is open whoever steps back, and lowers it', async () => {
    const { agent } = school;
    const { orders: opened } = await agent.api.ok(rosters.openRosterOrder, { params: params() });
    expect(opened).toMatchObject([{ state: 'open', candidates: 2, totalFen: 2 * FEE }]);
    await agent.api.ok(rosterRows.removeRosterRow, remove(idAt(1)));
    expect((await now()).orders).toMatchObject([{ state: 'open', candidates: 1, totalFen: FEE }]);
  });

  it('is paid by a second order for who is approved later', async () => {
    const { agent, finance, world, reviewer } = school;
    const [first] = (await now()).orders;
    const paid = { method: 'transfer' as const, amountFen: FEE, paidOn: world.today() };
    await finance.api.ok(orders.recordReceipt, { params: { id: first?.id ?? '' }, body: paid });
    expect((await agent.api.refused(rosters.openRosterOrder, { params: params() })).data).toEqual({
      state: 'nobody-to-order',
    });
    await approve(reviewer, idAt(2));
    await payAll(school);
    const query = { q: '某保安学校', standing: 'settled' };
    const paidFor = await finance.api.ok(orderList.rows, { params: { id: 'shqbxh' }, query });
    expect(paidFor.items.map(({ unit }) => unit)).toEqual(['某保安学校', '某保安学校']);
    expect((await now()).orders).toMatchObject([
      { state: 'settled', candidates: 1, totalFen: FEE },
      { state: 'settled', candidates: 1, totalFen: FEE },
    ]);
    expect((await told(agent, 'payment-settled')).length).toBe(2);
    expect(await told(member, 'payment-settled')).toEqual([]);
  });

  it('keeps whoever was paid for: neither the unit nor the member steps back, and nothing goes back', async () => {
    const { agent } = school;
    expect((await agent.api.refused(rosterRows.removeRosterRow, remove(idAt(2)))).code).toBe('already-paid');
    expect((await agent.api.refused(rosterRows.removeRosterRow, remove(idAt(0)))).code).toBe('row-claimed');
    const own = { params: { id: idAt(0) } };
    expect((await member.api.refused(applications.withdrawApplication, own)).code).toBe('already-paid');
    expect((await now()).orders.map(({ state }) => state)).toEqual(['settled', 'settled']);
  });

  it('gives what the unit has paid back to the unit when a session is cancelled, never to the member', async () => {
    const { world, administrator, finance, agent, sessionId } = school;
    await world.moveTo('2025-07-21');
    await administrator.api.ok(sittings.seatSession, { params: { id: sessionId } });
    const at = { id: sessionId };
    const { revision } = await administrator.api.ok(sessionChanges.previewSessionChange, { params: at, query: {} });
    const choiceUntil = addDays(world.today(), 5);
    const body = { revision, reason: '考点停电', choiceUntil };
    await administrator.api.ok(sessionChanges.cancelSession, { params: at, body });
    const own = { params: { id: idAt(0) } };
    const asked = await member.api.ok(sessionChanges.getSessionChange, own);
    expect(asked.change).toMatchObject({ paidByUnit: true });
    await member.api.ok(sessionChanges.answerSessionChange, { ...own, body: { choice: 'leave' } });
    const [left] = await told(member, 'session-left');
    expect(left?.data).toMatchObject({ unitName: '某保安学校', totalFen: null });
    await world.moveTo(addDays(choiceUntil, 1));
    const list = { params: { id: 'shqbxh' }, query: { reason: '交银行退款', session: sessionId } };
    const cells = await readWorkbook(await finance.api.file(orders.downloadRefundList, list));
    const rows = cells.filter((row) => row.includes((FEE / 100).toFixed(2)));
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toContain('某保安学校');
      expect(row).toContain('13900000001');
      expect(row).not.toContain(student(0)['手机号']);
    }
    const choice = {
      act: 'refund' as const,
      which: { match: { state: 'open' } },
      needs: { note: '批次取消，全额退费' },
    };
    const batch = await actOn(world, finance, { list: moneyCaseList, id: 'shqbxh', choice });
    expect(batch).toMatchObject({ done: 2, refused: 0 });
    await world.runJobs();
    expect((await told(agent, 'refund-succeeded')).map(({ data }) => data)).toMatchObject([
      { unitName: '某保安学校', totalFen: FEE },
      { unitName: '某保安学校', totalFen: FEE },
    ]);
    expect(await told(member, 'refund-succeeded')).toEqual([]);
  });
});
