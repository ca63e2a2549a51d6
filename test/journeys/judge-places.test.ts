import { judgePlaces, judging, messages } from '@jikaotong/shared/contract';
import { messageSentence } from '@jikaotong/shared/words';
import { auditRecord } from '@jikaotong/bff/platform/audit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type JudgedStage,
  type Judging,
  SHEET,
  actOf,
  holdKey,
  judgeOf,
  judgedStage,
  listOf,
  lockBody,
  markAll,
  send,
  viewOf,
} from '../support/judging';
import { KNOWN_KEYS } from '../support/many-paid';
import { staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

describe('the heats and stations of a judge', () => {
  let world: World;
  let stage: JudgedStage;
  let judge: Judging;
  beforeEach(async () => {
    world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
    stage = await judgedStage(world, 6);
    await stage.officer.api.ok(judging.defineMarkingSheet, { params: stage.at, body: SHEET });
    await holdKey(stage);
    judge = await judgeOf(stage, { name: '张裁判', phone: '13900000301', heats: [1] });
  });
  afterEach(() => world.stop());

  type Places = { heats: number[] | null; stations: number[] | null };
  const change = (places: Places, who: JudgedStage['officer'] = stage.officer) =>
    who.api.call(judgePlaces.changeJudgePlaces, { params: { id: judge.judgeId }, body: places });
  const heats = (...numbers: number[]): Places => ({ heats: numbers, stations: null });
  const seen = async () => (await listOf(judge)).numbers.map(({ heat, station }) => [heat, station]);
  /** What the judge was told, the latest first. */
  const heard = async () =>
    (await judge.person.api.ok(messages.listMessages, { query: {} })).items
      .filter(({ code }) => code === 'judge-places-changed')
      .map(({ data }) => messageSentence('judge-places-changed', data));
  /** The number of a heat at its first station. */
  const placeOf = async (heat: string) => {
    const { numbers } = await stage.officer.api.ok(judging.getJudgedHeat, { params: { ...stage.at, heat } });
    return numbers.find(({ station }) => station === 1)?.placeId ?? '';
  };

  it('are changed by the two who hold the key, dated, and the phone has the new numbers', async () => {
    const third = await staffMember(world, stage.administrator, 'kaowu2', ['exam-officer']);
    expect(await change(heats(2), third)).toMatchObject({ code: 'wrong-state', data: { state: 'not-key-holder' } });
    expect((await change(heats(2), stage.marker)).code).toBe('forbidden');
    expect((await change(heats(1))).code).toBe('nothing-changed');
    for (const undrawn of [heats(1, 4), { heats: null, stations: [3] }])
      expect(await change(undrawn)).toMatchObject({ data: { state: 'no-such-place' } });
    expect((await change({ heats: [2, 3], stations: [2] })).code).toBe('ok');
    expect(await seen()).toEqual([
      [2, 2],
      [3, 2],
    ]);
    expect((await viewOf(stage)).judges).toMatchObject([{ heats: [2, 3], stations: [2], numbers: 2 }]);
    const told = await heard();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('初赛技能：您评分的场次和工位改为第 2、3 场，2 号工位');
    expect((await change({ heats: null, stations: null }, stage.administrator)).code).toBe('ok');
    expect(await seen()).toHaveLength(6);
    expect((await heard())[0]).toContain('改为全部场次，全部工位');
    const noted = await world.db.read((h) =>
      h.repo(auditRecord).find({ where: { code: 'judge-places-changed' }, order: { seq: 'ASC' } }),
    );
    expect(noted).toMatchObject([
      {
        actorId: stage.officer.accountId,
        ids: { stageId: stage.id, judgeId: judge.judgeId },
        values: { part: 'skill', heats: ['2', '3'], stations: ['2'] },
      },
      { actorId: stage.administrator.accountId, values: { heats: null, stations: null } },
    ]);
  });

  it('keep what this judge has marked, and what staff can still let count', async () => {
    expect((await change(heats(1, 2))).code).toBe('ok');
    await send(judge, actOf(await placeOf('1'), [5000, 3000]));
    expect(await change(heats(2))).toMatchObject({ code: 'wrong-state', data: { state: 'judge-has-marked' } });
    expect(await change({ heats: null, stations: [2] })).toMatchObject({ data: { state: 'judge-has-marked' } });
    // marked over one that was never seen: not counted yet, and not lost
    await send(judge, actOf(await placeOf('2'), [5000, 3000], { base: 4, reason: '漏看一处' }));
    expect(await change(heats(1, 3))).toMatchObject({ data: { state: 'judge-has-marked' } });
    const [conflict] = (await viewOf(stage)).conflicts;
    const aside = { params: { id: conflict?.id ?? '' }, body: { counts: false, reason: '裁判重新评' } };
    await stage.marker.api.ok(judging.decideJudgeAct, aside);
    expect((await change(heats(1, 3))).code).toBe('ok');
    // what a phone sends of a heat that was taken away is kept for staff, and holds nothing back
    await send(judge, actOf(await placeOf('2'), [5000, 3000]));
    expect((await viewOf(stage)).conflicts).toMatchObject([{ conflict: 'not-of-this-judge' }]);
    expect((await change(heats(1))).code).toBe('ok');
  });

  it('ask whoever locks to look again, and stay once marks are locked or the judge is no more', async () => {
    await change({ heats: null, stations: null });
    await markAll(judge, [5000, 3000]);
    const two = await judgeOf(stage, { name: '李裁判', phone: '13900000302', heats: [1] });
    await markAll(two, [5000, 3000]);
    const body = lockBody(await viewOf(stage));
    expect((await stage.marker.api.ok(judging.lockMarks, { params: stage.at, body })).lock.state).toBe('proposed');
    const wider = { params: { id: two.judgeId }, body: heats(1, 2) };
    await stage.officer.api.ok(judgePlaces.changeJudgePlaces, wider);
    expect(await viewOf(stage)).toMatchObject({ lock: { state: 'open' }, complete: 4 });
    await stage.officer.api.ok(judging.revokeJudge, { params: { id: two.judgeId } });
    const late = { ...wider, body: heats(1, 3) };
    expect((await stage.officer.api.refused(judgePlaces.changeJudgePlaces, late)).code).toBe('wrong-state');
    for (const who of [stage.marker, stage.second]) {
      await who.api.ok(judging.lockMarks, { params: stage.at, body: lockBody(await viewOf(stage)) });
    }
    expect(await change(heats(1, 2, 3))).toMatchObject({ data: { state: 'marks-locked' } });
  });
});
