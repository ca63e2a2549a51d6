import { type Notice, offeringOf } from './notice';
import type { Subject, SubjectCode } from './offering';

/** The subjects of an offering whose time the notice leaves to a later announcement. */
export const laterSubjectsOf = (notice: Pick<Notice, 'offerings'>, offeringCode: string): readonly Subject[] =>
  (offeringOf(notice, offeringCode)?.subjects ?? []).filter(({ announcedLater }) => announcedLater?.value === true);

/** Whether the time of this subject is announced later. */
export const isAnnouncedLater = (
  notice: Pick<Notice, 'offerings'>,
  of: { readonly offeringCode: string; readonly subject: SubjectCode },
): boolean => laterSubjectsOf(notice, of.offeringCode).some(({ code }) => code === of.subject);
