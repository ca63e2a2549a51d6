import type { UnitState } from '@jikaotong/shared/contract';
import type { Tone } from '../../ui';

export const UNIT_TONES: Readonly<Record<UnitState, Tone>> = {
  submitted: 'warn',
  returned: 'warn',
  approved: 'go',
  suspended: 'stop',
  rejected: 'stop',
};
