import {
  type NewsReach,
  contestEntries,
  contestGroups,
  contests,
  messages,
  registrations,
  rosterRows,
  waitingRows,
} from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { messageSentence, reachWords } from '@jikaotong/shared/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { C25, entryBody } from '../support/contest-entry';
import { KNOWN_KEYS } from '../support/many-paid';
import { entrantLine, openGroup, packageOf, sendPackage } from '../support/packages';
import {
  type SignedInPerson,
  candidateByPhone,
  candidateByWechat,
  firstAdministrator,
  staffMember,
} from '../support/people';
import { numberOf } from '../support/rosters';
import { sendSheet } from '../support/send-sheet';
import { type StageStaff, stageStaff } from '../support/stage';
import { approvedUnit } from '../support/units';
import { type World, openWorld } from '../support/world';

const C24 = 'bspia-2024-competition-installer';
const at = { params: { id: C25 } };
const UNIT = '北京甲安防有限公司';
const phoneOf = (order: number) => `136${String(order).padStart(8, '0')}`;
const nameOf = (order: number) => entrantLine(order)['姓名'] ?? '';
/** Two people with one phone, which proves neither. */
const SHARED = '13700009999';

describe('what entrants hear whom a unit entered (C25)', () => {
  let world: World;
  let staff: StageStaff;
  let agent: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
    staff = await stageStaff(world);
    const alone = await candidateByWechat(world, 'o-alone');
    const body = await entryBody(alone, { order: 1, name: '张伟', phone: '13800001001' });
    await alone.api.ok(contestEntries.enterContest, { ...at, body });
    const reviewer = await staffMember(world, staff.administrator, 'shenhe', ['reviewer']);
    agent = await candidateByPhone(world, '13900000001');
    const unit = await approvedUnit(agent, reviewer, { name: UNIT });
    const group = await openGroup(agent, unit.id);
    const template = await agent.api.file(contestGroups.downloadPackageTemplate, { params: { id: group.id } });
    const lines = [
      entrantLine(20),
      entrantLine(21),
      entrantLine(22, { 手机号: SHARED }),
      entrantLine(23, { 手机号: SHARED }),
    ];
    await sendPackage(world, agent, { id: group.id, title: '甲安防+4', bytes: await packageOf(template, lines) });
  });
  afterAll(() => world.stop());

  const heard = async (person: SignedInPerson) => (await person.api.ok(messages.listMessages, { query: {} })).items;
  const smsTo = async (phone: string): Promise<string> => {
    await world.runJobs();
    return (await fetch(`${world.sandbox.url}/sandbox/sms?phone=${phone}`)).text();
  };
  const reachOfFirst = async (): Promise<NewsReach | undefined> =>
    (await staff.administrator.api.ok(contests.getStaffContest, at)).told.find(({ stage }) => stage === 'preliminary');
  const claimOf = (order: number, name = nameOf(order)) => ({
    body: { name, documentType: 'resident-id' as const, documentNumber: numberOf(order) },
  });

  it('is counted before it is said: a message, an SMS, or somebody of the unit', async () => {
    const reach = await reachOfFirst();
    expect(reach).toMatchObject({
      accounts: 1,
      texts: 2,
      neither: 2,
      units: [{ name: UNIT, people: 2, agents: true }],
    });
    expect(reach && reachWords(reach)).toBe(
      `1人在技考通收到消息，2人没有登录过，收到短信，照短信认领报名后可看。2人没有登录过、也没有自己的手机号，收不到，系统请单位经办人转告：${UNIT}2人。`,
    );
  });

  it('comes as was counted: an SMS says how to claim, the agent hears once for all', async () => {
    const body = { day: localDate('2025-07-28'), startsAt: timeOfDay('09:00'), place: '丰台实训基地' };
    await staff.administrator.api.ok(contests.announceStage, { params: { id: C25, stage: 'preliminary' }, body });
    for (const order of [20, 21]) expect(await smsTo(phoneOf(order))).toContain('点“单位替我报了名”认领后查看');
    expect(await smsTo(SHARED)).not.toContain('认领');
    const told = (await heard(agent)).filter(({ code }) => code === 'unit-contest-news');
    expect(told).toHaveLength(1);
    expect(told[0] && messageSentence('unit-contest-news', told[0].data)).toContain(`${UNIT}有4名选手没有登录过`);
  });

  it('waits for whoever has proven the phone, and is had with name and document', async () => {
    const person = await candidateByPhone(world, phoneOf(20));
    const waiting = async () => (await person.api.ok(waitingRows.listWaitingOwnRows, {})).items;
    expect(await waiting()).toMatchObject([{ unitName: UNIT }]);
    expect((await person.api.refused(rosterRows.claimRosterRow, claimOf(20, '别人'))).code).toBe('claim-not-found');
    // the document of a colleague, whose phone is another
    expect((await person.api.refused(rosterRows.claimRosterRow, claimOf(21))).code).toBe('claim-not-found');
    const { entryId } = await person.api.ok(rosterRows.claimRosterRow, claimOf(20));
    expect((await person.api.ok(contestEntries.listMyEntries, {})).items).toMatchObject([{ id: entryId, unit: UNIT }]);
    expect(await heard(person)).toMatchObject([{ code: 'contest-stage-announced', entryId }]);
    expect(await waiting()).toEqual([]);
    expect(await reachOfFirst()).toMatchObject({ accounts: 2, texts: 1, neither: 2 });
  });

  it('is nobody’s by a phone of two people, and by no more than five tries', async () => {
    const both = await candidateByPhone(world, SHARED);
    expect((await both.api.refused(rosterRows.claimRosterRow, claimOf(22))).code).toBe('claim-not-found');
    const thief = await candidateByPhone(world, '13700000077');
    for (let tries = 0; tries < 5; tries += 1)
      expect((await thief.api.refused(rosterRows.claimRosterRow, claimOf(21))).code).toBe('claim-not-found');
    expect((await thief.api.refused(rosterRows.claimRosterRow, claimOf(21))).code).toBe('too-many-requests');
  });

  it('keeps whoever has proven the phone from entering twice, and tells nobody else', async () => {
    const person = await candidateByPhone(world, phoneOf(21));
    const body = await entryBody(person, { order: 21, name: nameOf(21), phone: phoneOf(21) });
    const own = { ...at, body: { ...body, documentNumber: numberOf(21) } };
    expect((await person.api.refused(contestEntries.enterContest, own)).code).toBe('entry-by-unit');
    const stranger = await candidateByPhone(world, '13700000078');
    const theirs = await entryBody(stranger, { order: 21, name: nameOf(21), phone: '13700000078' });
    const { id } = await stranger.api.ok(contestEntries.enterContest, {
      ...at,
      body: { ...theirs, documentNumber: numberOf(21) },
    });
    // whoever entered by itself first is led to that entry
    await person.api.ok(rosterRows.claimRosterRow, claimOf(21));
    expect(id).not.toBe('');
  });
});

describe('what the list of a site names (C24)', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ day: '2024-05-20', env: KNOWN_KEYS });
  });
  afterAll(() => world.stop());

  it('is claimed by the same door, and from then on stands among one’s own', async () => {
    const administrator = await firstAdministrator(world);
    const [order, phone] = [31, '13600000031'];
    const lines = [
      '姓名,证件类型,证件号码,手机号,单位,报名编号',
      `${nameOf(order)},居民身份证,${numberOf(order)},${phone},${UNIT},BH-31`,
    ];
    const bytes = Buffer.from(lines.join('\r\n'));
    const sent = { endpoints: registrations.listSheet, id: C24, bytes };
    expect(await sendSheet(world, administrator, sent)).toMatchObject({ state: 'done', applied: 1 });
    const person = await candidateByPhone(world, phone);
    const body = { name: nameOf(order), documentType: 'resident-id' as const, documentNumber: numberOf(order) };
    expect(await person.api.ok(rosterRows.claimRosterRow, { body })).toEqual({
      applicationId: null,
      entryId: null,
      noticeId: C24,
    });
    const [mine] = (await person.api.ok(registrations.listMyRegistrations, {})).items;
    expect(mine).toMatchObject({ noticeId: C24, state: 'accepted', listed: { reference: 'BH-31' } });
    expect((await person.api.refused(rosterRows.claimRosterRow, { body })).code).toBe('claim-not-found');
  });
});
