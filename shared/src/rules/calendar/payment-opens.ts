import type { LocalDate } from '../../kernel';
import type { Notice } from '../../notice';

/**
 * The day from which a session takes payment: the one that staff name; else null where the notice prints a schedule, whose
 * row says it; else with the applications, for each payment follows an approval.
 */
export const paymentOpensOf = (
  notice: Pick<Notice, 'windows'>,
  days: { readonly applicationOpens: LocalDate | null; readonly paymentOpens?: LocalDate | null | undefined },
): LocalDate | null => {
  const printed = notice.windows.find(({ kind }) => kind === 'payment')?.opens?.kind === 'schedule';
  return days.paymentOpens ?? (printed ? null : days.applicationOpens);
};
