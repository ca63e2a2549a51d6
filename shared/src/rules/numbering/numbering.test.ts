import { describe, expect, it } from 'vitest';
import { localDate, ok } from '../../kernel';
import {
  DEFAULT_TICKET_PATTERN,
  certificateCounterOf,
  certificateFormOf,
  certificateNumber,
  checkBodyPart,
  checkTicketPattern,
  ticketCounterOf,
  ticketNumber,
} from './index';

const places = { examOn: localDate('2026-12-12'), level: 5, sessionNumber: 7 };

describe('ticket pattern', () => {
  it.each([
    DEFAULT_TICKET_PATTERN,
    'BSPIA-{yy}{session}-{sequence:3}',
    '{sequence:8}',
    'A'.repeat(22) + '{sequence:2}',
  ])('takes %s', (pattern) => expect(checkTicketPattern(pattern)).toBeNull());

  it.each([
    ['京{sequence:4}', 'number-pattern-characters'],
    ['a{sequence:4}', 'number-pattern-characters'],
    ['{year}{sequence:4', 'number-pattern-characters'],
    ['{idNumber}{sequence:4}', 'number-pattern-unknown-place'],
    ['{year}{month}', 'number-pattern-no-sequence'],
    ['{sequence:3}{sequence:3}', 'number-pattern-repeated-sequence'],
    ['{sequence:1}', 'number-pattern-sequence-width'],
    ['{sequence:9}', 'number-pattern-sequence-width'],
    ['{sequence}', 'number-pattern-sequence-width'],
    ['A'.repeat(23) + '{sequence:2}', 'number-pattern-too-long'],
  ])('refuses %s: %s', (pattern, code) => expect(checkTicketPattern(pattern)?.code).toBe(code));
});

describe('ticket number', () => {
  it('fills the places', () => {
    expect(ticketNumber(DEFAULT_TICKET_PATTERN, places, 1)).toEqual(ok('2026121250001'));
    expect(ticketNumber('B-{yy}{session}-{sequence:3}', places, 999)).toEqual(ok('B-2607-999'));
    expect(ticketCounterOf(DEFAULT_TICKET_PATTERN, places)).toBe('202612125####');
  });

  it('refuses when the digits run out', () => {
    const pattern = 'B{session}{sequence:2}';
    expect(ticketNumber(pattern, places, 99)).toEqual(ok('B0799'));
    expect(ticketNumber(pattern, places, 100)).toMatchObject({
      ok: false,
      error: { code: 'number-sequence-exhausted', data: { last: 99 } },
    });
    expect(ticketNumber(pattern, { ...places, sessionNumber: 100 }, 1)).toMatchObject({
      error: { code: 'number-session-exhausted' },
    });
  });

  it('takes no unchecked pattern', () => {
    expect(() => ticketNumber('{year}', places, 1)).toThrow('unchecked ticket pattern');
  });
});

describe('certificate number', () => {
  const bodyPart = 'S000011000123';

  it.each([
    ['S000011000123', null],
    ['Y999931000001', null],
    ['T000011000123', 'number-body-part'],
    ['S00001100012', 'number-body-part'],
    ['S0000110001234', 'number-body-part'],
    ['S000001000123', 'number-body-part'],
  ])('body part %s', (part, code) => expect(checkBodyPart(part)?.code ?? null).toBe(code));

  it('has 22 characters', () => {
    const number = certificateNumber({ bodyPart, year: 2026, level: 5, sequence: 1 });
    expect(number).toEqual(ok('S000011000123265000001'));
    expect(number.ok && number.value.length).toBe(22);
    expect(certificateCounterOf({ bodyPart, year: 2026, level: 3 })).toBe('S000011000123263');
  });

  it('refuses past the last sequence', () => {
    expect(certificateNumber({ bodyPart, year: 2026, level: 3, sequence: 999_999 }).ok).toBe(true);
    expect(certificateNumber({ bodyPart, year: 2026, level: 3, sequence: 1_000_000 })).toMatchObject({
      error: { code: 'number-sequence-exhausted' },
    });
  });

  it.each([
    ['S000011000123265000001', 'vocational-skill'],
    ['ｓ0000 1100 0123 2650 00001', 'vocational-skill'],
    ['S000011000123266000001', null],
    ['SA00001100012326500001', 'special-technician'],
    ['1234567890123456', 'old-qualification'],
    ['123456789012345', null],
    ['', null],
  ])('form of %s: %s', (text, form) => expect(certificateFormOf(text)).toBe(form));
});
