import type { NoticeSummary } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Handle } from '../../platform/db';
import { listNoticeRows, loadNotice } from '../notices';
import { nearestOf } from './nearest';
import { byUse } from './notice-list.policy';
import { offeringViewOf } from './session.presenter';
import { listVisibleSessions } from './session.repository';

/** Every notice as the list shows it on a day, what one can do something about first. */
export async function listedNotices(h: Handle, day: LocalDate): Promise<NoticeSummary[]> {
  const rows = await listNoticeRows(h);
  const sessions = await listVisibleSessions(
    h,
    rows.map((row) => row.id),
  );
  const listed = await Promise.all(
    rows.map(async (row): Promise<NoticeSummary> => {
      const { notice, version } = await loadNotice(h, row.id, row.currentVersion);
      const own = sessions.filter((session) => session.noticeId === row.id);
      return {
        id: row.id,
        kind: notice.kind,
        title: notice.title.value,
        bodyId: row.bodyId,
        bodyName: notice.body.name,
        year: notice.year,
        issuedOn: notice.issuedOn?.value ?? null,
        places: [notice.place?.city, notice.place?.district].flatMap((place) => (place ? [place.value] : [])),
        version,
        offerings: notice.offerings.map((offering) => offeringViewOf(notice, offering.code)),
        nearest: nearestOf(notice, own, day),
      };
    }),
  );
  return listed.toSorted(byUse);
}
