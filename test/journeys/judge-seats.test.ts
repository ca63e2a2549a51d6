import { judgePhones, judgePlaces, judging } from '@jikaotong/shared/contract';
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
import { readText } from '../support/read-pages';
import { type World, openWorld } from '../support/world';

describe('a judge of a part', () => {
  let world: World;
  let stage: JudgedStage;
  let judge: Judging;
  const body = { name: '张裁判', phone: '13900000301', unit: '鉴定中心', heats: null, stations: null };
  beforeEach(async () => {
    world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
    stage = await judgedStage(world, 4);
    await stage.officer.api.ok(judging.defineMarkingSheet, { params: stage.at, body: SHEET });
    await holdKey(stage);
    judge = await judgeOf(stage, { name: body.name, phone: body.phone });
  });
  afterEach(() => world.stop());

  const assign = (change: Partial<{ name: string; heats: number[] }> = {}) =>
    stage.officer.api.call(judging.assignJudge, { params: stage.at, body: { ...body, ...change } });
  const assignAgain = () => stage.officer.api.ok(judging.assignJudge, { params: stage.at, body });
  const revoke = () => stage.officer.api.ok(judging.revokeJudge, { params: { id: judge.judgeId } });
  const leaveOut = (voided: boolean, reason = '与选手有利害关系') =>
    stage.officer.api.call(judgePlaces.voidJudgeMarks, { params: { id: judge.judgeId }, body: { voided, reason } });
  const firstNumber = async () => {
    const { numbers } = await stage.marker.api.ok(judging.getJudgedHeat, { params: { ...stage.at, heat: '1' } });
    return numbers[0];
  };
  const join = async (path: string | null) => {
    const token = new URL(`http://h${(path ?? '').replace('/#', '')}`).searchParams.get('token') ?? '';
    await judge.person.api.ok(judgePhones.joinJudging, { params: { token } });
  };

  it('is assigned once, whatever the name', async () => {
    expect(await assign()).toMatchObject({ code: 'judge-stands', data: { name: '张裁判' } });
    expect(await assign({ name: '章裁判', heats: [2] })).toMatchObject({ code: 'judge-stands' });
    expect((await viewOf(stage)).judges).toHaveLength(1);
  });

  it('goes on over what was marked before, when assigned again after being removed', async () => {
    await markAll(judge, [5000, 3000]);
    await revoke();
    expect(await assign({ heats: [2] })).toMatchObject({ data: { state: 'judge-has-marked' } });
    const again = await assignAgain();
    expect(again.judgeId).toBe(judge.judgeId);
    await join(again.linkPath);
    expect((await listOf(judge)).told).toHaveLength(4);
    expect(await firstNumber()).toMatchObject({ combined: 8000, marks: [{ total: 8000, removed: false }] });
  });

  it('counts no more once removed and left out, and the number starts afresh', async () => {
    const two = await judgeOf(stage, { name: '李裁判', phone: '13900000302' });
    await markAll(judge, [2000, 0]);
    await markAll(two, [5000, 3000]);
    expect(await leaveOut(true)).toMatchObject({ data: { state: 'judge-still-judges' } });
    await revoke();
    expect(await firstNumber()).toMatchObject({ combined: 5000, marks: [{ removed: true, voided: false }, {}] });
    await stage.marker.api.ok(judging.lockMarks, { params: stage.at, body: lockBody(await viewOf(stage)) });
    expect((await leaveOut(true)).code).toBe('ok');
    expect(await leaveOut(true)).toMatchObject({ data: { state: 'resolved' } });
    const seen = await viewOf(stage);
    // whoever proposed to lock has seen other marks
    expect(seen.lock.state).toBe('open');
    expect(seen.judges[0]).toMatchObject({ state: 'revoked', marked: 4, voided: { reason: '与选手有利害关系' } });
    const number = await firstNumber();
    expect(number).toMatchObject({ combined: 8000, marks: [{ total: 2000, removed: true, voided: true }, {}] });
    const params = { id: judge.judgeId, place: number?.placeId ?? '' };
    const keyed = { params, body: { marks: [3000, 0], version: 1, reason: '按纸改' } };
    expect(await stage.marker.api.refused(judging.keyJudgeMark, keyed)).toMatchObject({
      data: { state: 'judge-voided' },
    });
    expect((await leaveOut(false, '查无此事')).code).toBe('ok');
    expect(await firstNumber()).toMatchObject({ combined: 5000 });
    await leaveOut(true);
    const { judgeId, linkPath } = await assignAgain();
    await join(linkPath);
    expect(await leaveOut(false)).toMatchObject({ data: { state: 'judge-seated-afresh' } });
    await send({ ...judge, judgeId }, actOf(number?.placeId ?? '', [4000, 3000]));
    expect(await firstNumber()).toMatchObject({ combined: 7500 });
    const noted = await world.db.read((h) => h.repo(auditRecord).findBy({ code: 'judge-marks-voided' }));
    expect(noted.map(({ actorId }) => actorId)).toEqual([stage.officer.accountId, stage.officer.accountId]);
  });

  it('stays as it is once marks are locked, with a sheet to sign for what counts', async () => {
    await markAll(judge, [5000, 3000]);
    await revoke();
    for (const who of [stage.marker, stage.second]) {
      await who.api.ok(judging.lockMarks, { params: stage.at, body: lockBody(await viewOf(stage)) });
    }
    expect(await leaveOut(true)).toMatchObject({ data: { state: 'marks-locked' } });
    const print = { params: stage.at };
    expect(await readText(await stage.marker.api.file(judging.printMarkingSheets, print))).toContain(
      '张裁判（已取消）',
    );
  });
});
