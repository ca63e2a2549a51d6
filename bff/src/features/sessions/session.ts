import type { Clause, LocalDate, TimeOfDay } from '@jikaotong/shared/kernel';
import type { SubjectCode, WindowKind } from '@jikaotong/shared/notice';
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

/** On which day a subject of an offering is examined. */
export type PaperDay = Pick<ExamPaper, 'offeringCode' | 'subject' | 'day'>;

/** A session with its offerings, its windows (none before they are confirmed) and the days of its papers. */
export type Session = SessionRow & {
  readonly offeringCodes: readonly string[];
  readonly windows: readonly StoredWindow[];
  readonly paperDays: readonly PaperDay[];
};

/** When and where a subject of an offering is examined. */
export type ExamPaper = {
  readonly offeringCode: string;
  readonly subject: SubjectCode;
  readonly day: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly endsAt: TimeOfDay;
  readonly siteId: string;
  readonly siteName: string;
  readonly address: string;
};

export type Room = { readonly id: string; readonly name: string; readonly seats: number };
/** Rooms in the order staff entered them. */
export type Site = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly rooms: readonly Room[];
};
