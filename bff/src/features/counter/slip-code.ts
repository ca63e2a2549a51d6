import { randomInt } from 'node:crypto';
import { tidyCapitals } from '@jikaotong/shared/kernel';

/** Letters and digits that nobody mixes up when typing. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/** A new code of a slip: nobody guesses it, and everybody can type it. */
export const newSlipCode = (length = LENGTH): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** The code in what was typed: case, spaces and hyphens do not matter. */
export const readSlipCode = (typed: string): string => tidyCapitals(typed).replaceAll(/[^0-9A-Z]/g, '');
