import type { RetakePlan } from '@jikaotong/shared/contract';
import { type Fen, type LocalDate } from '@jikaotong/shared/kernel';
import { type Notice, type SubjectCode, offeringOf } from '@jikaotong/shared/notice';
import { asCounterOpens, individualsApply } from '@jikaotong/shared/rules/counter';
import { type Charge, feeOf } from '@jikaotong/shared/rules/fees';
import { spanOf, withinWindow } from '@jikaotong/shared/rules/progress';
import {
  type PassStanding,
  type RetakeScheme,
  chargesOf,
  type StandingScheme,
  schemeFor,
  subjectsUnder,
} from '@jikaotong/shared/rules/results';
import type { Handle } from '../../platform/db';
import type { Context } from '../../platform/http';
import { offeringNameOf } from '../applications';
import { findBody } from '../bodies';
import { listNoticeRows, loadCalendar, loadNotice, loadNoticeVersion } from '../notices';
import type { PassHistory, PastAttempt } from '../results';
import { type Session, findSession, listVisibleSessions, offeringViewOf } from '../sessions';
import { lastDayOf, monthsAhead, yearsUnannounced } from './retake-plan.policy';
import { schemesFor } from './retake-schemes';

/** A first sitting with what was passed, as it stands today. */
export type Kept = { readonly history: PassHistory; readonly root: PastAttempt; readonly standing: PassStanding };

/** What is kept, and where what is missing can be taken again: planned sessions, printed months, years not announced. */
export async function presentPlan(
  { h, now }: Pick<Context, 'h' | 'now'>,
  { history, root, standing }: Kept,
  accountId: string,
): Promise<RetakePlan> {
  const last = history.find(({ id }) => id === standing.lastId) ?? root;
  const session = last.sessionId === null ? null : await findSession(h, last.sessionId);
  // of what was passed before there is no session: the running notice keeps it
  const { notice } = session ? await loadNoticeVersion(h, session.noticeVersionId) : await loadNotice(h, last.noticeId);
  const { bodyId } = root;
  const schemes = standing.no === null ? await schemesFor(h, root) : [];
  const places = standing.no === null ? await placesFor(h, { root, standing, schemes, day: now.day }) : NOWHERE;
  const ahead = schemeAhead({ root, standing, schemes, day: now.day });
  const own = (id: string) => history.find((one) => one.id === id)?.accountId === accountId;
  const rule = root.rule;
  return {
    id: root.id,
    applicationId: last.sessionId !== null && own(last.id) ? last.id : null,
    fromBefore: root.sessionId === null,
    bodyId,
    bodyName: (await findBody(h, bodyId))?.name ?? '',
    noticeId: last.noticeId,
    offering: offeringViewOf(notice, last.offeringCode),
    passes: standing.passes.map(({ subject, from, until, source }) => ({ subject, from, until, source })),
    subjects: [...standing.subjects],
    until: standing.until,
    chances: { ...standing.chances },
    source: standing.source,
    scheme: ahead && {
      version: ahead.version,
      from: ahead.from,
      rows: ahead.rows.map(({ subject, of, kept, feeFen }) => ({ subject, of: [...of], kept, feeFen })),
    },
    absence: rule && { usesChance: rule.absenceUsesChance.value, source: rule.absenceUsesChance.source },
    no: standing.no,
    by: standing.by && { applicationId: own(standing.by.id) ? standing.by.id : null, source: standing.by.source },
    forfeits: places.forfeits ?? (rule?.newApplicationForfeits.value ? rule.newApplicationForfeits.source : null),
    sessions: places.sessions,
    printed: places.printed,
    unannounced: places.unannounced,
  };
}

type Places = Pick<RetakePlan, 'sessions' | 'printed' | 'unannounced' | 'forfeits'>;
const NOWHERE: Places = { sessions: [], printed: [], unannounced: [], forfeits: null };

type Asked = {
  readonly root: PastAttempt;
  readonly standing: PassStanding;
  readonly schemes: readonly RetakeScheme[];
  readonly day: LocalDate;
};

/** What is taken again in an exam of a day, by which version of the body's 补考方案, and what that charges. */
export function takenOn(
  { root, standing, schemes, day }: Asked,
  examOn: LocalDate,
): {
  readonly subjects: readonly SubjectCode[];
  readonly scheme: StandingScheme | null;
  readonly charges: readonly Charge[];
} {
  const scheme = root.result && schemeFor(schemes, { satOn: root.result.examEnd, examOn });
  if (!scheme) return { subjects: standing.subjects, scheme: null, charges: [] };
  const kept = standing.passes.filter(({ until }) => day <= until);
  const subjects = subjectsUnder(scheme, kept);
  return { subjects, scheme, charges: chargesOf(scheme, subjects) };
}

/** The latest version that holds for an exam while the passes are kept. */
const schemeAhead = (asked: Asked): RetakeScheme | null => takenOn(asked, asked.standing.until ?? asked.day).scheme;

async function placesFor(h: Handle, given: Asked): Promise<Places> {
  const { root, standing, day } = given;
  const { bodyId } = root;
  const until = standing.until ?? day;
  const places: { -readonly [K in keyof Places]: Places[K] } = { ...NOWHERE, sessions: [], printed: [] };
  const announced: number[] = [];
  const rows = (await listNoticeRows(h)).filter((row) => row.bodyId === bodyId && row.kind === 'certification');
  for (const row of rows) {
    const { notice } = await loadNotice(h, row.id, row.currentVersion);
    const code = codeIn(notice, root.offeringName);
    if (code === null) continue;
    announced.push(notice.year);
    const planned: string[] = [];
    for (const session of await listVisibleSessions(h, [row.id])) {
      const place = await placeIn(h, session, { ...given, until });
      if (place) planned.push(place.examStart.slice(0, 7));
      if (place && place.view) places.sessions.push(place.view);
    }
    if (notice.retake?.newApplicationForfeits.value) places.forfeits = notice.retake.newApplicationForfeits.source;
    const months = monthsAhead({
      year: notice.year,
      months: offeringOf(notice, code)?.months ?? [],
      planned,
      day,
      until,
    });
    if (months.length > 0)
      places.printed.push({
        noticeId: notice.id,
        noticeTitle: notice.title.value,
        months,
        feeFen: feeFenOf(notice, code, takenOn(given, lastDayOf(months.at(-1)) ?? until)),
      });
  }
  places.sessions.sort((a, b) => (a.examStart < b.examStart ? -1 : 1));
  return { ...places, unannounced: yearsUnannounced({ announced, day, until }) };
}

/** A session of the offering, and how it is offered to somebody whose passes are kept; `view` null: too late to apply. */
async function placeIn(h: Handle, session: Session, asked: Asked & { readonly until: LocalDate }) {
  const { root, day, until } = asked;
  if (session.state !== 'published') return null;
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const code = session.offeringCodes.find((one) => offeringNameOf(notice, one) === root.offeringName);
  if (code === undefined) return null;
  const windows = asCounterOpens(session.windows, notice, await loadCalendar(h));
  const { opens, closes } = spanOf([...windows], 'application');
  const { examStart, examEnd } = session;
  const taken = takenOn(asked, examStart);
  const isOver = (closes !== null && closes < day) || (opens !== null && opens > until);
  const view = {
    sessionId: session.id,
    sessionName: session.name,
    noticeId: session.noticeId,
    offeringCode: code,
    examStart,
    examEnd,
    opens,
    closes,
    isOpen: withinWindow([...windows], 'application', day) === null,
    examAfterKept: examEnd > until,
    subjects: [...taken.subjects],
    scheme: taken.scheme?.version ?? null,
    feeFen: feeFenOf(notice, code, taken),
    atCounter: individualsApply(notice) === 'counter',
  };
  return { examStart, view: isOver ? null : view };
}

const codeIn = (notice: Notice, name: string): string | null =>
  notice.offerings.find(({ code }) => offeringNameOf(notice, code) === name)?.code ?? null;

function feeFenOf(notice: Notice, code: string, { subjects, charges }: ReturnType<typeof takenOn>): Fen | null {
  const fee = feeOf(notice, code, { retake: subjects, charges });
  return fee.ok ? fee.value.totalFen : null;
}
