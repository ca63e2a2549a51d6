import type { ReplyOf, overview as contract } from '@jikaotong/shared/contract';
import { offeringOf } from '@jikaotong/shared/notice';
import { capacityOf } from '@jikaotong/shared/rules/planning';
import type { Handle } from '../../platform/db';
import { loadNoticeVersion } from '../notices';
import { countApprovedByOffering, countPaidByOffering } from '../participants';
import { type Session, listExamPapers, listSites } from '../sessions';

/** What is needed and there where everybody who was approved comes, as the seating would deal them out. */
export async function capacityIn(h: Handle, session: Session): Promise<ReplyOf<typeof contract.getSeatCapacity>> {
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const approved = await countApprovedByOffering(h, session.id);
  const expected = [...approved].map(([offeringCode, people]) => ({
    offeringCode,
    people,
    subjects: (offeringOf(notice, offeringCode)?.subjects ?? []).map(({ code }) => code),
  }));
  const places = { sites: await listSites(h, session.id), papers: await listExamPapers(h, session.id) };
  const rows = capacityOf(places, expected);
  return {
    people: sumOf(approved.values()),
    paid: sumOf((await countPaidByOffering(h, session.id)).values()),
    sittings: sumOf(rows.map(({ needed }) => needed)),
    rows,
  };
}

const sumOf = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0);
