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
import { applicantList, moneyCaseList, seatList } from '@jikaotong/shared/lists';
import { messageSentence } from '@jikaotong/shared/words';
import { actOn } from '../support/act-on';
import { colleagueOf } from '../support/counter';
import { student } from '../support/government-list';
import { type School, payAll, schoolIn, seatAll } from '../support/paid-school';
import { type SignedInPerson, candidateByPhone } from '../support/people';
import { readPages, textOf } from '../support/read-pages';
import { readWorkbook } from '../support/read-workbook';
import { numberOf, rowsIn } from '../support/rosters';
import { shqbxh } from '../support/school-with-roster';
import { openWorld } from '../support/world';

const FEE = 103_600;
const REASON = '单位经办人来电，该学员已离职';

describe('a unit has paid for somebody who cannot come', () => {
  let school: School;
  let ids: string[];
  let officer: SignedInPerson;
  let member: SignedInPerson;
  beforeAll(async () => {
    school = await schoolIn(await openWorld({ day: '2025-06-17' }), 4);
    ids = (await rowsIn(school.agent, school.roster.id)).map(({ id }) => id);
    member = await candidateByPhone(school.world, student(0)['手机号'] ?? '');
    const claim = { name: student(0)['姓名'] ?? '', documentType: 'resident-id' as const, documentNumber: numberOf(0) };
    await member.api.ok(rosterRows.claimRosterRow, { body: claim });
    officer = await colleagueOf(school.world, school.administrator, shqbxh.id, 'kaowu', ['exam-officer']);
    await payAll(school);
    await seatAll(school);
  });
  afterAll(() => school.world.stop());
  const idAt = (at: number) => ids[at] ?? '';
  const params = (at: number) => ({ params: { id: idAt(at) } });
  const ofSession = () => ({ params: { id: school.sessionId }, query: {} });
  const seatsOf = async (at: number) =>
    (await officer.api.ok(seatList.rows, ofSession())).items.filter(({ name }) => name === student(at)['姓名']).length;
  const standing = async (at: number) =>
    (await officer.api.ok(applicantList.rows, ofSession())).items.find(({ id }) => id === idAt(at))?.standing;
  const told = async (who: SignedInPerson, code: string) =>
    (await who.api.ok(messages.listMessages, { query: {} })).items.filter((message) => message.code === code);
  const casesOf = async () =>
    (await school.finance.api.ok(moneyCaseList.rows, { params: { id: shqbxh.id }, query: { state: 'open' } })).items;

  it('neither the unit nor the member takes them out; staff see who paid', async () => {
    const { agent, roster } = school;
    const row = { params: { id: roster.id, rowId: idAt(1) } };
    expect((await agent.api.refused(rosterRows.removeRosterRow, row)).code).toBe('already-paid');
    expect((await member.api.refused(applications.withdrawApplication, params(0))).code).toBe('already-paid');
    expect(await officer.api.ok(sessionChanges.getPaidLeaving, params(0))).toMatchObject({
      state: 'approved',
      paidFen: FEE,
      paidByUnit: true,
      printed: null,
      open: true,
    });
  });

  it('frees seat and ticket of that one alone, and the money is owed to the unit', async () => {
    const { qr } = await member.api.ok(sittings.getTicket, params(0));
    const state = async () => (await school.world.stranger.ok(sittings.verifyTicket, { query: { token: qr } })).state;
    expect([await seatsOf(0), await seatsOf(1), await state()]).toEqual([2, 2, 'issued']);
    const body = { refund: true, reason: REASON };
    expect(await officer.api.ok(sessionChanges.leavePaid, { ...params(0), body })).toMatchObject({
      state: 'withdrawn',
      open: false,
    });
    expect([await seatsOf(0), await seatsOf(1), await state()]).toEqual([0, 2, 'revoked']);
    expect((await member.api.call(sittings.getTicket, params(0))).code).not.toBe('ok');
    const { counts } = await school.agent.api.ok(rosters.getRoster, { params: { id: school.roster.id } });
    expect(counts).toMatchObject({ total: 3, state: { withdrawn: 1 } });
    expect(await standing(0)).toBe('refund-due');
    expect(await casesOf()).toMatchObject([{ kind: 'refund-due', amountFen: FEE }]);
  });

  it('keeps the money of another, and leaves the rest of the order as it is', async () => {
    const body = { refund: false, reason: REASON };
    await officer.api.ok(sessionChanges.leavePaid, { ...params(1), body });
    expect(await standing(1)).toBe('withdrawn');
    expect(await casesOf()).toHaveLength(1);
    expect([await seatsOf(1), await seatsOf(2), await standing(2)]).toEqual([0, 2, 'ticketed']);
    const { orders: paid } = await school.agent.api.ok(rosters.getRoster, { params: { id: school.roster.id } });
    expect(paid).toMatchObject([{ state: 'settled' }]);
  });

  it('writes a receipt of what the unit still pays, and says what goes back', async () => {
    const { agent, roster } = school;
    const [order] = (await agent.api.ok(rosters.getRoster, { params: { id: roster.id } })).orders;
    const pages = await readPages(await agent.api.file(orders.downloadReceipt, { params: { id: order?.id ?? '' } }));
    const text = textOf(pages);
    expect(text).toContain('交款人：某保安学校（共3人）');
    expect(text).toContain('3108.00元');
    expect(text).toContain('另有1036.00元已退回或正在退回，不在本收据之内');
  });

  it('tells both, and sends the money back to the unit and not to the member', async () => {
    const { agent, finance, world } = school;
    expect(await told(member, 'application-withdrawn')).toHaveLength(1);
    // whoever pays names the account
    expect((await told(agent, 'refund-account-asked')).map(({ data }) => data)).toMatchObject([
      { unitName: '某保安学校', totalFen: FEE },
    ]);
    expect(await told(member, 'refund-account-asked')).toEqual([]);
    const query = { reason: '交银行退款', session: school.sessionId };
    const list = await finance.api.file(orders.downloadRefundList, { params: { id: shqbxh.id }, query });
    const owed = (await readWorkbook(list)).filter((row) => row.includes((FEE / 100).toFixed(2)));
    expect(owed).toHaveLength(1);
    expect(owed[0]).toContain('某保安学校');
    expect(owed[0]).not.toContain(student(0)['手机号']);
    const choice = {
      act: 'refund' as const,
      which: { match: { state: 'open' } },
      needs: { note: '学员离职，退给单位' },
    };
    const batch = await actOn(world, finance, { list: moneyCaseList, id: shqbxh.id, choice });
    expect(batch).toMatchObject({ done: 1, refused: 0 });
    await world.runJobs();
    expect((await told(agent, 'refund-succeeded')).map(({ data }) => data)).toMatchObject([
      { unitName: '某保安学校', totalFen: FEE },
    ]);
    expect(await told(member, 'refund-succeeded')).toEqual([]);
    expect(await standing(0)).toBe('refunded');
  });

  it('tells the unit’s agent once how many have left, and where the money is', async () => {
    await school.world.moveTo('2025-08-12');
    const news = (await told(school.agent, 'unit-roster-news')).filter(({ data }) => Number(data['left']) > 0);
    expect(news.map(({ data }) => data)).toMatchObject([
      { unitName: '某保安学校', ticketed: 2, left: 2, returnedFen: FEE, keptFen: FEE },
    ]);
    const [message] = news;
    expect(messageSentence('unit-roster-news', message?.data ?? {})).toContain(
      '缴费后退出 2 人（退给单位1036.00元，按规定不退1036.00元）',
    );
  });
});
