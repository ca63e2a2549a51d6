import type { NoticeSummary } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { type SessionState, NOTICE_STATES, printedStanding, spanOf } from '@jikaotong/shared/rules/progress';
import type { Session } from './session';
import { sessionState } from './session.presenter';

type Nearest = NoticeSummary['nearest'];

/** The nearest thing one can do about a notice (N1): a session and the day its state turns on, else what it prints. */
export function nearestOf(notice: Notice, sessions: readonly Session[], day: LocalDate): Nearest {
  const [nearest] = sessions
    .flatMap((session): Nearest[] => {
      const state = sessionState(session, day);
      if (state === 'cancelled') return [];
      return [{ sessionId: session.id, sessionName: session.name, state, on: turningDay(session, state) }];
    })
    .toSorted((a, b) => NOTICE_STATES.indexOf(a.state) - NOTICE_STATES.indexOf(b.state) || compareDays(a, b));
  return nearest ?? { sessionId: null, sessionName: null, ...printedStanding(notice, day) };
}

/** Among sessions in one state the soonest day; among those that ended the latest. */
const compareDays = (a: Nearest, b: Nearest): number => {
  const sooner = (a.on ?? '9999').localeCompare(b.on ?? '9999');
  return a.state === 'ended' ? -sooner : sooner;
};

function turningDay({ windows, examStart }: Session, state: SessionState): LocalDate | null {
  switch (state) {
    case 'upcoming':
      return spanOf(windows, 'application').opens;
    case 'applying':
      return spanOf(windows, 'application').closes;
    case 'reviewing':
      return spanOf(windows, 'payment').closes;
    case 'awaiting-exam':
      return examStart;
    case 'awaiting-results':
      return spanOf(windows, 'results').closes;
    case 'in-publicity':
    case 'ended':
      return spanOf(windows, 'publicity').closes;
    case 'cancelled':
      return null;
  }
}
