import { judging, stages } from '@jikaotong/shared/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHEET, actOf, holdKey, judgeOf, judgedStage, listOf, lockBody, send, viewOf } from '../support/judging';
import { KNOWN_KEYS } from '../support/many-paid';
import { patience } from '../support/patience';
import { type World, openWorld } from '../support/world';

const ENTRANTS = 300;
const JUDGES = 5;

let world: World;
beforeAll(async () => {
  world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
}, patience(60_000));
afterAll(() => world.stop());

it(
  `${JUDGES} judges mark ${ENTRANTS} numbers, most of them late and in batches; two lock, and every mark is the stage’s`,
  async () => {
    const stage = await judgedStage(world, ENTRANTS, 30);
    await stage.officer.api.ok(judging.defineMarkingSheet, {
      params: stage.at,
      body: { ...SHEET, rule: { kind: 'trimmed-mean', drop: 1 } },
    });
    await holdKey(stage);
    for (let at = 1; at <= JUDGES; at += 1) {
      const judge = await judgeOf(stage, { name: `裁判${at}`, phone: `1390000040${at}` });
      const { numbers } = await listOf(judge);
      expect(numbers).toHaveLength(ENTRANTS);
      for (let from = 0; from < numbers.length; from += 50)
        // all agree but the first, who is two points below
        await send(
          judge,
          ...numbers.slice(from, from + 50).map(({ placeId, position }) => {
            return actOf(placeId, [4000 + 50 * (position % 20), at === 1 ? 2800 : 3000]);
          }),
        );
    }
    const seen = await viewOf(stage);
    expect(seen).toMatchObject({ numbers: ENTRANTS, complete: ENTRANTS, outliers: 0, conflicts: [] });
    for (const who of [stage.marker, stage.second])
      await who.api.ok(judging.lockMarks, { params: stage.at, body: lockBody(seen) });
    const { unmarked, unconfirmed } = await stage.marker.api.ok(stages.getStageDesk, { params: { id: stage.id } });
    expect([unmarked.skill, unconfirmed.skill]).toEqual([0, 0]);
    const { numbers } = await stage.marker.api.ok(judging.getJudgedHeat, { params: { ...stage.at, heat: '1' } });
    expect(numbers).toHaveLength(30);
    expect(numbers.map(({ position, combined }) => [position, combined])).toEqual(
      numbers.map(({ position }) => [position, 7000 + 50 * (position % 20)]),
    );
  },
  patience(120_000),
);
