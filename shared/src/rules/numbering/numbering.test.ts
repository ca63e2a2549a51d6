import { describe, expect, it } from 'vitest';
import { localDate, ok } from '../../kernel';
import {
  DEFAULT_TICKET_PATTERN,
  bodyPartOf,
  certificateSeriesOf,
  certificateFormOf,
  certificateNumber,
  checkBodyPart,
  checkTicketPattern,
  ticketSeriesOf,
  ticketNumber,
} from './index';

const places = { examOn: localDate('2026-12-12'), level: 5, sessionNumber: 7 };

describe('ticket pattern', () => {
  it.each([DEFAULT_TICKET_PATTERN, 'BSPIA-{yy}{session}-{seq:3}', '{seq:8}', 'A'.repeat(22) + '{seq:2}'])(
    'takes %s',
    (pattern) => expect(checkTicketPattern(pattern)).toBeNull(),
  );

  it.each([
    ['京{seq:4}', 'number-pattern-characters'],
    ['a{seq:4}', 'number-pattern-characters'],
    ['{yyyy}{seq:4', 'number-pattern-characters'],
    ['{idNumber}{seq:4}', 'number-pattern-unknown-place'],
    ['{yyyy}{mm}', 'number-pattern-no-sequence'],
    ['{seq:3}{seq:3}', 'number-pattern-repeated-sequence'],
    ['{seq:1}', 'number-pattern-sequence-width'],
    ['{seq:9}', 'number-pattern-sequence-width'],
    ['{seq}', 'number-pattern-sequence-width'],
    ['A'.repeat(23) + '{seq:2}', 'number-pattern-too-long'],
  ])('refuses %s: %s', (pattern, code) => expect(checkTicketPattern(pattern)?.code).toBe(code));
});

describe('ticket number', () => {
  it('fills the places', () => {
    expect(ticketNumber(DEFAULT_TICKET_PATTERN, places, 1)).toEqual(ok('2026121250001'));
    expect(ticketNumber('B-{yy}{session}-{seq:3}', places, 999)).toEqual(ok('B-2607-999'));
    expect(ticketSeriesOf(DEFAULT_TICKET_PATTERN, places)).toBe('202612125####');
  });

  it('gives every level one character, whatever its number', () => {
    const characters = [null, 6, 1, 0, -1].map((level) => {
      const number = ticketNumber('{level}-{seq:2}', { ...places, level }, 1);
      return number.ok ? number.value.slice(0, -3) : number.error.code;
    });
    expect(characters).toEqual(['0', '6', '1', 'T', 'S']);
  });

  it('refuses when the digits run out', () => {
    const pattern = 'B{session}{seq:2}';
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
    expect(() => ticketNumber('{yyyy}', places, 1)).toThrow('unchecked ticket pattern');
  });
});

describe('certificate number', () => {
  const bodyPart = bodyPartOf({ letter: 'S', bodyCode: '0000', province: '11', site: '000123' });

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
    expect(certificateSeriesOf({ bodyPart, year: 2026, level: 3 })).toBe('S000011000123263');
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
