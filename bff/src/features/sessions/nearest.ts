import type { NoticeSummary } from '@jikaotong/shared/contract';
import { type LocalDate, addDays } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { type Calendar, lastCounterDayOf } from '@jikaotong/shared/rules/calendar';
import { asCounterOpens, individualsApply } from '@jikaotong/shared/rules/counter';
import {
  type SessionState,
  NOTICE_STATES,
  printedEntry,
  printedStanding,
  spanOf,
} from '@jikaotong/shared/rules/progress';
import type { Session } from './session';
import { sessionState } from './session.presenter';

type Nearest = NoticeSummary['nearest'];

/**
 * The nearest thing one can do about a notice (N1): a session and the day its state turns on, else what it prints. Where
 * individuals apply at the counter only, that day is the last one on which the counter opens.
 */
export function nearestOf(
  notice: Notice,
  sessions: readonly Session[],
  { day, calendar }: { readonly day: LocalDate; readonly calendar: Calendar },
): Nearest {
  const [nearest] = sessions
    .map((session) => ({ ...session, windows: asCounterOpens(session.windows, notice, calendar) }))
    .flatMap((session): Nearest[] => {
      const state = sessionState(session, day);
      if (state === 'cancelled') return [];
      return [{ sessionId: session.id, sessionName: session.name, state, on: turningDay(session, state) }];
    })
    .toSorted((a, b) => NOTICE_STATES.indexOf(a.state) - NOTICE_STATES.indexOf(b.state) || compareDays(a, b));
  return nearest ?? { sessionId: null, sessionName: null, ...standingByPrint(notice, day, calendar) };
}

/** How a notice stands by its printed days, those of its counter where individuals apply there only. */
function standingByPrint(notice: Notice, day: LocalDate, calendar: Calendar): Pick<Nearest, 'state' | 'on'> {
  const printed = printedStanding(notice, day);
  if (printed.state !== 'applying' || printed.on === null || individualsApply(notice) !== 'counter') return printed;
  const window = { kind: 'application' as const, ...printedEntry(notice, day) };
  const last = lastCounterDayOf({ notice, window, calendar });
  const on = last.ok ? (last.value?.day ?? null) : null;
  if (on === null) return printed;
  if (day <= on) return { state: 'applying', on };
  const next = printedEntry(notice, addDays(printed.on, 1)).opens;
  return next !== null && day < next ? { state: 'upcoming', on: next } : { state: 'under-way', on };
}

/** Among sessions in one state the soonest day; among those that ended the latest. */
const compareDays = (a: Nearest, b: Nearest): number => {
  const sooner = (a.on ?? '9999').localeCompare(b.on ?? '9999');
  return a.state === 'ended' ? -sooner : sooner;
};

function turningDay({ windows, examStart, examEnd }: Session, state: SessionState): LocalDate | null {
  switch (state) {
    case 'upcoming':
      return spanOf(windows, 'application').opens;
    case 'applying':
      return spanOf(windows, 'application').closes;
    case 'reviewing':
      return spanOf(windows, 'payment').closes;
    case 'awaiting-exam':
      return examStart;
    case 'exam-days':
      return examEnd;
    case 'awaiting-results':
      return spanOf(windows, 'results').closes;
    case 'in-publicity':
    case 'ended':
      return spanOf(windows, 'publicity').closes;
    case 'cancelled':
      return null;
  }
}
