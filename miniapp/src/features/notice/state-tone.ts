import type { SESSION_STATES } from '@jikaotong/shared/contract';
import type { Tone } from '../../ui';

/** Green only where there is something to do now. */
export function stateTone(state: (typeof SESSION_STATES)[number]): Tone {
  if (state === 'applying') return 'go';
  if (state === 'upcoming' || state === 'in-publicity') return 'info';
  return state === 'cancelled' ? 'stop' : 'quiet';
}
