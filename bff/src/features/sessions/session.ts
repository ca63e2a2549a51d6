import type { Clause, LocalDate } from '@jikaotong/shared/kernel';
import type { WindowKind } from '@jikaotong/shared/notice';
import type { PlannedPaper, PlannedRoom } from '@jikaotong/shared/rules/planning';
import type { Row } from '../../platform/db';
import type { Event } from './event.record';
import type { sessionRecord } from './session.record';

/** A window as confirmed; a null end could not be known. */
export type StoredWindow = {
  readonly kind: WindowKind;
  readonly opens: LocalDate | null;
  readonly closes: LocalDate | null;
  readonly source: Clause;
};

/** One dated run of some offerings of a notice version, as event and session together; visitors see it once published. */
export type SessionRow = Row<typeof sessionRecord> &
  Omit<Event, 'kind' | 'firstDay' | 'lastDay'> & { readonly examStart: LocalDate; readonly examEnd: LocalDate };

/** On which day a subject of an offering is examined last. */
export type PaperDay = Pick<ExamPaper, 'offeringCode' | 'subject' | 'day'>;

/** A session with its offerings, its windows (none before they are confirmed) and the days of its papers. */
export type Session = SessionRow & {
  readonly offeringCodes: readonly string[];
  readonly windows: readonly StoredWindow[];
  readonly paperDays: readonly PaperDay[];
};

/** One shift of a subject of an offering: when and where it is examined. */
export type ExamPaper = PlannedPaper & { readonly siteId: string; readonly address: string };

export type Room = PlannedRoom & { readonly id: string };
/** Rooms in the order staff entered them. */
export type Site = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly rooms: readonly Room[];
};

/** The last day of each subject of each offering. */
export function lastDaysOf(papers: readonly PaperDay[]): PaperDay[] {
  const last = new Map<string, PaperDay>();
  for (const { offeringCode, subject, day } of papers) {
    const name = `${offeringCode} ${subject}`;
    const known = last.get(name);
    if (!known || day > known.day) last.set(name, { offeringCode, subject, day });
  }
  return [...last.values()];
}
