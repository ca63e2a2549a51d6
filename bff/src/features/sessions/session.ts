import type { LocalDate } from '@jikaotong/shared/kernel';
import type { PlannedPaper, PlannedRoom } from '@jikaotong/shared/rules/planning';
import type { Row } from '../../platform/db';
import type { Event } from './event.record';
import type { sessionRecord } from './session.record';
import type { StoredWindow } from './stored-window';

export type { StoredWindow };

/**
 * One dated run of some offerings of a notice version, as event and session together; visitors see it once published. Of
 * the kind `stage`: the exam day of a stage of a competition, whose id it shares too.
 */
export type SessionRow = Row<typeof sessionRecord> &
  Omit<Event, 'firstDay' | 'lastDay'> & { readonly examStart: LocalDate; readonly examEnd: LocalDate };

type Published = Pick<Session, 'windows' | 'publications'>;

/** The windows of one offering: those that hang on the publication are its own where results came out one by one. */
export function windowsFor({ windows, publications }: Published, offeringCode: string): readonly StoredWindow[] {
  const own = publications.find((one) => one.offeringCode === offeringCode)?.windows ?? null;
  return own === null ? windows : windows.map((stored) => own.find(({ kind }) => kind === stored.kind) ?? stored);
}

/** The day the results of an offering were published. */
export const publishedOnFor = ({ publications }: Pick<Session, 'publications'>, offeringCode: string) =>
  publications.find((one) => one.offeringCode === offeringCode)?.on ?? null;

/** Whether nothing of a session is left to publish. */
export const isAllPublished = ({ publications }: Pick<Session, 'publications'>): boolean =>
  publications.every(({ on }) => on !== null);

/** On which day a subject of an offering is examined last. */
export type PaperDay = Pick<ExamPaper, 'offeringCode' | 'subject' | 'day'>;

/** How far the results of an offering are: their day, and the windows that hang on it where they are its own. */
export type Publication = {
  readonly offeringCode: string;
  readonly on: LocalDate | null;
  readonly windows: readonly StoredWindow[] | null;
  /** Who asked for it, where a second person has to agree. */
  readonly askedBy: string | null;
  readonly askedAt: number | null;
  /** When the job closed its publicity. */
  readonly publicityClosedAt: number | null;
};

/** A session with its offerings, its windows (none before they are confirmed) and the days of its papers. */
export type Session = SessionRow & {
  readonly offeringCodes: readonly string[];
  /** In the order of the offerings. */
  readonly publications: readonly Publication[];
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
