import { type Notice, type SubjectCode, offeringOf } from '@jikaotong/shared/notice';
import { keptRowOf } from '@jikaotong/shared/rules/calendar';
import { offeringWords } from '@jikaotong/shared/words';
import type { Handle } from '../../platform/db';
import { listNoticeRows, loadNotice } from '../notices';
import type { ImportedOffering } from './imported-record.record';

/** An offering of a body by its running notice of the latest year, which says how passes of it are kept. */
export type RuledOffering = {
  readonly offering: ImportedOffering;
  readonly words: string;
  readonly noticeId: string;
  readonly offeringCode: string;
  readonly subjects: readonly SubjectCode[];
  readonly rule: Notice['retake'];
  readonly isKept: boolean;
};

/** What an offering is called in every notice of a body. */
export const sameOffering = (one: ImportedOffering, other: ImportedOffering): boolean =>
  one.occupation === other.occupation && one.workType === other.workType && one.level === other.level;

/** Every offering of a body's certifications, each once, the latest year first. */
export async function offeringsOf(h: Handle, bodyId: string): Promise<RuledOffering[]> {
  const found: RuledOffering[] = [];
  for (const row of await listNoticeRows(h, { bodyId })) {
    if (row.kind !== 'certification') continue;
    const { notice } = await loadNotice(h, row.id, row.currentVersion);
    for (const { code, occupation, workType, level } of notice.offerings) {
      const offering = { occupation, workType, level };
      if (found.some((one) => sameOffering(one.offering, offering))) continue;
      found.push({
        offering,
        words: offeringWords(offering),
        noticeId: notice.id,
        offeringCode: code,
        subjects: offeringOf(notice, code)?.subjects.map((subject) => subject.code) ?? [],
        rule: notice.retake,
        isKept: keptRowOf(notice.retake, level) !== null,
      });
    }
  }
  return found;
}
