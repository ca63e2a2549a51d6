import type { NoticeState, SessionState } from '@jikaotong/shared/rules/progress';
import type { Tone } from '../../ui';

/** Green only where there is something to do now. */
export function stateTone(state: SessionState | NoticeState): Tone {
  if (state === 'applying' || state === 'exam-days') return 'go';
  if (state === 'upcoming' || state === 'in-publicity') return 'info';
  return state === 'cancelled' ? 'stop' : 'quiet';
}
