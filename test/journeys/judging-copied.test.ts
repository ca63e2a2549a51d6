import { judgePhones, judgePlaces, judging, stageDraws } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { C25 } from '../support/contest-entry';
import { type JudgedStage, type Judging, SHEET, holdKey, judgeOf, judgedStage, viewOf } from '../support/judging';
import { KNOWN_KEYS } from '../support/many-paid';
import { confirmAll, deskOf, keyAll, publish, freezeRoster } from '../support/stage';
import { type World, openWorld } from '../support/world';

const MARKS = { 1: ['80', '90'], 2: ['80', '85'], 3: ['80', '80'], 4: ['80', '75'] } as const;

let world: World;
let stage: JudgedStage;
let next: JudgedStage;
let judge: Judging;
beforeAll(async () => {
  world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
  stage = await judgedStage(world, 4);
  await stage.officer.api.ok(judging.defineMarkingSheet, { params: stage.at, body: SHEET });
  await holdKey(stage);
  judge = await judgeOf(stage, { name: '张裁判', phone: '13900000301', heats: [1] });
  await keyAll(stage.marker, stage.id, MARKS);
  await confirmAll(stage.second, stage.id);
  await publish(stage.publisher, stage.id);
  const id = (await deskOf(stage.marker, stage.id)).stages[1]?.id ?? '';
  await freezeRoster(stage.administrator, id);
  next = { ...stage, id, at: { id, part: 'skill' } };
});
afterAll(() => world.stop());

const copy = (what: 'sheet' | 'judges', from = stage.id) =>
  next.officer.api.call(judgePlaces.copyJudging, { params: next.at, body: { from, what } });

it('takes the sheet of the stage before over as a version of its own', async () => {
  expect(await viewOf(next)).toMatchObject({ sheet: null, others: [{ stageName: '初赛', items: 2, judges: 1 }] });
  expect((await copy('sheet', next.id)).code).toBe('not-found');
  const { seen: _seen, short: _short, ...said } = SHEET;
  expect(await copy('sheet')).toMatchObject({ code: 'ok', data: { sheet: { version: 1, ...said, byName: 'kaowu' } } });
  expect((await viewOf(stage)).sheet).toMatchObject({ version: 1 });
});

it('leaves the days of a stage alone whose marks were keyed in', async () => {
  const move = {
    params: { id: C25, stage: 'preliminary' as const },
    body: { firstDay: localDate('2025-07-30'), reason: '考点停电' },
  };
  expect((await stage.officer.api.refused(stageDraws.moveStageDraw, move)).data).toEqual({ state: 'stage-begun' });
});

it('takes its judges over by one who holds the key, once each, with a fresh link', async () => {
  expect((await copy('judges')).code).toBe('draw-missing');
  const hours = { day: localDate('2025-08-09'), startsAt: timeOfDay('08:00'), endsAt: timeOfDay('18:00') };
  await next.officer.api.ok(stageDraws.drawStage, {
    params: { id: C25, stage: 'semi-final' },
    body: { stations: 2, minutes: 40, gapMinutes: 10, blocks: [hours], papers: [] },
  });
  expect((await copy('judges')).code).toBe('key-holders-wrong');
  await holdKey(next);
  await copy('judges');
  expect(await copy('judges')).toMatchObject({ code: 'ok' });
  const { judges } = await viewOf(next);
  expect(judges).toMatchObject([{ name: '张裁判', heats: null, stations: null, joined: false, state: 'open' }]);
  const renewed = await next.officer.api.ok(judging.renewJudgeLink, { params: { id: judges[0]?.id ?? '' } });
  const token = new URL(`http://h${(renewed.linkPath ?? '').replace('/#', '')}`).searchParams.get('token') ?? '';
  await judge.person.api.ok(judgePhones.joinJudging, { params: { token } });
  expect((await viewOf(next)).judges[0]?.joined).toBe(true);
});
