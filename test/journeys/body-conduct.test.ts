import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyConducts as contract, breachCases as cases, invigilation } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type SignedInPerson, bspia, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const S25 = 'shqbxh-2025-certification';

describe('a body whose notice prints nothing of breaches', () => {
  let world: World;
  let exam: Examination;
  let second: SignedInPerson;
  let cheat: Candidate;
  const params = { id: bspia.id };
  const offer = {
    noticeId: S25,
    from: localDate('2026-12-12'),
    statementDays: 3,
    appealDays: 10,
    banFrom: 'exam',
    own: [{ tier: 2, text: '携带智能眼镜进入考场', afterWarning: false }],
  } as const;

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    second = await staffMember(world, exam.administrator, 'kaowu2', ['exam-officer']);
    cheat = await exam.paid('o-cheat', { name: '舞弊', order: 2 });
  });
  afterAll(() => world.stop());

  const propose = (body: Parameters<typeof callOf>[0], who = exam.officer) => callOf(body, who);
  const callOf = (
    body: {
      noticeId: string;
      from: ReturnType<typeof localDate>;
      statementDays: number;
      appealDays: number;
      banFrom: 'decided' | 'exam';
      own: readonly { readonly tier: number; readonly text: string; readonly afterWarning: boolean }[];
    },
    who: SignedInPerson,
  ) => who.api.call(contract.proposeConduct, { params, body: { ...body, own: [...body.own] } });
  const read = () => second.api.ok(contract.getBodyConducts, { params });
  const open = () =>
    exam.officer.api.call(cases.openBreach, {
      params: { id: cheat.id },
      body: { item: 'tier-3-2', facts: '请人顶替考试' },
    });

  it('names no breach until it has taken a printed list over, by two', async () => {
    expect((await exam.officer.api.ok(cases.listBreachItems, { params: { id: cheat.id }, query: {} })).items).toEqual(
      [],
    );
    expect((await open()).code).toBe('wrong-state');
    expect(await read()).toMatchObject({ standingId: null, versions: [] });
    expect((await read()).adoptable.map(({ noticeId }) => noticeId)).toEqual([S25]);
    expect((await propose(offer, exam.reviewer)).status).toBe(403);
    expect((await propose({ ...offer, noticeId: 'bspia-2026-certification' })).status).toBe(404);
    // what follows of a weight is the list's: there is no other
    const nine = [{ tier: 9, text: '其他', afterWarning: false }];
    expect((await propose({ ...offer, own: nine })).code).toBe('invalid-input');
    expect(await propose({ ...offer, from: localDate('2026-11-22') })).toMatchObject({
      data: { state: 'conduct-in-past' },
    });
    const answers = await Promise.all([propose(offer), propose(offer), propose(offer)]);
    expect(answers.filter(({ code }) => code === 'ok')).toHaveLength(1);
    const [waiting] = (await read()).versions;
    const decide = (who: SignedInPerson, agrees: boolean) =>
      who.api.call(contract.decideConduct, { params: { ...params, conductId: waiting?.id ?? '' }, body: { agrees } });
    expect((await decide(exam.officer, true)).code).toBe('breach-by-another');
    expect((await open()).code).toBe('wrong-state');
    expect((await decide(second, true)).status).toBe(200);
    expect((await decide(second, true)).code).toBe('wrong-state');
    expect((await read()).versions).toMatchObject([
      {
        version: 1,
        state: 'agreed',
        from: '2026-12-12',
        procedure: { statementDays: 3, appealDays: 10, banFrom: 'exam' },
      },
    ]);
    // it is a version for exams from its day on
    expect((await read()).standingId).toBeNull();
  });

  it('is what whoever watches a room finds on the phone', async () => {
    await world.moveTo('2026-12-12', '08:00');
    const { hours } = await exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params });
    const [hour] = hours;
    const body = {
      slot: hour?.slot ?? '',
      roomIds: (hour?.rooms ?? []).map(({ roomId }) => roomId),
      who: { accountId: exam.officer.accountId },
    };
    const { dutyId } = await exam.officer.api.ok(invigilation.assignDuty, { params: exam.params, body });
    const { items } = await exam.officer.api.ok(invigilation.getDutyList, { params: { id: dutyId } });
    expect(items.find(({ code }) => code === 'tier-3-2')).toMatchObject({
      tier: 3,
      clause: expect.stringMatching(/2025年通知附件2/),
    });
  });

  it('deals with a breach by it: the window, the appeal and the first day of the ban are those agreed on', async () => {
    await world.moveTo('2026-12-12', '18:00');
    const items = (await exam.officer.api.ok(cases.listBreachItems, { params: { id: cheat.id }, query: {} })).items;
    expect(items[0]?.source).toMatchObject({ clause: expect.stringMatching(/2025年通知附件2/) });
    // what the body has added, with what the printed list lets follow of that weight
    const [added] = items.filter(({ code }) => code === 'own-2-1');
    expect(added).toMatchObject({
      text: '携带智能眼镜进入考场',
      follows: items.find(({ code }) => code === 'tier-2-1')?.follows,
      source: { assumed: expect.stringMatching(/第1版/) },
    });
    const { id } = (await open()).data as { id: string };
    // a version of the same day that is agreed on later changes no open case
    await propose({ ...offer, statementDays: 5, appealDays: 20 }, second);
    const [next] = (await read()).versions;
    await exam.officer.api.ok(contract.decideConduct, {
      params: { ...params, conductId: next?.id ?? '' },
      body: { agrees: true },
    });
    await exam.officer.api.ok(cases.notifyBreach, { params: { id } });
    expect(await cheat.person.api.ok(cases.getBreach, { params: { id } })).toMatchObject({
      statementUntil: '2026-12-15',
      sources: { statement: { assumed: expect.stringContaining('第1版') } },
    });
    await world.moveTo('2026-12-16');
    const body = { drops: false, severity: 'light' as const, reason: '有照片' };
    await exam.officer.api.ok(cases.proposeBreach, { params: { id }, body });
    const named = (item: string) => world.db.tx((h) => h.run('UPDATE breach SET item = ? WHERE id = ?', [item, id]));
    await named('gone');
    expect(await second.api.call(cases.confirmBreach, { params: { id }, body: { agrees: true } })).toMatchObject({
      code: 'wrong-state',
      data: { state: 'not-printed' },
    });
    await named('tier-3-2');
    const decided = await second.api.ok(cases.confirmBreach, { params: { id }, body: { agrees: true } });
    expect(decided).toMatchObject({ appealUntil: '2026-12-26', penalty: { banUntil: '2028-12-12' } });
  });

  it('changes it by a new version, and an exam of before keeps the old one', async () => {
    await propose({ ...offer, from: localDate('2027-03-01'), statementDays: 7 }, second);
    const [waiting] = (await read()).versions;
    await exam.officer.api.ok(contract.decideConduct, {
      params: { ...params, conductId: waiting?.id ?? '' },
      body: { agrees: true },
    });
    const { versions, standingId } = await read();
    expect(versions.map(({ version, from }) => [version, from])).toEqual([
      [3, '2027-03-01'],
      [2, '2026-12-12'],
      [1, '2026-12-12'],
    ]);
    expect(versions.find(({ id }) => id === standingId)?.version).toBe(2);
  });

  it('is not agreed on once its first day is over, and is proposed anew', async () => {
    await propose({ ...offer, from: localDate('2026-12-17') }, second);
    const [late] = (await read()).versions;
    await world.moveTo('2026-12-18');
    const decide = (agrees: boolean) =>
      exam.officer.api.call(contract.decideConduct, {
        params: { ...params, conductId: late?.id ?? '' },
        body: { agrees },
      });
    expect(await decide(true)).toMatchObject({ code: 'wrong-state', data: { state: 'conduct-day-over' } });
    expect((await decide(false)).status).toBe(200);
  });
});
