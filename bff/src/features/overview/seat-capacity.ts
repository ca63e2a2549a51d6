import type { ReplyOf, overview as contract } from '@jikaotong/shared/contract';
import { offeringOf } from '@jikaotong/shared/notice';
import { capacityOf } from '@jikaotong/shared/rules/planning';
import type { Handle } from '../../platform/db';
import { loadNoticeVersion } from '../notices';
import { countApproved, countPaidByOffering } from '../participants';
import { type Session, listExamPapers, listSites } from '../sessions';

/** What is needed and there where everybody who was approved comes, as the seating would deal them out. */
export async function capacityIn(h: Handle, session: Session): Promise<ReplyOf<typeof contract.getSeatCapacity>> {
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const admitted = (await countApproved(h, session.id)).map(({ offeringCode, subjects, people }) => {
    const all = (offeringOf(notice, offeringCode)?.subjects ?? []).map(({ code }) => code);
    return { offeringCode, people, subjects: all.filter((code) => subjects === null || subjects.includes(code)) };
  });
  const places = { sites: await listSites(h, session.id), papers: await listExamPapers(h, session.id) };
  const rows = capacityOf(places, admitted);
  return {
    people: sumOf(admitted.map(({ people }) => people)),
    paid: sumOf([...(await countPaidByOffering(h, session.id)).values()]),
    sittings: sumOf(rows.map(({ needed }) => needed)),
    rows,
    admitted,
  };
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
