import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { migrations } from '../../migrations';
import { type Db, insert, openThrowawayDb, updateWhere } from '../../platform/db';
import { takeNumbers } from './counter.repository';
import { counterRecord } from './sitting.record';

const counter = 'ticket:bspia:202612125####';
const TWENTY = Array.from({ length: 20 }, (_, at) => at + 1);
const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

describe('numbers drawn by twenty at once', () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
  });
  afterEach(() => db.close());

  it('are each used once, without a gap', async () => {
    const taken = await Promise.all(TWENTY.map(() => db.tx((h) => takeNumbers(h, counter, 1))));
    expect(sorted(taken)).toEqual(TWENTY);
  });

  it('come in blocks that do not overlap', async () => {
    const firsts = await Promise.all(TWENTY.map(() => db.tx((h) => takeNumbers(h, counter, 3))));
    expect(sorted(firsts)).toEqual(TWENTY.map((at) => (at - 1) * 3 + 1));
  });

  it('go back when their transaction fails', async () => {
    const failing = db.tx(async (h) => {
      await takeNumbers(h, counter, 5);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await db.tx((h) => takeNumbers(h, counter, 1))).toBe(1);
  });

  // The control: the same without the condition. If it did not collide, the tests above would prove nothing.
  it('collide when they are read first and written later', async () => {
    await db.tx((h) => insert(h, counterRecord, { id: counter, last: 0 }));
    const unguarded = async (): Promise<number> => {
      const row = await db.read((h) => h.repo(counterRecord).findOneByOrFail({ id: counter }));
      await db.tx((h) => updateWhere(h, counterRecord, { id: counter }, { last: row.last + 1 }));
      return row.last + 1;
    };
    const taken = await Promise.all(TWENTY.map(unguarded));
    expect(new Set(taken).size).toBeLessThan(TWENTY.length);
  });
});
