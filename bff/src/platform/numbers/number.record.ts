import { int, key, record } from '../db';

/** The last sequence given out under a counter's name (see rules/numbering); it only grows. */
export const numberRecord = record('number_counter', { id: key(100), last: int() });
