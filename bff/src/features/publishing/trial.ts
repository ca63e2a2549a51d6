import type { TrialView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Facts, type Notice, offeringOf } from '@jikaotong/shared/notice';
import type { NoticeCase } from '@jikaotong/shared/notice-file';
import {
  type DoubtCode,
  type ReasonData,
  type RouteAssessment,
  type ShortfallCode,
  assess,
  routeDocuments,
} from '@jikaotong/shared/rules/eligibility';
import { feeOf } from '@jikaotong/shared/rules/fees';
import { maskName } from '@jikaotong/shared/rules/identity';
import type { Crypto } from '../../platform/crypto';
import type { Context } from '../../platform/http';
import { type Application, findApplications, openApplicant, openToldParts } from '../applications';
import { latestOfEvent } from '../participants';
import { listLatestSessions, listTouchedSessions } from '../sessions';
import type { OpenDraft } from './draft';
import { presentTouched } from './draft.presenter';

/** The newest so many applications are judged; a session has some hundreds. */
const MOST_JUDGED = 1000;
const MOST_ROWS = 200;
const MOST_REASONS = 4;

/** Somebody to be judged by both versions. */
type Subject = {
  readonly name: string;
  readonly offeringCode: string;
  readonly facts: Facts;
  readonly route: string | null;
  readonly on: LocalDate;
  readonly state: Row['state'];
  readonly frozen: boolean;
};

type Row = TrialView['rows'][number];

/** What the draft would have said of the latest session's applications, or of these cases; writes nothing. */
export async function tryOut(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  open: OpenDraft,
  cases: readonly NoticeCase[] | null,
): Promise<TrialView> {
  const { notice, running } = open;
  const touched = running ? await listTouchedSessions(ctx.h, notice, { day: ctx.now.day }) : [];
  const sessions = touched.map(presentTouched);
  const found = cases === null ? await fromSession(ctx, open) : { ...fromCases(ctx, cases), sessionName: null };
  const rows = found.subjects
    .map((subject) => rowOf(subject, running?.notice ?? null, notice))
    .filter((row) => isDifferent(row));
  return {
    from: cases !== null ? 'facts' : found.total > 0 ? 'session' : 'nothing',
    sessionName: found.sessionName,
    total: found.total,
    judged: found.subjects.length,
    differing: rows.length,
    verdicts: countBy(rows, verdictPair).map(({ first, count }) => ({
      before: first.before.verdict,
      after: first.after.verdict,
      count,
    })),
    fees: countBy(rows, feePair).map(({ first, count }) => ({
      offering: first.offering,
      before: first.before.totalFen,
      after: first.after.totalFen,
      count,
    })),
    sessions,
    rows: rows.slice(0, MOST_ROWS),
  };
}

async function fromSession({ h, now, ports }: Pick<Context, 'h' | 'now' | 'ports'>, { draft }: OpenDraft) {
  for (const { id, name } of await listLatestSessions(h, draft.noticeId)) {
    const { total, rows } = await latestOfEvent(h, id, MOST_JUDGED);
    const ids = rows.map(({ candidateId }) => candidateId);
    const subjects = (await findApplications(h, ids)).map((row) => subjectOf(ports.crypto, row, now.day));
    if (total > 0) return { subjects, total, sessionName: name };
  }
  return { subjects: [], total: 0, sessionName: null };
}

function subjectOf(crypto: Crypto, row: Application, day: LocalDate): Subject {
  const { name, birthDate, sex } = openApplicant(crypto, row);
  const { facts } = openToldParts(crypto, row);
  return {
    name: name === null ? '' : maskName(name),
    offeringCode: row.offeringCode,
    facts: { ...facts, ...(birthDate === null ? {} : { birthDate }), ...(sex === null ? {} : { sex }) },
    route: row.route,
    on: row.firstSubmittedOn ?? day,
    state: row.state,
    frozen: row.firstSubmittedOn !== null,
  };
}

const fromCases = ({ now }: Pick<Context, 'now'>, cases: readonly NoticeCase[]) => ({
  total: cases.length,
  subjects: cases.slice(0, MOST_JUDGED).map(({ name, offering, on, facts }): Subject => ({
    name: name ?? '',
    offeringCode: offering,
    facts,
    route: null,
    on: on ?? now.day,
    state: null,
    frozen: false,
  })),
});

function rowOf(subject: Subject, before: Notice | null, after: Notice): Row {
  const [old, now] = [before && judge(before, subject), judge(after, subject)];
  const known = offeringOf(after, subject.offeringCode) ?? (before && offeringOf(before, subject.offeringCode));
  const { occupation = subject.offeringCode, workType = null, level = null } = known ?? {};
  const nothing = { verdict: null, totalFen: null };
  return {
    name: subject.name,
    offering: { code: subject.offeringCode, occupation, workType, level },
    state: subject.state,
    frozen: subject.frozen,
    before: old ? { verdict: old.verdict, totalFen: old.totalFen } : nothing,
    after: { verdict: now.verdict, totalFen: now.totalFen },
    documentsDiffer: old !== null && old.documents !== now.documents,
    reasons: old?.verdict === now.verdict ? [] : now.reasons,
  };
}

const isDifferent = ({ before, after, documentsDiffer }: Row): boolean =>
  before.verdict !== after.verdict || before.totalFen !== after.totalFen || documentsDiffer;

/** What one version says; nothing where it lacks the offering. */
function judge(notice: Notice, { offeringCode, facts, route, on }: Subject) {
  if (!offeringOf(notice, offeringCode)) return { verdict: null, totalFen: null, documents: '', reasons: [] };
  const assessment = assess({ notice, offeringCode, facts, on });
  const fee = feeOf(notice, offeringCode);
  const own = routeDocuments(notice, { offeringCode, route, facts });
  return {
    verdict: assessment.verdict,
    totalFen: fee.ok ? fee.value.totalFen : null,
    documents: [...namesIn(notice.documents), '|', ...namesIn(own)].join(' '),
    reasons: assessment.routes
      .filter(({ verdict }) => verdict === assessment.verdict)
      .flatMap(reasonsOf)
      .slice(0, MOST_REASONS)
      .map(({ code, data }) => ({ code, data: { ...data } })),
  };
}

function reasonsOf(one: RouteAssessment): readonly { code: DoubtCode | ShortfallCode; data: ReasonData }[] {
  if (one.verdict === 'ineligible') return one.shortfalls;
  return one.verdict === 'needs-review' ? one.doubts : [];
}

/** The shape of a tree of papers by their codes: words that are printed otherwise ask for nothing else. */
function namesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(namesIn);
  if (typeof node !== 'object' || node === null || !('kind' in node)) return [];
  if ('document' in node) return [String(node.document)];
  return 'of' in node ? [`${String(node.kind)}(`, ...namesIn(node.of), ')'] : [];
}

const verdictPair = ({ before, after }: Row): string | null =>
  before.verdict === after.verdict ? null : `${before.verdict} ${after.verdict}`;
const feePair = ({ offering, before, after }: Row): string | null =>
  before.totalFen === after.totalFen ? null : `${offering.code} ${before.totalFen} ${after.totalFen}`;

function countBy(rows: readonly Row[], keyOf: (row: Row) => string | null): { first: Row; count: number }[] {
  const groups = new Map<string, { first: Row; count: number }>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    groups.set(key, { first: groups.get(key)?.first ?? row, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}
