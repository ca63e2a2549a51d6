import { describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import { bySeries, judgePattern, judgeTicketDay, numberOf } from './ticket.policy';

const examOn = localDate('2026-12-12');
const windows = [{ kind: 'ticket', opens: localDate('2026-12-07'), closes: examOn }] as const;
const places = { examOn, level: 5, sessionNumber: 1 };

describe('tickets', () => {
  it.each([
    ['2026-12-06', { refused: 'too-early', data: { opensOn: '2026-12-07' } }],
    ['2026-12-07', null],
    ['2026-12-13', null],
  ])('on %s', (day, refused) => expect(judgeTicketDay(windows, localDate(day))).toEqual(refused));

  it('need a pattern with a sequence', () => {
    expect(judgePattern('{yyyy}{seq:4}')).toBeNull();
    expect(judgePattern('{yyyy}')).toEqual({
      refused: 'number-pattern-wrong',
      data: { reason: 'number-pattern-no-sequence' },
    });
  });

  it('run out when the digits do', () => {
    expect(numberOf('A{seq:2}', places, 99)).toBe('A99');
    expect(numberOf('A{seq:2}', places, 100)).toEqual({ refused: 'numbers-exhausted', data: { last: 99 } });
  });

  it('of one level draw from one counter, in order', () => {
    const wanted = [
      { of: 'a', places },
      { of: 'b', places: { ...places, level: 3 } },
      { of: 'c', places },
    ];
    const groups = [...bySeries('{level}-{seq:2}', wanted)].map(([name, group]) => [name, group.map(({ of }) => of)]);
    expect(groups).toEqual([
      ['5-##', ['a', 'c']],
      ['3-##', ['b']],
    ]);
  });
});
