import { type Held, held } from '../../platform/held';
import { extraFactsRecord } from './authority-sheet.record';

/** What was told for an authority's sheet goes with the application. */
export const heldHere: readonly Held[] = [
  held(extraFactsRecord, { kind: 'application', whose: 'candidate', by: 'id', over: 'row' }),
];
