import type { CalendarItem } from '@jikaotong/shared/contract';
import type { Clause, LocalDate, TimeOfDay } from '@jikaotong/shared/kernel';
import type { SubjectCode, WindowKind } from '@jikaotong/shared/notice';
import {
  type Action,
  type NextAction,
  type ProgressFacts,
  stageOf,
  withinWindow,
} from '@jikaotong/shared/rules/progress';
import { type Entry, type NoticeName, blank } from './entry';

/** A session as the calendar needs it. */
export type CalendarSession = {
  readonly id: string;
  readonly name: string;
  readonly cancelled: boolean;
  readonly changedAt: number;
  readonly windows: readonly {
    readonly kind: WindowKind;
    readonly opens: LocalDate | null;
    readonly closes: LocalDate | null;
    readonly source: Clause;
  }[];
  readonly notice: NoticeName;
};

/** A live application to a session. */
export type OwnApplication = {
  readonly id: string;
  readonly offering: NonNullable<CalendarItem['offering']>;
  readonly facts: ProgressFacts;
  readonly seats: readonly {
    readonly subject: SubjectCode;
    readonly day: LocalDate;
    readonly startsAt: TimeOfDay;
    readonly endsAt: TimeOfDay;
    readonly place: string;
  }[];
  readonly kept: readonly { readonly subject: SubjectCode; readonly until: LocalDate; readonly source: Clause }[];
};

/** All days of a session on a day: its windows as confirmed, and the days of one's own applications to it. */
export function sessionEntries(
  session: CalendarSession,
  own: readonly OwnApplication[],
  day: LocalDate,
): readonly Entry[] {
  const mine = own.map((application) => ({ application, next: nextOf(session, application, day) }));
  return [
    ...session.windows.map((window) => windowEntry(session, window, { mine, day })),
    ...mine.flatMap((one) => ownEntries(session, one)),
  ];
}

type Mine = { readonly application: OwnApplication; readonly next: readonly NextAction[] };

/** What the candidate may do now; in a cancelled session only choose what to do instead. */
const nextOf = (session: CalendarSession, { facts }: OwnApplication, day: LocalDate): readonly NextAction[] =>
  stageOf(facts, day).next.filter(
    ({ by, action }) => by === 'candidate' && (!session.cancelled || action === 'answer-change'),
  );

/** At which window an action is shown; a returned application and a retake have days of their own. */
const WINDOW_OF: Partial<Record<Action, WindowKind>> = {
  submit: 'application',
  pay: 'payment',
  'see-ticket': 'ticket',
  'see-result': 'results',
  'ask-score-review': 'review',
  'see-certificate': 'collection',
};

function windowEntry(
  session: CalendarSession,
  { kind, opens, closes, source }: CalendarSession['windows'][number],
  { mine, day }: { mine: readonly Mine[]; day: LocalDate },
): Entry {
  const todos = mine.flatMap(({ application, next }) => {
    const action = next.find((one) => WINDOW_OF[one.action] === kind && !isMending(application, one));
    return action ? [{ applicationId: application.id, action: action.action, until: action.until }] : [];
  });
  const [todo] = todos;
  const [first, second] = mine;
  const mayApply =
    kind === 'application' && !first && !session.cancelled && withinWindow(session.windows, kind, day) === null;
  const item: CalendarItem = {
    ...blank(`session.${session.id}.${kind}`, 'window', session.notice),
    ...ofSession(session),
    window: kind,
    opens,
    closes,
    source,
    applicationId: todo?.applicationId ?? first?.application.id ?? null,
    offering: first && !second ? first.application.offering : null,
    mine: first !== undefined,
    todo: todo ? { action: todo.action, until: todo.until } : mayApply ? { action: 'apply', until: closes } : null,
  };
  return { item, changedAt: session.changedAt, alarm: session.cancelled ? null : alarmOf(kind, mine) };
}

function ownEntries(session: CalendarSession, { application, next }: Mine): readonly Entry[] {
  const { id, offering, seats, kept, facts } = application;
  const of = (name: string, kind: CalendarItem['kind'], set: Partial<CalendarItem>, alarm: Entry['alarm']): Entry => ({
    item: {
      ...blank(`application.${id}.${name}`, kind, session.notice),
      ...ofSession(session),
      applicationId: id,
      offering,
      mine: true,
      ...set,
    },
    changedAt: session.changedAt,
    alarm: session.cancelled ? null : alarm,
  });
  const until = (kind: 'mending' | 'answer-until' | 'retake-until', day: LocalDate, todo: NextAction | undefined) =>
    of(
      kind,
      kind,
      { opens: day, closes: day, todo: todo ? { action: todo.action, until: todo.until } : null },
      'closing',
    );
  const mending = next.find((action) => isMending(application, action));
  const answer = next.find(({ action }) => action === 'answer-change');
  const retake = next.find(({ action }) => action === 'apply-retake');
  return [
    ...seats.map(({ subject, day, startsAt, endsAt, place }) =>
      of(`paper.${subject}`, 'paper', { subject, opens: day, closes: day, startsAt, endsAt, place }, 'coming'),
    ),
    ...(mending?.until ? [until('mending', mending.until, mending)] : []),
    ...(answer?.until ? [stillAsked(until('answer-until', answer.until, answer))] : []),
    ...(facts.retakeUntil ? [until('retake-until', facts.retakeUntil, retake)] : []),
    ...kept.map((pass) => {
      const set = { subject: pass.subject, opens: pass.until, closes: pass.until, source: pass.source };
      return of(`kept.${pass.subject}`, 'kept-until', set, null);
    }),
  ];
}

/** The question stands, though the session does not. */
const stillAsked = ({ item, changedAt }: Entry): Entry => ({
  item: { ...item, cancelled: false },
  changedAt,
  alarm: 'closing',
});

const ofSession = ({ id, name, cancelled }: CalendarSession) => ({ sessionId: id, sessionName: name, cancelled });

/** Handing in again what was returned: until a day of its own, not until the application window closes. */
const isMending = ({ facts }: OwnApplication, { action }: NextAction): boolean =>
  action === 'submit' && facts.application === 'returned';

/** A window rings where its last day may still cost something, and where the ticket comes. */
function alarmOf(kind: WindowKind, mine: readonly Mine[]): Entry['alarm'] {
  const facts = mine.map(({ application }) => application.facts);
  switch (kind) {
    case 'application':
      return facts.every(({ application }) => application === 'draft') ? 'closing' : null;
    case 'payment':
      return facts.some(({ order }) => order?.state !== 'settled') ? 'closing' : null;
    case 'review':
      return facts.length > 0 ? 'closing' : null;
    case 'ticket':
    case 'results':
      return facts.length > 0 ? 'opening' : null;
    default:
      return null;
  }
}
