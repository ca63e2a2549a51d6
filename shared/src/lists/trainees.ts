import { TRAINING_ATTENDANCES } from '../contract';
import { code, flag, nullable, personal, sealed, text } from './columns';
import { defineList } from './define-list';

const TRAINERS = ['exam-officer', 'administrator'] as const;

/**
 * Whoever may come to a training of a competition, for they are in its stage: who wants it and who came. A row's id is the
 * entry's.
 */
export const traineeList = defineList({
  name: 'trainee',
  path: '/staff/trainings/:id/people',
  within: 'event',
  who: ['reviewer', ...TRAINERS],
  columns: {
    name: personal('name', text()),
    unit: nullable(text()),
    wants: flag(),
    attendance: code(TRAINING_ATTENDANCES),
    phone: sealed('phone'),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'unit', 'phone'] },
    wants: { by: 'codes', column: 'wants' },
    attendance: { by: 'codes', column: 'attendance' },
  },
  order: { by: ['name'], first: 'name' },
  acts: {
    /** From the day of the training on. */
    came: { who: TRAINERS, undo: 'unsaid', aside: { attendance: 'came' } },
    absent: { who: TRAINERS, undo: 'unsaid', aside: { attendance: 'absent' } },
    unsaid: { who: TRAINERS },
    /** Somebody asked for it by telephone: noted as wanted, and told when and where. */
    wish: { who: TRAINERS, aside: { wants: 'yes' } },
  },
});
