import { randomInt } from 'node:crypto';

/** Without what is mistaken for one another when it is copied by hand. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 12;

/** A number for an objection that nobody guesses: sixty bits. */
export const newReceipt = (): string =>
  `YY${Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
