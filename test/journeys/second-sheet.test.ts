import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { results } from '@jikaotong/shared/contract';
import { type Examination, openExamination } from '../support/examination';
import type { SignedInPerson } from '../support/people';
import { type Entries, fillSheet } from '../support/score-sheet';
import { sendSheet, sheetItems } from '../support/send-sheet';
import { type World, openWorld } from '../support/world';

describe('a second person’s sheet of marks', () => {
  let world: World;
  let exam: Examination;
  let a = '';
  let b = '';
  const second = async (who: SignedInPerson, entries: Entries) =>
    sendSheet(world, who, {
      endpoints: results.secondScoreSheet,
      id: exam.params.id,
      bytes: await fillSheet(await exam.template(), entries),
    });
  const openOf = async () => {
    const { offerings } = await exam.checker.api.ok(results.previewResults, { params: exam.params });
    return offerings.map(({ unconfirmed }) => unconfirmed);
  };
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: { STAFF_SECOND_PERSON: 'required' } });
    exam = await openExamination(world);
    const anna = await exam.paid('o-anna', { name: '安娜', order: 1 });
    const bo = await exam.paid('o-bo', { name: '薄一', order: 2 });
    await world.moveTo('2026-12-07');
    await world.moveTo('2026-12-14');
    [a, b] = [await exam.numberOf(anna), await exam.numberOf(bo)];
    await exam.takeFilled({ [a]: { 理论知识: 80, 操作技能: 90 }, [b]: { 理论知识: 70, 操作技能: '缺考' } });
  });
  afterAll(() => world.stop());

  it('that differs names each cell and changes nothing', async () => {
    const run = await second(exam.checker, {
      [a]: { 理论知识: 80, 操作技能: 60 },
      [b]: { 理论知识: '缺考', 操作技能: '缺考' },
    });
    expect(run).toMatchObject({ state: 'refused', counts: { problems: 2 } });
    const items = await sheetItems(exam.checker, {
      endpoints: results.secondScoreSheet,
      id: exam.params.id,
      importId: run.id,
    });
    expect(items.map(({ cell, code, value }) => [cell, code, value])).toEqual([
      ['E5', 'differs-from-first', '60 分（先登的是 90 分）'],
      ['D6', 'differs-from-first', '缺考（先登的是 70 分）'],
    ]);
    expect(await openOf()).toEqual([4, 0]);
  });

  it('is not one’s own', async () => {
    const run = await second(exam.marker, { [a]: { 理论知识: 80 } });
    expect(run).toMatchObject({ state: 'refused', counts: { problems: 1 } });
  });

  it('that is the same confirms what the first one recorded, and records nothing', async () => {
    const run = await second(exam.checker, {
      [a]: { 理论知识: 80, 操作技能: 90 },
      [b]: { 理论知识: 70, 操作技能: '缺考' },
    });
    expect(run).toMatchObject({ state: 'done', applied: 4, counts: { changed: 4, problems: 0 } });
    expect(await openOf()).toEqual([0, 0]);
    const params = { ...exam.params, ticketNumber: a };
    const { marks } = await exam.checker.api.ok(results.getMarks, { params });
    expect(marks.map(({ mark, version, byName, confirmedByName }) => [mark, version, byName, confirmedByName])).toEqual(
      [
        ['80', 1, 'dengfen', 'fuhe'],
        ['90', 1, 'dengfen', 'fuhe'],
      ],
    );
  });
});
