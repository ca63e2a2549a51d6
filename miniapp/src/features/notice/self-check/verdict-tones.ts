import type { Verdict } from '@jikaotong/shared/rules/eligibility';
import type { Tone } from '../../../ui';

/** Green only for a clear yes. */
export const VERDICT_TONES: Record<Verdict, Tone> = {
  eligible: 'go',
  'needs-review': 'info',
  undecided: 'quiet',
  ineligible: 'warn',
};
