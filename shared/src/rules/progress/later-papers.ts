import type { LocalDate } from '../../kernel';
import { type Notice, type Subject, type SubjectCode, laterSubjectsOf } from '../../notice';

/** A subject whose time the notice leaves to a later announcement; a null day: not announced yet. */
export type LaterPaper = {
  readonly subject: SubjectCode;
  readonly day: LocalDate | null;
  readonly source: Subject['source'];
};

/** The later subjects of an offering with the days that its session has for them. */
export const laterPapersOf = (
  notice: Pick<Notice, 'offerings'>,
  offeringCode: string,
  paperDays: readonly { readonly offeringCode: string; readonly subject: SubjectCode; readonly day: LocalDate }[],
): readonly LaterPaper[] =>
  laterSubjectsOf(notice, offeringCode).map(({ code: subject, source, announcedLater }) => ({
    subject,
    day: paperDays.find((paper) => paper.offeringCode === offeringCode && paper.subject === subject)?.day ?? null,
    source: announcedLater?.source ?? source,
  }));

/** Whether one of them is still to come on a day: not announced, or on that day or later. */
export const isStillToCome = ({ day }: Pick<LaterPaper, 'day'>, today: LocalDate): boolean =>
  day === null || day >= today;
