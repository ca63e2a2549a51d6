import type { StageCode } from '@jikaotong/shared/notice';
import { type LocalDate, type Result, dayAt, ok } from '@jikaotong/shared/kernel';
import { protestUntil } from '@jikaotong/shared/rules/awards';
import type { CalendarGap } from '@jikaotong/shared/rules/calendar';
import { newId } from '../../platform/db';
import { findFiles } from '../../platform/files';
import { type Context, refuse } from '../../platform/http';
import { attachFile } from '../candidates';
import {
  type Contest,
  entrantsAmong,
  findContestStage,
  loadContest,
  stageEventOf,
  stageNameOf,
  tellEntrant,
} from '../contests';
import { loadCalendar } from '../notices';
import { markersOf, rankingOf } from '../stages';
import { type ProtestStep, protestStepWords, protestWords } from './award.record';
import { awardsApart } from './awards-apart';
import { lockBoard, turnBoard } from './board.repository';
import { type Protest, decideIf, insertProtest, insertProtestStep } from './protest.repository';

/** A stage whose ranks are published, and until when one may protest against them; null: no day can be said. */
export type OpenStage = {
  readonly stage: StageCode;
  readonly eventId: string;
  readonly publishedOn: LocalDate;
  readonly revision: number;
  readonly until: LocalDate | null;
};

/** The published stages of a competition that prints protests, of those in which an entrant stands. */
export async function stagesToProtest(
  { h }: Pick<Context, 'h'>,
  contest: Contest,
  candidateId: string,
): Promise<OpenStage[]> {
  const open: OpenStage[] = [];
  for (const { ranking, until, ...stage } of await publishedStages(h, contest))
    if (ranking.rows.some((row) => row.candidateId === candidateId))
      open.push({ ...stage, until: until.ok ? until.value : null });
  return open;
}

/** Until when somebody may still protest against a published stage; null: nobody may any more, or the notice has no protests. */
export async function protestsUntil(
  { h, now }: Pick<Context, 'h' | 'now'>,
  contest: Contest,
): Promise<Result<Pick<OpenStage, 'stage'> & { readonly until: LocalDate }, CalendarGap> | null> {
  let last: { readonly stage: StageCode; readonly until: LocalDate } | null = null;
  for (const { stage, until } of await publishedStages(h, contest)) {
    if (!until.ok) return until;
    if (now.day <= until.value && (last === null || until.value >= last.until)) last = { stage, until: until.value };
  }
  return last && ok(last);
}

/** The published stages of a competition that prints protests, each with the end of its window. */
async function publishedStages(h: Context['h'], { notice, rule }: Contest) {
  if (!rule.protest) return [];
  const calendar = await loadCalendar(h);
  const published = [];
  for (const { code: stage } of rule.stages) {
    const eventId = await stageEventOf(h, notice.id, stage);
    const ranking = await rankingOf(h, eventId);
    if (!ranking) continue;
    const publishedOn = dayAt(ranking.publishedAt);
    const until = protestUntil(rule.protest, publishedOn, calendar);
    published.push({ stage, eventId, publishedOn, revision: ranking.revision, ranking, until });
  }
  return published;
}

type Filed = {
  readonly candidateId: string;
  readonly accountId: string;
  readonly stage: StageCode;
  readonly subject: string;
  readonly words: string;
  readonly evidenceFileIds: readonly string[];
};

/** Files a protest; awards are not locked while it is open. Refuses as `fileProtest` declares. */
export async function file(ctx: Context, contest: Contest, filed: Filed): Promise<void> {
  const { candidateId, accountId, stage, evidenceFileIds } = filed;
  const { notice, rule } = contest;
  if (!rule.protest) return refuse('protest-not-offered');
  // before anything is read: whoever locks the awards now finds this protest, or is found by it
  const board = await lockBoard(ctx.h, notice.id);
  if (board.state === 'locked') refuse('awards-locked');
  const open = (await stagesToProtest(ctx, contest, candidateId)).find((one) => one.stage === stage);
  if (!open) return refuse('not-published');
  if (open.until !== null && ctx.now.day > open.until) refuse('too-late', { closedOn: open.until });
  const files = await findFiles(ctx.h, evidenceFileIds);
  for (const fileId of evidenceFileIds) {
    const stored = files.get(fileId);
    if (stored?.ownerAccountId !== accountId || stored.purpose !== 'document')
      refuse('file-refused', { fileId, reason: 'not-yours' });
  }
  const id = newId();
  const stands = await insertProtest(ctx.h, {
    id,
    noticeId: notice.id,
    bodyId: notice.body.id,
    eventId: open.eventId,
    stage,
    candidateId,
    openKey: `${open.eventId}:${candidateId}`,
    state: 'open',
    revision: open.revision,
    subject: protestWords.seal(ctx.ports.crypto, id, 'subject', filed.subject),
    words: protestWords.seal(ctx.ports.crypto, id, 'words', filed.words),
    evidence: evidenceFileIds,
    filedAt: ctx.now.ms,
    awaitsRevision: null,
    decidedBy: null,
    decidedAt: null,
  });
  if (!stands) refuse('protest-open');
  for (const fileId of evidenceFileIds) await attachFile(ctx.h, candidateId, fileId);
  await note(ctx, { id, candidateId }, { kind: 'filed', words: filed.subject, byAccountId: accountId });
  if (!(await turnBoard(ctx.h, board))) refuse('awards-locked');
  ctx.audit('protest-filed', { protestId: id, entryId: candidateId, noticeId: notice.id }, { stage });
}

type Noted = { readonly kind: ProtestStep['kind']; readonly words: string; readonly byAccountId: string };

/** Adds to the ledger. */
export async function note(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  { id: protestId, candidateId }: Pick<Protest, 'id' | 'candidateId'>,
  { kind, words, byAccountId }: Noted,
): Promise<void> {
  const id = newId();
  const sealed = protestStepWords.seal(ctx.ports.crypto, id, 'words', words);
  const step = { id, protestId, candidateId, kind, words: sealed, takenBy: byAccountId, takenAt: ctx.now.ms };
  await insertProtestStep(ctx.h, step);
}

type Decision = {
  readonly upheld: boolean;
  readonly ranksChange: boolean;
  readonly reason: string;
  readonly byAccountId: string;
};

/** Decides a protest; upheld with other ranks, awards wait for their publication. Refuses as `decideProtest` declares. */
export async function decide(ctx: Context, contest: Contest, protest: Protest, decision: Decision): Promise<void> {
  const { upheld, ranksChange, reason, byAccountId } = decision;
  const board = await lockBoard(ctx.h, protest.noticeId);
  if (board.state === 'locked') refuse('awards-locked');
  if ((await markersOf(ctx.h, protest.eventId)).includes(byAccountId)) refuse('same-marker');
  const published = (await rankingOf(ctx.h, protest.eventId))?.revision ?? 0;
  const state = upheld ? ('upheld' as const) : ('rejected' as const);
  const awaitsRevision = upheld && ranksChange ? published + 1 : null;
  const set = { state, awaitsRevision, decidedBy: byAccountId, decidedAt: ctx.now.ms };
  if (!(await decideIf(ctx.h, protest.id, set))) refuse('wrong-state', { state: 'decided' });
  await note(ctx, protest, { kind: state, words: reason, byAccountId });
  if (!(await turnBoard(ctx.h, board))) refuse('awards-locked');
  ctx.audit('protest-decided', { protestId: protest.id, noticeId: protest.noticeId }, { upheld, ranksChange });
  const data = { title: contest.notice.title.value, stage: stageNameOf(contest.rule, protest.stage) };
  for (const entrant of (await entrantsAmong(ctx.h, [protest.candidateId])).values())
    await tellEntrant(ctx, entrant, 'protest-decided', data);
}

/**
 * Ranks were published anew: what was proposed on the old ones is to be proposed anew. Awards that are locked stand as they are,
 * so that whoever publishes must have seen whose do not follow: refuses `award-ranks-stand`.
 */
export async function followRanks(
  ctx: Context,
  { stageId, despiteAwards }: { readonly stageId: string; readonly despiteAwards: boolean },
): Promise<void> {
  const stage = await findContestStage(ctx.h, stageId);
  if (!stage) return;
  const board = await lockBoard(ctx.h, stage.noticeId);
  if (await turnBoard(ctx.h, board)) return;
  const entrants = despiteAwards ? [] : await awardsApart(ctx.h, await loadContest(ctx, stage.noticeId), stageId);
  if (entrants.length > 0) refuse('award-ranks-stand', { entrants });
}
