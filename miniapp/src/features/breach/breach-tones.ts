import type { BreachState } from '@jikaotong/shared/contract';

/** How a state looks. */
export const BREACH_TONES: Readonly<Record<BreachState, 'info' | 'warn' | 'go' | 'quiet'>> = {
  recorded: 'warn',
  notified: 'info',
  proposed: 'warn',
  decided: 'info',
  appealed: 'warn',
  final: 'quiet',
  dropped: 'quiet',
};
