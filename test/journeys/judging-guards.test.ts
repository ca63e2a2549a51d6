import { type StagePart, judgePhones, judging, stageDraws, stagePublication, stages } from '@jikaotong/shared/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { C25 } from '../support/contest-entry';
import {
  type JudgedStage,
  OWN_UNIT,
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
import { key, note, previewOf } from '../support/stage';
import { type World, openWorld } from '../support/world';

describe('names and numbers of a stage whose marks are not locked', () => {
  let world: World;
  let stage: JudgedStage;
  /** Holds no key. */
  let other: JudgedStage['officer'];
  beforeEach(async () => {
    world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
    stage = await judgedStage(world, 2);
    await define('skill');
    other = await staffMember(world, stage.administrator, 'kaowu2', ['exam-officer']);
  });
  afterEach(() => world.stop());

  const define = (part: StagePart) =>
    stage.officer.api.ok(judging.defineMarkingSheet, { params: { id: stage.id, part }, body: SHEET });
  const keyState = async () => {
    const params = { id: C25, stage: 'preliminary' as const };
    return (await other.api.ok(stageDraws.getStaffStageDraw, { params })).key;
  };
  const bothLock = async (part: StagePart) => {
    for (const who of [stage.marker, stage.second]) {
      const params = { id: stage.id, part };
      const seen = await who.api.ok(judging.getJudging, { params });
      await who.api.ok(judging.lockMarks, { params, body: lockBody(seen) });
    }
  };
  const judgeBody = { name: '张裁判', phone: '13900000301', unit: OWN_UNIT, heats: null, stations: null };

  it('are apart before anybody is let in to judge, and only the two who know them say who judges what', async () => {
    const assign = (who: JudgedStage['marker']) =>
      who.api.refused(judging.assignJudge, { params: stage.at, body: judgeBody });
    expect((await assign(stage.officer)).code).toBe('key-holders-wrong');
    await holdKey(stage);
    expect(await assign(other)).toMatchObject({ code: 'wrong-state', data: { state: 'not-key-holder' } });
    expect(await other.api.ok(judging.getJudging, { params: stage.at })).toMatchObject({ holdsKey: false });
    const two = await judgeOf(stage, { name: '张裁判', phone: '13900000301', unit: OWN_UNIT });
    const [place] = (await stage.officer.api.ok(judging.getJudgedHeat, { params: { ...stage.at, heat: '1' } })).numbers
      .flatMap(({ placeId, marks }) => marks.map((mark) => ({ placeId, ...mark })))
      .filter(({ bar }) => bar === 'unit');
    const allow = { params: { id: two.judgeId, place: place?.placeId ?? '' }, body: { reason: '裁判长驳回' } };
    expect(await other.api.refused(judging.allowJudge, allow)).toMatchObject({ data: { state: 'not-key-holder' } });
    await stage.officer.api.ok(judging.allowJudge, allow);
    const replaced = { first: other.accountId, second: stage.officer.accountId };
    expect(await other.api.refused(judging.holdMarkingKey, { params: stage.at, body: replaced })).toMatchObject({
      data: { state: 'not-key-holder' },
    });
  });

  it('stay apart with one pair for both parts until the last one is locked', async () => {
    await holdKey(stage);
    await define('theory');
    const theory = { params: { id: stage.id, part: 'theory' as const } };
    const pair = (await viewOf(stage)).keyHolders;
    expect((await stage.officer.api.ok(judging.getJudging, theory)).keyHolders).toEqual(pair);
    await markAll(await judgeOf(stage, { name: '张裁判', phone: '13900000301' }), [5000, 3000]);
    await bothLock('skill');
    expect(await keyState()).toBe('others');
    const assigned = await stage.officer.api.ok(judging.assignJudge, {
      ...theory,
      body: { ...judgeBody, unit: '鉴定中心' },
    });
    expect(assigned.linkPath).not.toBeNull();
    const { numbers } = await stage.officer.api.ok(judging.getJudgedHeat, {
      params: { id: stage.id, part: 'theory', heat: '1' },
    });
    const keyed = { marks: [5000, 3000], version: 0, reason: null };
    for (const { placeId } of numbers) {
      const params = { id: assigned.judgeId, place: placeId };
      await stage.marker.api.ok(judging.keyJudgeMark, { params, body: keyed });
      await stage.second.api.ok(judging.keyJudgeMark, { params, body: { ...keyed, version: 1 } });
    }
    await bothLock('theory');
    expect(await keyState()).toBe('free');
  });

  it('hide from who neither holds the key nor keys marks in which number a judge leaves out', async () => {
    await holdKey(stage);
    const own = await judgeOf(stage, { name: '张裁判', phone: '13900000301', unit: OWN_UNIT });
    await markAll(own, [5000, 3000]);
    await markAll(await judgeOf(stage, { name: '李裁判', phone: '13900000302' }), [5000, 3000]);
    const heat = { params: { ...stage.at, heat: '1' } };
    for (const { api } of [other, stage.publisher]) {
      const { judges } = await api.ok(judging.getJudging, { params: stage.at });
      expect(judges.map(({ numbers, marked }) => [numbers, marked])).toEqual([
        [null, null],
        [null, null],
      ]);
      const { shown, numbers } = await api.ok(judging.getJudgedHeat, heat);
      expect([shown, numbers.map(({ combined, marks, steps }) => [combined, marks, steps])]).toEqual([
        false,
        [
          [8000, [], []],
          [8000, [], []],
        ],
      ]);
      expect(await api.refused(judging.printMarkingSheets, { params: stage.at })).toMatchObject({
        data: { state: 'not-key-holder' },
      });
    }
    const ours = (await listOf(own)).numbers.map(({ placeId }) => placeId);
    const seenFirst = (await stage.officer.api.ok(judging.getJudgedHeat, heat)).numbers;
    const barred = seenFirst.find(({ placeId }) => !ours.includes(placeId))?.placeId ?? '';
    await send(own, actOf(barred, [5000, 3000]));
    for (const { api } of [other, stage.publisher])
      expect((await api.ok(judging.getJudging, { params: stage.at })).conflicts).toMatchObject([
        { judgeName: null, conflict: 'not-of-this-judge' },
      ]);
    const [conflict] = (await viewOf(stage)).conflicts;
    expect(conflict).toMatchObject({ judgeName: '张裁判' });
    const aside = { params: { id: conflict?.id ?? '' }, body: { counts: false, reason: '应回避' } };
    await stage.marker.api.ok(judging.decideJudgeAct, aside);
    const counts = (await viewOf(stage)).judges.map(({ numbers, marked }) => [numbers, marked]);
    expect(counts).toEqual([
      [1, 1],
      [2, 2],
    ]);
    const seen = await stage.officer.api.ok(judging.getJudgedHeat, heat);
    expect(seen.numbers.flatMap(({ steps }) => steps).filter(({ source }) => source === 'set-aside')).toMatchObject([
      { judgeName: '张裁判', reason: '应回避' },
    ]);
    expect(seen.numbers.flatMap(({ marks }) => marks.flatMap(({ bar }) => bar ?? []))).toEqual(['unit']);
    await bothLock('skill');
    expect(await other.api.ok(judging.getJudgedHeat, heat)).toMatchObject({ shown: true, locked: true });
  });

  it('are free when ranks are published and nobody had begun', async () => {
    await holdKey(stage);
    expect(await keyState()).toBe('others');
    for (const number of [1, 2])
      for (const part of ['theory', 'skill'] as const)
        await key(stage.marker, stage.id, { number, part, mark: String(70 + number) });
    for (const part of ['theory', 'skill'] as const)
      await stage.second.api.ok(stages.confirmStageNotes, { params: { id: stage.id }, body: { part, how: '核对' } });
    const { turn, revision } = await previewOf(stage.publisher, stage.id);
    const body = { revision, turn, reason: null };
    await stage.publisher.api.ok(stagePublication.publishStage, { params: { id: stage.id }, body });
    expect(await keyState()).toBe('free');
  });

  it('never take a mark over one that its judge has not seen, whatever version a phone guessed', async () => {
    await holdKey(stage);
    const judge = await judgeOf(stage, { name: '张裁判', phone: '13900000301' });
    const [place] = (await listOf(judge)).numbers;
    const placeId = place?.placeId ?? '';
    const params = { id: judge.judgeId, place: placeId };
    const keyed = { marks: [4000, 3000], version: 0, reason: null };
    await stage.marker.api.ok(judging.keyJudgeMark, { params, body: keyed });
    await stage.second.api.ok(judging.keyJudgeMark, { params, body: { ...keyed, version: 1 } });
    const sent = [actOf(placeId, [5000, 3000]), actOf(placeId, [5500, 3000], { base: 1, reason: '漏看一处' })];
    const { answers, told } = await send(judge, ...sent);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['conflict', 'conflict']);
    expect(told).toMatchObject([{ marks: [4000, 3000], version: 1 }]);
    const late = await send(judge, actOf(placeId, [5600, 3000], { base: 1, reason: '漏看一处' }));
    expect(late.answers[0]?.outcome).toBe('conflict');
  });

  it('take what a phone says of its clock, whatever it says, and nothing of a judge who left', async () => {
    await holdKey(stage);
    const judge = await judgeOf(stage, { name: '张裁判', phone: '13900000301' });
    const [first, second] = (await listOf(judge)).numbers.map(({ placeId }) => placeId);
    const acts = [actOf(first ?? '', [5000, 3000], { atMs: 0 })];
    // no column holds that
    const huge = await send(judge, actOf(first ?? '', [5000, 3000], { run: 3_000_000_000 }));
    expect(huge).toMatchObject({ answers: [{ outcome: 'conflict' }] });
    const body = { sentAtMs: 1.9e12, waiting: 0, acts };
    const params = { id: judge.judgeId };
    const reply = await judge.person.api.ok(judgePhones.sendJudgeMarks, { params, body });
    expect(reply.answers).toMatchObject([{ outcome: 'done' }]);
    const { numbers } = await stage.marker.api.ok(judging.getJudgedHeat, { params: { ...stage.at, heat: '1' } });
    const [step] = numbers.flatMap(({ steps }) => steps);
    expect(step?.at).toBeGreaterThan(Date.UTC(2025, 6, 27));
    await stage.officer.api.ok(judging.revokeJudge, { params });
    expect((await judge.person.api.refused(judgePhones.getJudgeList, { params })).code).toBe('not-found');
    const rest = await send(judge, actOf(second ?? '', [5000, 3000]));
    expect(rest).toMatchObject({ answers: [{ outcome: 'conflict' }], isOpen: false });
    const conflict = (await viewOf(stage)).conflicts.find(({ conflict: why }) => why === 'not-of-this-judge');
    expect(conflict).toMatchObject({ conflict: 'not-of-this-judge', mayCount: false });
    const count = { params: { id: conflict?.id ?? '' }, body: { counts: true, reason: '算上' } };
    expect(await stage.marker.api.refused(judging.decideJudgeAct, count)).toMatchObject({
      data: { state: 'not-of-this-judge' },
    });
  });

  it('wait for no second person to check the mark of somebody who is noted absent since', async () => {
    await holdKey(stage);
    const judge = await judgeOf(stage, { name: '张裁判', phone: '13900000301' });
    const [place] = (await listOf(judge)).numbers;
    const params = { id: judge.judgeId, place: place?.placeId ?? '' };
    const body = { marks: [4000, 3000], version: 0, reason: null };
    await stage.marker.api.ok(judging.keyJudgeMark, { params, body });
    expect(await viewOf(stage)).toMatchObject({ unchecked: 1, absentMarked: [] });
    for (const number of [1, 2]) await note(stage.marker, stage.id, { number, standing: 'absent' });
    const seen = await viewOf(stage);
    expect(seen).toMatchObject({ unchecked: 0, numbers: 0 });
    // of the two, the one whom the judge has marked: the door or the mark is wrong
    expect(seen.absentMarked).toHaveLength(1);
    expect(seen.absentMarked[0]?.name).not.toBe('');
  });

  it('forget the numbers of judges a month after the last drawn day, though no day was announced', async () => {
    await holdKey(stage);
    await judgeOf(stage, { name: '张裁判', phone: '13900000301' });
    const masked = async () => (await viewOf(stage)).judges.map(({ phoneMasked }) => phoneMasked);
    await world.moveTo('2025-08-25');
    await world.runJobs();
    expect(await masked()).toEqual(['139****0301']);
    await world.moveTo('2025-08-29');
    await world.runJobs();
    expect(await masked()).toEqual([null]);
  });
});
