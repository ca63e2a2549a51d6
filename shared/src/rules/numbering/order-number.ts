import type { LocalDate } from '../../kernel';

/** The counter an order's number is drawn from: one a body and day. */
export const orderSeriesOf = (of: { readonly bodyId: string; readonly openedOn: LocalDate }): string =>
  `order:${of.bodyId}:${of.openedOn}`;

/**
 * What an order is called when people speak of it: the day it was opened, its sequence on that day, a check digit, such as
 * `261123-0042-8`. Unique within a body.
 */
export function orderNumber(openedOn: LocalDate, sequence: number): string {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new Error(`not a sequence: ${sequence}`);
  const day = openedOn.slice(2).replaceAll('-', '');
  const nth = String(sequence).padStart(4, '0');
  return `${day}-${nth}-${checkDigitOf(day + nth)}`;
}

/** The number that somebody typed or read out, with or without its hyphens; null where a digit is wrong or missing. */
export function readOrderNumber(text: string): string | null {
  const [, day = '', nth = '', check = ''] = /^(\d{6})[-\s]?(\d{4,6})[-\s]?(\d)$/.exec(text.trim()) ?? [];
  return check !== '' && checkDigitOf(day + nth) === check ? `${day}-${nth}-${check}` : null;
}

/** ISO 7064 MOD 11,10: finds every wrong digit and nearly every two that changed places. */
function checkDigitOf(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}
