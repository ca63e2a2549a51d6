import { type LocalDate, type Result, failed, ok } from '../../kernel';

/** What the places of a ticket pattern stand for on one session day; nothing in it comes from a person. */
export type TicketPlaces = {
  readonly examOn: LocalDate;
  readonly level: number | null;
  readonly sessionNumber: number;
};

export type PatternFault = {
  readonly code:
    | 'number-pattern-characters'
    | 'number-pattern-unknown-place'
    | 'number-pattern-no-sequence'
    | 'number-pattern-repeated-sequence'
    | 'number-pattern-sequence-width'
    | 'number-pattern-too-long';
  readonly data: { readonly pattern: string; readonly place?: string };
};
export type NumberOverflow = {
  readonly code: 'number-sequence-exhausted' | 'number-session-exhausted';
  readonly data: { readonly pattern: string; readonly last: number };
};

/** A pattern that a body may start from: year, month and day of the exam, level, four digits in turn. */
export const DEFAULT_TICKET_PATTERN = '{yyyy}{mm}{dd}{level}{seq:4}';
export const LONGEST_TICKET_NUMBER = 24;

const PLACE = /\{([^{}]*)\}/g;
const WIDTHS: Readonly<Record<string, number>> = { yyyy: 4, yy: 2, mm: 2, dd: 2, level: 1, session: 2 };

/**
 * Checks a body's pattern: capitals, digits and hyphens around the places `{yyyy} {yy} {mm} {dd} {level} {session}`
 * and exactly one `{seq:N}` with N from 2 to 8; at most 24 characters once filled.
 */
export function checkTicketPattern(pattern: string): PatternFault | null {
  const fault = (code: PatternFault['code'], place?: string): PatternFault => ({
    code,
    data: place === undefined ? { pattern } : { pattern, place },
  });
  const places = [...pattern.matchAll(PLACE)].map((match) => match[1] ?? '');
  const literal = pattern.replace(PLACE, '');
  if (!/^[A-Z0-9-]*$/.test(literal)) return fault('number-pattern-characters');
  const sequences = places.filter((place) => place.startsWith('seq'));
  const strange = places.find((place) => !place.startsWith('seq') && WIDTHS[place] === undefined);
  if (strange !== undefined) return fault('number-pattern-unknown-place', strange);
  if (sequences.length === 0) return fault('number-pattern-no-sequence');
  if (sequences.length > 1) return fault('number-pattern-repeated-sequence');
  const width = sequenceWidthOf(pattern);
  if (width === null) return fault('number-pattern-sequence-width', sequences[0]);
  const length = literal.length + width + places.reduce((sum, place) => sum + (WIDTHS[place] ?? 0), 0);
  return length > LONGEST_TICKET_NUMBER ? fault('number-pattern-too-long') : null;
}

/** The counter a number is drawn from: the filled pattern without its sequence; each counter starts at 1 and never turns back. */
export const ticketSeriesOf = (pattern: string, places: TicketPlaces): string =>
  fill(pattern, places, (width) => '#'.repeat(width));

/** The ticket number in turn (1 is the first); refuses when the sequence has no digits left. The pattern must be a checked one. */
export function ticketNumber(pattern: string, places: TicketPlaces, sequence: number): Result<string, NumberOverflow> {
  const width = sequenceWidthOf(pattern);
  if (width === null || checkTicketPattern(pattern)) throw new Error(`unchecked ticket pattern: ${pattern}`);
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new Error(`not a sequence: ${sequence}`);
  const last = 10 ** width - 1;
  if (sequence > last) return failed({ code: 'number-sequence-exhausted', data: { pattern, last } });
  if (pattern.includes('{session}') && places.sessionNumber > 99) {
    return failed({ code: 'number-session-exhausted', data: { pattern, last: 99 } });
  }
  return ok(fill(pattern, places, () => String(sequence).padStart(width, '0')));
}

function sequenceWidthOf(pattern: string): number | null {
  const width = /\{seq:([2-8])\}/.exec(pattern)?.[1];
  return width === undefined ? null : Number(width);
}

/** One character a level: its number, T for 特级技师, S for 首席技师, 0 where there is none. Nothing national says otherwise. */
const levelPlace = (level: number | null): string =>
  level === null ? '0' : level === 0 ? 'T' : level === -1 ? 'S' : String(level);

function fill(pattern: string, { examOn, level, sessionNumber }: TicketPlaces, sequenceOf: (width: number) => string) {
  const values: Readonly<Record<string, string>> = {
    yyyy: examOn.slice(0, 4),
    yy: examOn.slice(2, 4),
    mm: examOn.slice(5, 7),
    dd: examOn.slice(8, 10),
    level: levelPlace(level),
    session: String(sessionNumber).padStart(2, '0'),
  };
  return pattern.replace(PLACE, (_, place: string) => values[place] ?? sequenceOf(sequenceWidthOf(pattern) ?? 0));
}
