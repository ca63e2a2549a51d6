import type { NoticeSummary } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { spanOf } from '@jikaotong/shared/rules/progress';
import type { Session } from './session';
import { sessionState } from './session.presenter';

type Nearest = NonNullable<NoticeSummary['nearest']>;

/** What a visitor can do soonest comes first; what is over, last. */
const ORDER: readonly Nearest['state'][] = [
  'applying',
  'upcoming',
  'reviewing',
  'in-publicity',
  'awaiting-exam',
  'awaiting-results',
  'ended',
];

/** The nearest thing one can do about a notice (N1): the session to look at and the day its state turns on. */
export function nearestOf(sessions: readonly Session[], day: LocalDate): NoticeSummary['nearest'] {
  const candidates = sessions
    .map((session): Nearest => {
      const state = sessionState(session, day);
      return { sessionId: session.id, sessionName: session.name, state, on: turningDay(session, state) };
    })
    .filter(({ state }) => ORDER.includes(state))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || compareDays(a, b));
  return candidates[0] ?? null;
}

/** Among sessions in one state the soonest day; among those that ended the latest. */
const compareDays = (a: Nearest, b: Nearest): number => {
  const sooner = (a.on ?? '9999').localeCompare(b.on ?? '9999');
  return a.state === 'ended' ? -sooner : sooner;
};

function turningDay({ windows, examStart }: Session, state: Nearest['state']): LocalDate | null {
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
