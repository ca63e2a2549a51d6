import {
  type BodyOf,
  contests,
  judgePhones,
  judging,
  stageDraws,
  stagePublication,
  stageRankings,
  stages,
} from '@jikaotong/shared/contract';
import { drawnPlaceList } from '@jikaotong/shared/lists';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { C25 } from '../support/contest-entry';
import {
  COACH,
  type JudgedStage,
  type Judging,
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
import { firstAdministrator, staffMember } from '../support/people';
import { key, previewOf } from '../support/stage';
import { type World, openWorld } from '../support/world';

const sheetOf = (given: JudgedStage, more: Partial<typeof SHEET> = {}) => ({
  params: given.at,
  body: { ...SHEET, ...more },
});

describe('skill judged by phones', () => {
  let world: World;
  let stage: JudgedStage;
  let one: Judging;
  let two: Judging;
  let coach: Judging;
  /** Of the numbers, by position. */
  let places: { placeId: string; heat: number }[];
  /** The number that a judge marks by an exception. */
  let excepted: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
    stage = await judgedStage(world, 6);
  });
  afterAll(() => world.stop());

  const heat = (number: string) =>
    stage.officer.api.ok(judging.getJudgedHeat, { params: { ...stage.at, heat: number } });
  const numberOf = async (placeId: string) => {
    const { heat: at } = places.find((place) => place.placeId === placeId) ?? { heat: 0 };
    return (await heat(String(at))).numbers.find((number) => number.placeId === placeId);
  };
  type Seen = BodyOf<typeof judging.lockMarks>;
  const lock = (who: JudgedStage['marker'], body: Seen) => who.api.call(judging.lockMarks, { params: stage.at, body });
  const turn = async () => lockBody(await viewOf(stage));

  it('has a marking sheet first, by the rule that the notice proposes, dated and in versions', async () => {
    const before = await viewOf(stage);
    expect(before).toMatchObject({ sheet: null, proposed: { rule: { kind: 'mean' }, clause: null }, keyHolders: [] });
    const early = { name: '张裁判', phone: '13900000301', unit: '鉴定中心', heats: null, stations: null };
    expect((await stage.officer.api.refused(judging.assignJudge, { params: stage.at, body: early })).code).toBe(
      'wrong-state',
    );
    expect((await stage.marker.api.refused(judging.defineMarkingSheet, sheetOf(stage))).code).toBe('forbidden');
    const tooMuch = [...SHEET.items, { name: '礼仪', maximum: 100, step: 100 }];
    expect(
      await stage.officer.api.refused(judging.defineMarkingSheet, sheetOf(stage, { items: tooMuch })),
    ).toMatchObject({ code: 'sheet-refused', data: { code: 'more-than-full' } });
    await stage.officer.api.ok(judging.defineMarkingSheet, sheetOf(stage, { spread: null }));
    expect((await stage.officer.api.refused(judging.defineMarkingSheet, sheetOf(stage))).code).toBe(
      'changed-meanwhile',
    );
    const few = { seen: 1, items: SHEET.items.slice(0, 1) };
    expect(await stage.officer.api.refused(judging.defineMarkingSheet, sheetOf(stage, few))).toMatchObject({
      code: 'sheet-short',
      data: { points: 60 },
    });
    const view = await stage.officer.api.ok(judging.defineMarkingSheet, sheetOf(stage, { seen: 1 }));
    expect(view).toMatchObject({ sheet: { version: 2, byName: 'kaowu', spread: 1000 }, earlier: 1 });
  });

  it('keeps names from numbers but for two who hold the key', async () => {
    const self = { first: stage.officer.accountId, second: stage.officer.accountId };
    expect((await stage.officer.api.refused(judging.holdMarkingKey, { params: stage.at, body: self })).code).toBe(
      'key-holders-wrong',
    );
    expect((await holdKey(stage)).keyHolders.map(({ name }) => name)).toHaveLength(2);
    const rows = { params: { id: stage.id }, query: {} };
    expect((await stage.officer.api.ok(drawnPlaceList.rows, rows)).items).toHaveLength(6);
    const third = await staffMember(world, stage.administrator, 'kaowu2', ['exam-officer']);
    expect((await third.api.refused(drawnPlaceList.rows, rows)).code).toBe('forbidden');
    const draw = { params: { id: C25, stage: 'preliminary' as const } };
    expect(await third.api.ok(stageDraws.getStaffStageDraw, draw)).toMatchObject({ key: 'others' });
    expect(await stage.officer.api.ok(stageDraws.getStaffStageDraw, draw)).toMatchObject({ key: 'mine' });
  });

  it('lets a judge in by a link bound to a number, to today’s numbers without a name or a unit', async () => {
    one = await judgeOf(stage, { name: '张裁判', phone: '13900000301' });
    two = await judgeOf(stage, { name: '李裁判', phone: '13900000302', unit: OWN_UNIT });
    coach = await judgeOf(stage, { name: COACH, phone: '13900000303', heats: [1, 2, 3] });
    const list = await listOf(one);
    expect(list).toMatchObject({ day: '2025-07-28', sheetVersion: 2, told: [], locked: false });
    expect(list.numbers.map(({ position, heat: at, station }) => [position, at, station])).toEqual([
      [1, 1, 1],
      [2, 1, 2],
      [3, 2, 1],
      [4, 2, 2],
      [5, 3, 1],
      [6, 3, 2],
    ]);
    expect(JSON.stringify(list)).not.toContain('公司');
    places = list.numbers;
    // of the own unit, however it is written, and of the own trainee there is no number
    const own = await listOf(two);
    expect([own.numbers.length, own.skipped.map(({ why }) => why)]).toEqual([5, ['barred']]);
    expect((await listOf(coach)).numbers).toHaveLength(5);
    expect((await two.person.api.refused(judgePhones.getJudgeList, { params: { id: one.judgeId } })).code).toBe(
      'not-found',
    );
    expect((await viewOf(stage)).judges.map(({ name, numbers, joined }) => [name, numbers, joined])).toEqual([
      ['张裁判', 6, true],
      ['李裁判', 5, true],
      [COACH, 5, true],
    ]);
  });

  it('takes marks once however often they come, and keeps what cannot count', async () => {
    const [first, second] = places;
    const mine = { sheetVersion: 2 };
    const act = actOf(first?.placeId ?? '', [5950, 3900], mine);
    expect((await send(one, act, act)).answers).toEqual([{ nonce: act.nonce, outcome: 'done' }]);
    const again = await send(one, act);
    expect(again).toMatchObject({ answers: [{ outcome: 'done' }], told: [{ marks: [5950, 3900], version: 1 }] });
    const outcomes = async (judge: Judging, given: Record<string, unknown>) =>
      (await send(judge, actOf(second?.placeId ?? '', [10, 10], { ...mine, ...given }))).answers[0]?.outcome;
    expect(await outcomes(one, {})).toBe('conflict');
    expect(await outcomes(one, { marks: [1000, 1000], sheetVersion: 1 })).toBe('conflict');
    expect(await outcomes(one, { marks: [1000, 1000], run: 2 })).toBe('conflict');
    expect(await outcomes(one, { marks: [1000, 1000], base: 3, reason: '看错' })).toBe('conflict');
    expect(await outcomes(one, { marks: 'words' })).toBe('conflict');
    const { conflicts } = await viewOf(stage);
    expect(conflicts.map(({ conflict }) => conflict)).toEqual([
      'points-wrong',
      'another-sheet',
      'another-run',
      'marked-otherwise',
      'unreadable',
    ]);
    for (const { id } of conflicts)
      await stage.marker.api.ok(judging.decideJudgeAct, {
        params: { id },
        body: { counts: false, reason: '裁判重新评' },
      });
    expect((await viewOf(stage)).conflicts).toEqual([]);
    expect((await stage.officer.api.refused(judging.defineMarkingSheet, sheetOf(stage, { seen: 2 }))).code).toBe(
      'wrong-state',
    );
    const move = {
      params: { id: C25, stage: 'preliminary' as const },
      body: { firstDay: localDate('2025-07-30'), reason: '考点停电' },
    };
    expect((await stage.officer.api.refused(stageDraws.moveStageDraw, move)).data).toEqual({ state: 'stage-begun' });
    // nor by the schedule, which moves the same stage
    const announced = (day: string) => ({
      params: move.params,
      body: { day: localDate(day), startsAt: timeOfDay('08:00'), place: '亦庄考点' },
    });
    await stage.officer.api.ok(contests.announceStage, announced('2025-07-28'));
    const refused = await stage.officer.api.refused(contests.announceStage, announced('2025-07-30'));
    expect(refused).toMatchObject({ code: 'wrong-state', data: { state: 'stage-begun' } });
    await stage.officer.api.ok(contests.announceStage, {
      ...announced('2025-07-28'),
      body: { ...announced('2025-07-28').body, place: '亦庄考点二层' },
    });
  });

  it('changes a mark only with a reason, dated, with who', async () => {
    const [first] = places;
    const change = { sheetVersion: 2, base: 1 };
    const bare = actOf(first?.placeId ?? '', [5900, 3900], change);
    expect((await send(one, bare)).answers[0]?.outcome).toBe('conflict');
    // what follows on something that did not count does not count either, until somebody has decided
    const unseen = actOf(first?.placeId ?? '', [5700, 3900], { ...change, reason: '再改' });
    expect((await send(one, unseen)).answers[0]?.outcome).toBe('conflict');
    for (const { id } of (await viewOf(stage)).conflicts)
      await stage.marker.api.ok(judging.decideJudgeAct, {
        params: { id },
        body: { counts: false, reason: '已重新评' },
      });
    const reasoned = actOf(first?.placeId ?? '', [5800, 3900], { ...change, reason: '漏扣一处' });
    expect((await send(one, reasoned)).answers[0]?.outcome).toBe('done');
    const number = await numberOf(first?.placeId ?? '');
    const counted = number?.steps.filter(({ source }) => source !== 'set-aside');
    expect(counted?.map(({ total, reason, byName }) => [total, reason, byName])).toEqual([
      [9700, '漏扣一处', '张裁判'],
      [9850, null, '张裁判'],
    ]);
  });

  it('flags who is far off, and lets a judge mark in spite of a bar by an exception', async () => {
    for (const judge of [one, two, coach]) {
      const { numbers, told } = await listOf(judge);
      const open = numbers.filter(({ placeId }) => !told.some((mark) => mark.placeId === placeId));
      const marks = judge === coach ? [4000, 2000] : [5000, 3000];
      await send(judge, ...open.map(({ placeId }) => actOf(placeId, marks, { sheetVersion: 2 })));
    }
    const view = await viewOf(stage);
    expect(view.outliers).toBeGreaterThan(0);
    expect(view).toMatchObject({ numbers: 6, complete: 6, unchecked: 0 });
    const all = (await Promise.all(['1', '2', '3'].map(heat))).flatMap(({ numbers }) => numbers);
    const barred = all.flatMap(({ placeId, marks }) => marks.map((mark) => ({ placeId, ...mark })));
    const [own] = barred.filter(({ bar }) => bar === 'unit');
    expect(barred.filter(({ bar }) => bar === 'coach')).toHaveLength(1);
    excepted = own?.placeId ?? '';
    // a bar tells whose number it is
    const hidden = await Promise.all(
      ['1', '2', '3'].map((at) => stage.marker.api.ok(judging.getJudgedHeat, { params: { ...stage.at, heat: at } })),
    );
    expect(hidden.flatMap(({ numbers }) => numbers).flatMap(({ marks }) => marks.map(({ bar }) => bar))).not.toContain(
      'unit',
    );
    const params = { id: two.judgeId, place: excepted };
    await stage.officer.api.ok(judging.allowJudge, { params, body: { reason: '回避申请已由裁判长驳回' } });
    expect((await listOf(two)).numbers).toHaveLength(6);
    expect((await viewOf(stage)).complete).toBe(5);
    const keyed = { marks: [5000, 3000], version: 0, reason: null };
    await stage.marker.api.ok(judging.keyJudgeMark, { params, body: keyed });
    expect(
      (await stage.marker.api.refused(judging.keyJudgeMark, { params, body: { ...keyed, version: 1 } })).code,
    ).toBe('same-marker');
    expect(await viewOf(stage)).toMatchObject({ complete: 6, unchecked: 1 });
  });

  it('starts a number anew where equipment failed, with a witness', async () => {
    const last = places.findLast(({ placeId }) => placeId !== excepted)?.placeId ?? '';
    const why = { reason: '主机断电', witness: '钱二' };
    const body = { stoppedAt: timeOfDay('10:20'), minutes: 12, again: true, run: 1, ...why };
    const said = { params: { ...stage.at, place: last }, body };
    await stage.officer.api.ok(judging.noteFailure, said);
    expect((await stage.officer.api.refused(judging.noteFailure, said)).code).toBe('changed-meanwhile');
    expect((await viewOf(stage)).complete).toBe(5);
    expect((await listOf(one)).numbers.find(({ placeId }) => placeId === last)).toMatchObject({ run: 2 });
    for (const judge of [one, two, coach])
      if ((await listOf(judge)).numbers.some(({ placeId }) => placeId === last))
        await send(judge, actOf(last, [5500, 3500], { sheetVersion: 2, run: 2 }));
    expect(await numberOf(last)).toMatchObject({ run: 2, combined: 9000, failures: [{ minutes: 12, again: true }] });
  });

  it('locks by two at the turn that was seen; then the combined marks are the stage’s and names are free', async () => {
    expect((await lock(stage.marker, await turn())).code).toBe('marks-unchecked');
    const barred = (await Promise.all(['1', '2', '3'].map(heat))).flatMap(({ numbers }) => numbers);
    const open = barred.find(({ marks }) => marks.some((mark) => mark.open))?.placeId ?? '';
    const params = { id: two.judgeId, place: open };
    await stage.second.api.ok(judging.keyJudgeMark, {
      params,
      body: { marks: [5000, 3000], version: 1, reason: null },
    });
    expect(
      (await stage.officer.api.refused(judging.lockMarks, { params: stage.at, body: { ...(await turn()), turn: 0 } }))
        .code,
    ).toBe('forbidden');
    const seen = await turn();
    // the third heat begins in the afternoon, and the marks of two judges lie far apart
    const unseen = { ...seen, seen: { ...seen.seen, notBegun: seen.seen.notBegun - 1 } };
    expect(await lock(stage.marker, unseen)).toMatchObject({ code: 'lock-unseen' });
    expect((await lock(stage.marker, seen)).code).toBe('ok');
    expect((await viewOf(stage)).lock).toMatchObject({ state: 'proposed', byName: 'dengfen', mine: true });
    expect((await lock(stage.marker, seen)).code).toBe('lock-by-another');
    // a mark that comes meanwhile is not locked unseen
    const [first] = places;
    await send(one, actOf(first?.placeId ?? '', [5850, 3900], { sheetVersion: 2, base: 2, reason: '复核' }));
    expect((await lock(stage.second, seen)).code).toBe('changed-meanwhile');
    expect((await lock(stage.marker, await turn())).code).toBe('ok');
    const { turn: stageTurn, revision } = await previewOf(stage.publisher, stage.id);
    const publish = { params: { id: stage.id }, body: { revision, turn: stageTurn, reason: null } };
    expect((await stage.publisher.api.refused(stagePublication.publishStage, publish)).code).toBe('stage-incomplete');
    expect((await lock(stage.second, await turn())).code).toBe('ok');
    expect((await viewOf(stage)).lock).toMatchObject({ state: 'locked', byName: 'dengfen', secondName: 'hedui' });
    const late = await send(one, actOf(first?.placeId ?? '', [0, 0], { sheetVersion: 2, base: 3, reason: '晚了' }));
    expect(late).toMatchObject({ answers: [{ outcome: 'conflict' }], locked: true });
    const [after] = (await viewOf(stage)).conflicts;
    expect(after).toMatchObject({ conflict: 'locked', mayCount: false });
    const decide = (counts: boolean) => ({ params: { id: after?.id ?? '' }, body: { counts, reason: '锁定以后才到' } });
    expect((await stage.marker.api.refused(judging.decideJudgeAct, decide(true))).code).toBe('wrong-state');
    await stage.marker.api.ok(judging.decideJudgeAct, decide(false));
    expect((await viewOf(stage)).conflicts).toEqual([]);
    const entrant = await stage.marker.api.ok(stages.getStageEntrant, { params: { id: stage.id, number: '1' } });
    expect(entrant.open).toEqual([]);
    expect(entrant.notes[0]).toMatchObject({
      part: 'skill',
      source: 'judges',
      byName: 'dengfen',
      confirmedByName: 'hedui',
    });
    const draw = { params: { id: C25, stage: 'preliminary' as const } };
    expect(await stage.officer.api.ok(stageDraws.getStaffStageDraw, draw)).toMatchObject({ key: 'free' });
  });

  it('prints a sheet for each judge, and shows entrants nothing', async () => {
    const pdf = await stage.marker.api.file(judging.printMarkingSheets, { params: stage.at });
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    const ask = { params: { id: stage.id }, query: {} };
    expect((await world.stranger.refused(stageRankings.getStageRanking, ask)).code).toBe('not-published');
    expect((await one.person.api.refused(judging.getJudging, { params: stage.at })).code).toBe('forbidden');
    const elsewhere = await firstAdministrator(world, 'elsewhere', { id: 'cecc', name: '别的机构' });
    expect((await elsewhere.api.refused(judging.getJudging, { params: stage.at })).code).toBe('not-found');
  });
});

describe('judges who have begun', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
  });
  afterAll(() => world.stop());

  it('keep ranks from being published until their marks are locked', async () => {
    const stage = await judgedStage(world, 2);
    await stage.officer.api.ok(judging.defineMarkingSheet, sheetOf(stage));
    await holdKey(stage);
    const judge = await judgeOf(stage, { name: '张裁判', phone: '13900000301' });
    for (const number of [1, 2])
      for (const part of ['theory', 'skill'] as const)
        await key(stage.marker, stage.id, { number, part, mark: String(70 + number) });
    for (const part of ['theory', 'skill'] as const)
      await stage.second.api.ok(stages.confirmStageNotes, { params: { id: stage.id }, body: { part, how: '核对' } });
    await markAll(judge, [5000, 3000]);
    const { turn, revision } = await previewOf(stage.publisher, stage.id);
    const publish = { params: { id: stage.id }, body: { revision, turn, reason: null } };
    expect((await stage.publisher.api.refused(stagePublication.publishStage, publish)).code).toBe('judging-open');
  });
});
