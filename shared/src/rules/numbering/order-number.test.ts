import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import { orderNumber, orderSeriesOf, readOrderNumber } from './index';

const day = localDate('2026-11-23');

describe('the number of an order', () => {
  it.each([
    [1, '261123-0001-'],
    [42, '261123-0042-'],
    [9_999, '261123-9999-'],
    [10_000, '261123-10000-'],
  ])('of sequence %i begins with its day', (sequence, begins) => {
    const number = orderNumber(day, sequence);
    expect(number.slice(0, -1)).toBe(begins);
    expect(number.slice(-1)).toMatch(/\d/);
  });

  // numbers that German tax offices publish as examples: ten digits and the same check digit
  it.each(['86095742719', '47036892816', '65929970489', '57549285017'])(
    '%s ends in the digit of ISO 7064 MOD 11,10',
    (of) => {
      expect(readOrderNumber(of)).toBe(`${of.slice(0, 6)}-${of.slice(6, 10)}-${of.slice(10)}`);
    },
  );

  it('is drawn from a counter of its own for every body and day', () => {
    const one = orderSeriesOf({ bodyId: 'bspia', openedOn: day });
    expect(orderSeriesOf({ bodyId: 'cecc', openedOn: day })).not.toBe(one);
    expect(orderSeriesOf({ bodyId: 'bspia', openedOn: localDate('2026-11-24') })).not.toBe(one);
  });

  it('is read with its hyphens, without them, and with blanks', () => {
    const number = orderNumber(day, 42);
    const digits = number.replaceAll('-', '');
    expect([number, digits, number.replaceAll('-', ' '), ` ${digits} `].map(readOrderNumber)).toEqual([
      number,
      number,
      number,
      number,
    ]);
  });

  it('is not read with a wrong digit, and hardly ever with two that changed places', () => {
    let swapped = 0;
    for (let sequence = 1; sequence <= 300; sequence += 1) {
      const digits = orderNumber(day, sequence).replaceAll('-', '');
      for (let at = 0; at < digits.length; at += 1) {
        const wrong =
          digits.slice(0, at) + String((Number(digits[at]) + 1 + (sequence % 9)) % 10) + digits.slice(at + 1);
        expect(readOrderNumber(wrong)).toBeNull();
        if (at === 0 || digits[at] === digits[at - 1]) continue;
        const turned =
          digits.slice(0, at - 1) + digits.slice(at, at + 1) + digits.slice(at - 1, at) + digits.slice(at + 1);
        if (readOrderNumber(turned) !== null) swapped += 1;
      }
    }
    expect(swapped).toBeLessThan(30);
  });

  it.each(['', '261123', '261123-042-8', 'abc', '261123-0042', '2611230042880000'])('is not %s', (text) => {
    expect(readOrderNumber(text)).toBeNull();
  });
});
