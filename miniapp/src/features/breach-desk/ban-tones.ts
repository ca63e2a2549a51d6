import type { BanState } from '@jikaotong/shared/contract';

/** How a state looks. */
export const BAN_TONES: Readonly<Record<BanState, 'info' | 'warn' | 'quiet'>> = {
  standing: 'info',
  lifting: 'warn',
  lifted: 'quiet',
};
