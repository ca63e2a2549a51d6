import type { Notice } from '@jikaotong/shared/notice';

/** A month in which a notice may hold its examinations; `label` says where it falls into the next year. */
export type MonthColumn = { readonly month: number; readonly label: string };

/** The columns of the table of offerings and months: those of the printed schedule, else the twelve of the year. */
export function monthColumns({ year, schedule }: Pick<Notice, 'year' | 'schedule'>): readonly MonthColumn[] {
  const all = Array.from({ length: 12 }, (_, index) => ({ month: index + 1, label: String(index + 1) }));
  if (schedule.length === 0) return all;
  return [...new Set(schedule.map(({ month }) => month))].map((printed) => {
    const [printedYear, month] = printed.split('-').map(Number);
    const number = month ?? 1;
    return { month: number, label: printedYear === year ? String(number) : `次年${number}` };
  });
}
