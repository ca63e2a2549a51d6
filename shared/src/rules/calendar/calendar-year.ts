import type { LocalDate } from '../../kernel';

/** One announced year: the weekdays and weekends off, the weekends worked, and who announced it. */
export type CalendarYear = {
  readonly year: number;
  readonly off: readonly LocalDate[];
  readonly workedWeekends: readonly LocalDate[];
  readonly source: string;
};

/** The years announced so far; a day outside them is never guessed. */
export type Calendar = readonly CalendarYear[];

/** The answer for a day whose year nobody has announced. */
export type CalendarGap = { readonly code: 'calendar-year-unknown'; readonly year: number };
