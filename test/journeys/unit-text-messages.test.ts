import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, messages, sessionChanges, units } from '@jikaotong/shared/contract';
import { addDays } from '@jikaotong/shared/kernel';
import { colleagueOf } from '../support/counter';
import { type School, payAll, schoolIn, seatAll } from '../support/paid-school';
import { type SignedInPerson, candidateByPhone } from '../support/people';
import { rowsIn } from '../support/rosters';
import { shqbxh } from '../support/school-with-roster';
import { tokenIn } from '../support/units';
import { openWorld } from '../support/world';

const AGENT = '13900000001';

describe('what the agents of a unit must not miss, by SMS', () => {
  let school: School;
  let administrator: SignedInPerson;
  let ids: string[];
  beforeAll(async () => {
    school = await schoolIn(await openWorld({ day: '2025-06-17' }), 5, 3);
    administrator = await colleagueOf(school.world, school.administrator, shqbxh.id, 'guanli', ['administrator']);
    ids = (await rowsIn(school.agent, school.roster.id)).map(({ id }) => id);
  });
  afterAll(() => school.world.stop());
  const idAt = (at: number) => ids[at] ?? '';
  /** What came since it was asked last, but for sign-in codes. */
  let seen = 0;
  const smsOfAgent = async (): Promise<string[]> => {
    await school.world.runJobs();
    const box: { text: string; template: string }[] = await (
      await fetch(`${school.world.sandbox.url}/sandbox/sms?phone=${AGENT}`)
    ).json();
    const texts = box.filter(({ template }) => template !== 'SMS_900000001').map(({ text }) => text);
    return texts.slice(seen, (seen = texts.length));
  };
  const newsOfMends = async () =>
    (await school.agent.api.ok(messages.listMessages, { query: {} })).items.filter(
      ({ code, data }) => code === 'unit-roster-news' && Number(data['mend']) > 0,
    ).length;
  const sendBack = async (id: string) => {
    const { version } = await school.reviewer.api.ok(applications.getReview, { params: { id } });
    const remarks = [{ field: 'photo' as const, text: '照片不清楚' }];
    await school.reviewer.api.ok(applications.returnApplication, { params: { id }, body: { version, remarks } });
  };
  const ofBody = { params: { id: shqbxh.id } };
  const spent = async (month: string) =>
    (await administrator.api.ok(messages.getBodyTextMessages, ofBody)).months.find((one) => one.month === month);
  const limitTo = (mostAMonth: number) =>
    administrator.api.ok(messages.setBodyTextMessages, { ...ofBody, body: { isOn: true, mostAMonth } });

  it('says which unit has people to mend, once a day however often staff send back, and nothing of other news', async () => {
    const { world } = school;
    await world.moveTo('2025-06-17', '12:00');
    expect(await smsOfAgent()).toEqual([]);
    await sendBack(idAt(3));
    await world.moveTo('2025-06-17', '13:00');
    expect(await smsOfAgent()).toEqual(['某保安学校的集体报名有人被退回修改，请登录技考通，按审核意见改好再提交。']);
    await sendBack(idAt(4));
    await world.moveTo('2025-06-17', '14:00');
    expect(await newsOfMends()).toBe(2);
    expect(await smsOfAgent()).toEqual([]);
  });

  it('names the unit that has to pay, and the day', async () => {
    await school.world.moveTo('2025-07-19', '08:59');
    expect(await smsOfAgent()).toEqual([]);
    await school.world.moveTo('2025-07-19', '09:00');
    expect(await smsOfAgent()).toEqual([
      '某保安学校的集体报名还没有缴费，2025年7月20日截止，过期失效，请登录技考通缴费。',
    ]);
    expect(await spent('2025-07')).toMatchObject({ sent: 1, parts: 1, fen: 5, heldBack: 0 });
  });

  const leave = async (at: number) => {
    const officer = await colleagueOf(school.world, school.administrator, shqbxh.id, `kaowu${at}`, ['exam-officer']);
    const body = { refund: true, reason: '单位经办人来电，该学员已离职' };
    await officer.api.ok(sessionChanges.leavePaid, { params: { id: idAt(at) }, body });
  };

  it('names the unit that has to say where its money goes', async () => {
    await payAll(school);
    await seatAll(school);
    await smsOfAgent();
    await leave(0);
    expect(await smsOfAgent()).toEqual(['有一笔报名费要退给某保安学校，请登录技考通，打开缴费单填写退款账户。']);
  });

  it('counts in the month of the body, and is held back at its end', async () => {
    const before = await spent('2025-08');
    await limitTo(before?.parts ?? 0);
    await leave(1);
    expect(await smsOfAgent()).toEqual([]);
    expect((await spent('2025-08'))?.heldBack).toBeGreaterThan(before?.heldBack ?? 0);
    const { items } = await school.agent.api.ok(messages.listMessages, { query: {} });
    expect(items.filter(({ code }) => code === 'refund-account-asked')).toHaveLength(2);
  });

  it('is not sent in the morning to who was taken out of the unit at night', async () => {
    const { world, agent, unit } = school;
    await limitTo(100);
    await world.moveTo(world.today(), '22:30');
    // what came until then
    await smsOfAgent();
    await leave(2);
    expect(await smsOfAgent()).toEqual([]);
    const colleague = await candidateByPhone(world, '13900000055');
    const at = { params: { id: unit.id } };
    const { linkPath } = await agent.api.ok(units.inviteAgent, {
      ...at,
      body: { phone: '13900000055', handsOver: false },
    });
    await colleague.api.ok(units.joinUnit, { params: { token: tokenIn(linkPath) } });
    await colleague.api.ok(units.removeAgent, { params: { id: unit.id, accountId: agent.accountId } });
    await world.moveTo(addDays(world.today(), 1), '09:00');
    expect(await smsOfAgent()).toEqual([]);
    const { items } = await agent.api.ok(messages.listMessages, { query: {} });
    expect(items.filter(({ code }) => code === 'refund-account-asked')).toHaveLength(3);
  });
});
