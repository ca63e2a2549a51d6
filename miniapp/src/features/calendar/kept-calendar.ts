import { type CalendarView, calendars } from '@jikaotong/shared/contract';
import * as z from 'zod/mini';
import { forget, keep, readKept } from '../../platform';

/** The last calendar seen on this phone, to be looked at without a network; signing out takes it off. */
const KEY = 'calendar';
const Kept = z.object({ accountId: z.string(), view: calendars.CalendarView });

export const keepCalendar = (accountId: string, view: CalendarView): void => keep(KEY, { accountId, view });

export const keptCalendar = (): CalendarView | null => readKept(KEY, Kept)?.view ?? null;

/** Takes it off this phone unless it is this account's. */
export function forgetCalendar(exceptOf?: string): void {
  if (readKept(KEY, Kept)?.accountId !== exceptOf || exceptOf === undefined) forget(KEY);
}
