import type { OpeningView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { type Calendar } from '@jikaotong/shared/rules/calendar';
import { asCounterOpens, individualsApply } from '@jikaotong/shared/rules/counter';
import { feeOf } from '@jikaotong/shared/rules/fees';
import { printedEntry, printedStanding, spanOf } from '@jikaotong/shared/rules/progress';
import type { Handle } from '../../platform/db';
import { listNoticeRows, loadCalendar, loadNotice, loadNoticeVersion } from '../notices';
import type { Session, StoredWindow } from './session';
import { offeringViewOf, sessionState } from './session.presenter';
import { listVisibleSessions } from './session.repository';

/** What can be applied for on a day, what closes soonest first; by printed days only where a notice has no session. */
export async function openingsOn(h: Handle, day: LocalDate): Promise<OpeningView[]> {
  const rows = await listNoticeRows(h);
  const calendar = await loadCalendar(h);
  const sessions = await listVisibleSessions(
    h,
    rows.map(({ id }) => id),
  );
  const found: OpeningView[] = [];
  for (const row of rows) {
    const { notice } = await loadNotice(h, row.id, row.currentVersion);
    if (notice.kind !== 'certification') continue;
    const own = sessions.filter(({ noticeId }) => noticeId === row.id);
    if (own.length === 0) found.push(...printedOpenings(notice, { day, calendar }));
    for (const session of own) {
      if (sessionState(session, day) !== 'applying') continue;
      // as its own version says: the notice may have gone on since
      const version = await loadNoticeVersion(h, session.noticeVersionId);
      found.push(...sessionOpenings(session, { notice: version.notice, day, calendar }));
    }
  }
  return found.toSorted((a, b) => (a.closes ?? '9999').localeCompare(b.closes ?? '9999'));
}

type Given = { readonly notice: Notice; readonly day: LocalDate; readonly calendar: Calendar };

function sessionOpenings(session: Session, given: Given): OpeningView[] {
  const closes = lastDayOf(session.windows, given);
  if (closes !== null && closes < given.day) return [];
  return session.offeringCodes.map((code) => ({
    ...viewOf(given.notice, code),
    sessionId: session.id,
    sessionName: session.name,
    closes,
  }));
}

function printedOpenings(notice: Notice, on: Omit<Given, 'notice'>): OpeningView[] {
  return notice.offerings.flatMap(({ code }): OpeningView[] => {
    if (printedStanding(notice, on.day, code).state !== 'applying') return [];
    const window = { kind: 'application' as const, ...printedEntry(notice, on.day, code), source: notice.title.source };
    const closes = lastDayOf([window], { notice, ...on });
    if (closes !== null && closes < on.day) return [];
    return [{ ...viewOf(notice, code), sessionId: null, sessionName: null, closes }];
  });
}

const lastDayOf = (windows: readonly StoredWindow[], { notice, calendar }: Given): LocalDate | null =>
  spanOf([...asCounterOpens(windows, notice, calendar)], 'application').closes;

function viewOf(notice: Notice, code: string): Omit<OpeningView, 'sessionId' | 'sessionName' | 'closes'> {
  const fee = feeOf(notice, code);
  return {
    noticeId: notice.id,
    bodyName: notice.body.name,
    place: notice.place?.city?.value ?? null,
    offering: offeringViewOf(notice, code),
    totalFen: fee.ok ? fee.value.totalFen : null,
    way: individualsApply(notice),
  };
}
