import type { Tone } from '../../../ui';

const TONES: Readonly<Record<string, Tone>> = {
  returned: 'warn',
  'to-pay': 'warn',
  'ticket-open': 'go',
  'exam-day': 'warn',
  'in-publicity': 'info',
  'in-review': 'info',
  'payment-checking': 'info',
  paid: 'go',
  certified: 'go',
  'awaiting-certificate': 'go',
  rejected: 'stop',
  'certificate-void': 'stop',
  'session-cancelled': 'stop',
};

/** Amber where she must act before a day, green where something is hers, red where it ended badly. */
export const stageTone = (stage: string): Tone => TONES[stage] ?? 'quiet';
