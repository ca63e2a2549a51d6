import type { EntryState } from '@jikaotong/shared/contract';
import type { Tone } from '../../ui';

/** Amber where staff must act, green where the entrant is in, red where not. */
export const toneOfEntry = (state: EntryState, waits: boolean): Tone => {
  if (waits) return 'warn';
  return state === 'entered' ? 'go' : state === 'refused' ? 'stop' : 'quiet';
};
