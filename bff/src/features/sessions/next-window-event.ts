import { type LocalDate, earlierOf } from '@jikaotong/shared/kernel';
import { nextWindowEvents } from '@jikaotong/shared/rules/calendar';
import type { Handle } from '../../platform/db';
import { listPublishedSessions } from './session.repository';

/** A day on which a window opens or is over for the first time. */
export type WindowEvent = { readonly day: LocalDate; readonly what: `${string}-${'opens' | 'over'}` };

/** The next day after `day` on which a window of any published session opens or is over; null when none is left. */
export async function nextWindowEvent(h: Handle, day: LocalDate): Promise<WindowEvent | null> {
  const sessions = await listPublishedSessions(h);
  const moments = sessions.flatMap((session) => nextWindowEvents(session.windows, day));
  const [first] = moments;
  if (!first) return null;
  const soonest = moments.reduce((earliest, moment) => earlierOf(earliest, moment.day), first.day);
  const moment = moments.find((candidate) => candidate.day === soonest) ?? first;
  return { day: moment.day, what: `${moment.kind}-${moment.what}` };
}
