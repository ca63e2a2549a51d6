import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDate, ok } from '@jikaotong/shared/kernel';
import {
  DEFAULT_TICKET_PATTERN,
  certificateSeriesOf,
  certificateNumber,
  orderNumber,
  orderSeriesOf,
  ticketSeriesOf,
  ticketNumber,
} from '@jikaotong/shared/rules/numbering';
import { records } from '../../app';
import { migrations } from '../../migrations';
import { type Db, insert, updateWhere } from '../db';
import { openThrowawayDb } from '../db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { takeNumbers } from './take-numbers';
import { numberRecord } from './number.record';

const places = { examOn: localDate('2026-12-12'), level: 5, sessionNumber: 1 };
const filing = { bodyPart: 'S000011000123', year: 2026, level: 5 };
const kinds = [
  {
    what: 'ticket numbers',
    counter: `ticket:bspia:${ticketSeriesOf(DEFAULT_TICKET_PATTERN, places)}`,
    numberOf: (sequence: number) => ticketNumber(DEFAULT_TICKET_PATTERN, places, sequence),
    first: '2026121250001',
    last: (sequence: number) => `20261212${50_000 + sequence}`,
  },
  {
    what: 'certificate numbers',
    counter: `certificate:${certificateSeriesOf(filing)}`,
    numberOf: (sequence: number) => certificateNumber({ ...filing, sequence }),
    first: 'S000011000123265000001',
    last: (sequence: number) => `S000011000123265${String(sequence).padStart(6, '0')}`,
  },
  {
    what: 'order numbers',
    counter: orderSeriesOf({ bodyId: 'bspia', openedOn: places.examOn }),
    numberOf: (sequence: number) => ok(orderNumber(places.examOn, sequence)),
    first: orderNumber(places.examOn, 1),
    last: (sequence: number) => orderNumber(places.examOn, sequence),
  },
];
const MANY = Array.from({ length: proveCount(20) }, (_, at) => at + 1);
const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

describe.each(kinds)('$what drawn by many at once', ({ counter, numberOf, first, last }) => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
  });
  afterEach(() => db.close());

  it('are each used once, without a gap', async () => {
    const taken = await Promise.all(MANY.map(() => db.tx((h) => takeNumbers(h, counter, 1))));
    expect(sorted(taken)).toEqual(MANY);
    const numbers = sorted(taken).map((sequence) => numberOf(sequence));
    expect([numbers.at(0), numbers.at(-1)]).toEqual([
      { ok: true, value: first },
      { ok: true, value: last(MANY.length) },
    ]);
  });

  // The control: the same without the condition. If it did not collide, the test above would prove nothing.
  it('collide when they are read first and written later', async () => {
    await db.tx((h) => insert(h, numberRecord, { id: counter, last: 0 }));
    const unguarded = async (): Promise<number> => {
      const row = await db.read((h) => h.repo(numberRecord).findOneByOrFail({ id: counter }));
      await db.tx((h) => updateWhere(h, numberRecord, { id: counter }, { last: row.last + 1 }));
      return row.last + 1;
    };
    const taken = await Promise.all(MANY.map(unguarded));
    expect(new Set(taken).size).toBeLessThan(MANY.length);
  });

  it('come in blocks that do not overlap, and go back when their transaction fails', async () => {
    const failing = db.tx(async (h) => {
      await takeNumbers(h, counter, 5);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const firsts = await Promise.all(MANY.map(() => db.tx((h) => takeNumbers(h, counter, 3))));
    expect(sorted(firsts)).toEqual(MANY.map((at) => (at - 1) * 3 + 1));
  });
});
