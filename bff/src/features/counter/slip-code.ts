import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mixes up when typing. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/** A new code of a slip: nobody guesses it, and everybody can type it. */
export const newSlipCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** The code in what was typed: case, spaces and hyphens do not matter. */
export const readSlipCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
