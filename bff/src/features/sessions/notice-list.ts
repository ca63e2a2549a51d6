import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import type { Handle } from '../../platform/db';
import { findRawTextOf, listNoticeRows, loadCalendar, loadNotice } from '../notices';
import { nearestOf } from './nearest';
import { type Listed, byUse } from './notice-list.policy';
import { offeringViewOf } from './session.presenter';
import { listVisibleSessions } from './session.repository';

/** Every notice as the list shows it on a day, what one can do something about first; with its text where it is searched. */
export async function listedNotices(h: Handle, day: LocalDate, searched: boolean): Promise<Listed[]> {
  const rows = await listNoticeRows(h);
  const calendar = await loadCalendar(h);
  const sessions = await listVisibleSessions(
    h,
    rows.map((row) => row.id),
  );
  const listed = await Promise.all(
    rows.map(async (row): Promise<Listed> => {
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
        nearest: nearestOf(notice, own, { day, calendar }),
        ...(searched ? { printed: await printedOf(h, row.id, notice) } : {}),
      };
    }),
  );
  return listed.toSorted(byUse);
}

/** The printed text, and the occupations that the notice counts as related. */
async function printedOf(h: Handle, noticeId: string, notice: Notice): Promise<string> {
  const related = notice.relatedOccupations.map((list) => JSON.stringify(list));
  return [await findRawTextOf(h, noticeId), ...related].join(' ');
}
