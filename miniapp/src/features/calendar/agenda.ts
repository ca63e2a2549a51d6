import type { CalendarItem } from '@jikaotong/shared/contract';
import { type LocalDate, addDays } from '@jikaotong/shared/kernel';
import { nextWindowEvents } from '@jikaotong/shared/rules/calendar';

/** Which items one wants to see. */
export type AgendaFilter = 'all' | 'mine' | 'followed';

export const chosenItems = (items: readonly CalendarItem[], wish: AgendaFilter): readonly CalendarItem[] =>
  items.filter(({ mine }) => wish === 'all' || mine === (wish === 'mine'));

/** One day of an item: the first, the last, or its only one. */
export type DayMark = {
  readonly day: LocalDate;
  readonly what: 'opens' | 'closes' | 'day';
  readonly item: CalendarItem;
};

/** Days with what falls on them, soonest first. */
export type Agenda = readonly { readonly day: LocalDate; readonly marks: readonly DayMark[] }[];

/** The days on which something of these begins, ends or is. */
export function agendaOf(items: readonly CalendarItem[]): Agenda {
  const days = new Map<LocalDate, DayMark[]>();
  for (const mark of items.flatMap(marksOf)) days.set(mark.day, [...(days.get(mark.day) ?? []), mark]);
  const agenda = [...days].map(([day, marks]) => ({ day, marks }));
  agenda.sort(byDay);
  for (const { marks } of agenda) marks.sort((a, b) => placeOf(a).localeCompare(placeOf(b)));
  return agenda;
}

/** What runs on a day, ends included; an item with one known end is on that day alone. */
export const runningOn = (items: readonly CalendarItem[], day: LocalDate): readonly CalendarItem[] =>
  items.filter(({ opens, closes }) => {
    const [first, last] = [opens ?? closes, closes ?? opens];
    return first !== null && last !== null && first <= day && day <= last;
  });

/** Whether nothing of an item is still to come. */
export function isPast({ opens, closes }: CalendarItem, today: LocalDate): boolean {
  const last = closes ?? opens;
  return last !== null && last < today;
}

/** The next day on which a window opens or closes, from today on; null when there is none. */
export function nextMark(items: readonly CalendarItem[], today: LocalDate): DayMark | null {
  const windows = items.flatMap((item) =>
    item.window === null || item.cancelled ? [] : [{ kind: item.window, opens: item.opens, closes: item.closes, item }],
  );
  const found = windows.flatMap((window) =>
    nextWindowEvents([window], addDays(today, -1)).map(({ day, what }) =>
      what === 'opens'
        ? { day, what: 'opens' as const, item: window.item }
        : { day: addDays(day, -1), what: 'closes' as const, item: window.item },
    ),
  );
  const coming = found.filter(({ day }) => day >= today);
  coming.sort(byDay);
  const [first] = coming;
  if (!first) return null;
  const { opens, closes } = first.item;
  return opens === null || closes === null || opens === closes ? { ...first, what: 'day' } : first;
}

function marksOf(item: CalendarItem): readonly DayMark[] {
  const { opens, closes } = item;
  if (opens !== null && closes !== null && opens !== closes) {
    return [
      { day: opens, what: 'opens', item },
      { day: closes, what: 'closes', item },
    ];
  }
  const day = opens ?? closes;
  return day === null ? [] : [{ day, what: 'day', item }];
}

const byDay = (a: { day: LocalDate }, b: { day: LocalDate }): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

/** What is one's own first, then by the hour. */
const placeOf = ({ item }: DayMark): string => `${item.mine ? 0 : 1} ${item.startsAt ?? ''}`;
