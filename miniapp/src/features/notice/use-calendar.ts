import { notices } from '@jikaotong/shared/contract';
import type { Calendar } from '@jikaotong/shared/rules/calendar';
import { useMemo } from 'react';
import { useAnswer } from '../../platform';

/** The years announced so far, as the rules read them; null until they are here. */
export function useCalendar(): Calendar | null {
  const answer = useAnswer(notices.getCalendarYears, {});
  const years = answer.state === 'ready' ? answer.data.years : null;
  return useMemo(
    () => years?.map(({ year, off, worked, source }) => ({ year, off, workedWeekends: worked, source })) ?? null,
    [years],
  );
}
