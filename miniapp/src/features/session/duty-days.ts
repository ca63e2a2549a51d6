import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayAndDistanceWords } from '@jikaotong/shared/words';

type Due = { readonly dueOn: LocalDate | null; readonly overdue: boolean };

/** What is due on one day, or is overdue, or has no day; `rest`: how many more there are than are shown. */
export type DutyDay<T> = { readonly title: string; readonly items: readonly T[]; readonly rest: number };

const SHOWN_A_DAY = 4;
const SHOWN_DAYS = 5;

/**
 * Duties day by day: what is overdue, today's, those of the next days that have some, and last what nothing sets a day for.
 * However many there are of one day, the next ones are in sight. `of` come in the order of their days; `isWhole` shows all.
 */
export function dutyDays<T extends Due>(of: readonly T[], today: LocalDate, isWhole: boolean): readonly DutyDay<T>[] {
  const days = new Map<string, T[]>();
  for (const duty of of) {
    const title = titleOf(duty, today);
    const items = days.get(title);
    if (items) items.push(duty);
    else days.set(title, [duty]);
  }
  const all = [...days].map(([title, items]) => ({
    title,
    items: isWhole ? items : items.slice(0, SHOWN_A_DAY),
    rest: isWhole ? 0 : Math.max(0, items.length - SHOWN_A_DAY),
  }));
  return isWhole ? all : all.slice(0, SHOWN_DAYS);
}

function titleOf({ dueOn, overdue }: Due, today: LocalDate): string {
  if (overdue) return '已逾期';
  if (dueOn === null) return '没有截止日';
  return dueOn === today ? '今天' : dayAndDistanceWords(dueOn, today);
}
