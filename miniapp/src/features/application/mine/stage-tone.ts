import type { ProgressView } from '@jikaotong/shared/contract';
import type { Stage } from '@jikaotong/shared/rules/progress';
import type { Tone } from '../../../ui';

const TONES: Readonly<Record<Stage, Tone>> = {
  draft: 'quiet',
  'draft-over': 'quiet',
  'in-review': 'info',
  'review-over': 'stop',
  returned: 'warn',
  'returned-over': 'quiet',
  'to-pay': 'warn',
  'payment-checking': 'info',
  'payment-over': 'quiet',
  paid: 'go',
  'ticket-open': 'go',
  'exam-day': 'warn',
  'awaiting-subject': 'info',
  'awaiting-results': 'quiet',
  'result-pending': 'info',
  'in-publicity': 'info',
  'score-review': 'quiet',
  'awaiting-certificate': 'go',
  'retake-possible': 'quiet',
  failed: 'quiet',
  certified: 'go',
  'certificate-void': 'stop',
  rejected: 'stop',
  withdrawn: 'quiet',
  lapsed: 'quiet',
  void: 'quiet',
  'session-cancelled': 'stop',
};

/**
 * Amber where the candidate must act before a day, green where something is theirs, a pass from the day it is published,
 * red where it ended badly.
 */
export const progressTone = ({ stage, outcome }: Pick<ProgressView, 'stage' | 'outcome'>): Tone =>
  stage === 'in-publicity' && outcome === 'passed' ? 'go' : TONES[stage];
