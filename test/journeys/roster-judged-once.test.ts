import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '@jikaotong/shared/kernel';
import { MOMENT, orderContext } from '../../bff/src/features/orders/order.testing';
import { judgedBy } from '../../bff/src/features/rosters/judge-sheet';
import { type OpenRoster, rosterNow } from '../../bff/src/features/rosters/own-roster';
import { applyRoster } from '../../bff/src/features/rosters/roster-import';
import { type TrainingBody, openTrainingBody, phoneOfLine, valuesOfLine } from '../support/training-body';

let body: TrainingBody;
beforeAll(async () => {
  body = await openTrainingBody();
});
afterAll(() => body.world.stop());

/** How somebody without a photo stands who is said to be ready by what `markOf` says it was judged by. */
const writtenAs = (order: number, markOf: (open: OpenRoster) => string) =>
  body.world.db.tx(async (h) => {
    const { roster, agent } = body;
    const open = await rosterNow({ h, actor: agent }, roster.id);
    if (!open) throw new Error('no roster');
    const values = { ...valuesOfLine(order), phone: phoneOfLine(order) };
    const judged = { standing: 'ready' as const, by: markOf(open) };
    const changes = [{ key: `${order}`, kind: 'added' as const, payload: { values, rowId: null, version: 0, judged } }];
    const chunk = { subjectId: roster.id, accountId: agent.accountId, changes };
    expect(await applyRoster(orderContext(h), chunk)).toEqual(new Map());
    const [last] = await h.query<{ standing: string }>(
      'SELECT standing FROM roster_row ORDER BY position DESC LIMIT 1',
      [],
    );
    return last?.standing;
  });

it('what was judged for the preview stands as long as it would be judged by the same', async () => {
  expect(await writtenAs(1, (open) => judgedBy(open, MOMENT.day))).toBe('ready');
});

it('and is judged anew on another day, for other days of the exam, or another unit name', async () => {
  expect(await writtenAs(2, (open) => judgedBy(open, addDays(MOMENT.day, -1)))).toBe('incomplete');
  const later = ({ frame, ...open }: OpenRoster) => ({
    ...open,
    frame: { ...frame, examEnd: addDays(frame.examEnd, 1) },
  });
  expect(await writtenAs(3, (open) => judgedBy(later(open), MOMENT.day))).toBe('incomplete');
  const renamed = ({ unit, ...open }: OpenRoster) => ({ ...open, unit: { ...unit, name: `${unit.name}改` } });
  expect(await writtenAs(4, (open) => judgedBy(renamed(open), MOMENT.day))).toBe('incomplete');
});
