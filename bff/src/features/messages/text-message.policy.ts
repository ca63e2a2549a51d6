import type { MessageCode } from '@jikaotong/shared/contract';
import {
  type LocalDate,
  addDays,
  dayAt,
  instantAt,
  isLocalDate,
  minutesOf,
  timeAt,
  timeOfDay,
} from '@jikaotong/shared/kernel';
import { smsNameOf } from '@jikaotong/shared/words';
import type { Message } from '../../platform/outbox';

/** Nobody is woken up: an SMS goes out from eight in the morning to nine in the evening, Beijing time. */
const MORNING = timeOfDay('08:00');
const NIGHT = timeOfDay('21:00');

/** The instant at which an SMS may go out: now, or the next morning. */
export function quietUntil(nowMs: number): number {
  const minutes = minutesOf(timeAt(nowMs));
  if (minutes >= minutesOf(MORNING) && minutes < minutesOf(NIGHT)) return nowMs;
  const today = dayAt(nowMs);
  return instantAt(minutes < minutesOf(MORNING) ? today : addDays(today, 1), MORNING);
}

/** The fact after whose day nobody needs the message any more. */
const LAST_DAY: Partial<Readonly<Record<MessageCode, string>>> = {
  'application-approved': 'payBy',
  'payment-reminder': 'payBy',
  'mend-reminder': 'mendBy',
  'roster-row-waiting': 'closes',
  'ticket-issued': 'examOn',
  'ticket-unopened': 'examOn',
  'exam-reminder': 'examOn',
  'session-changed': 'examOn',
  'session-cancelled': 'examBefore',
};

/** Whether a message has lost its sense on a day, such as a reminder of a day that is over. */
export function isTooLate({ code, data }: Pick<Message, 'code' | 'data'>, today: LocalDate): boolean {
  const fact = LAST_DAY[code];
  const day = fact === undefined ? null : data[fact];
  return typeof day === 'string' && isLocalDate(day) && today > day;
}

/** Whatever is told again with the same facts is the same matter; where staff decide anew, each decision is one. */
const MATTERS: Partial<Readonly<Record<MessageCode, readonly string[]>>> = {
  'payment-reminder': ['payBy'],
  'mend-reminder': ['mendBy'],
  'roster-row-waiting': ['closes'],
  'ticket-issued': ['examOn'],
  'ticket-unopened': ['examOn'],
  'exam-reminder': ['examOn'],
  'results-published': ['closes'],
  'session-changed': ['examBefore', 'examOn'],
  'session-cancelled': ['examBefore'],
};

/** What a message is about, within its account: at most one SMS goes out for each. */
export function matterOf({
  id,
  code,
  data,
  candidateId,
  accountId,
  sentAt,
}: Pick<Message, 'id' | 'code' | 'data' | 'candidateId' | 'accountId' | 'sentAt'>): string {
  // one SMS says that news waits, however many of them one act made
  if (smsNameOf({ code, accountId, data }) === 'entry-unclaimed') return `entry-unclaimed:${String(sentAt)}`;
  // staff send back one by one: one a day says that a unit has something to mend
  if (code === 'unit-roster-news') return `${code}:${dayAt(sentAt)}:${String(data['unitName'])}`.slice(0, 160);
  const facts = MATTERS[code];
  if (facts === undefined) return `${code}:${id}`;
  // what leads to no enrolment is a unit's: an agent of two hears of each
  const whose = candidateId ?? String(data['unitName'] ?? '');
  return [code, whose, ...facts.map((fact) => String(data[fact] ?? ''))].join(':').slice(0, 160);
}

/** What a body may send in a month unless it says otherwise. */
export const USUAL_A_MONTH = 2_000;

/** The operator hears, and the body sees, when four fifths are sent and when nothing is left. */
export const isAlarming = (before: number, after: number, most: number): boolean =>
  [Math.ceil(most * 0.8), most].some((mark) => before < mark && after >= mark);
