import type { LocalDate } from '../../kernel';
import type { Notice } from '../../notice';

/**
 * The day on which the conditions of a notice must be met: that of the application, or where the notice counts up to the exam
 * its first day; that of the application, too, while no exam day is known.
 */
export const referenceDayOf = (
  { referenceDay }: Pick<Notice, 'referenceDay'>,
  { appliedOn, examStart }: { readonly appliedOn: LocalDate; readonly examStart: LocalDate | null },
): LocalDate => (referenceDay.value === 'exam-day' && examStart !== null ? examStart : appliedOn);
