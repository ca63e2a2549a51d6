import type { UnitKind } from '@jikaotong/shared/notice';
import { recipientsOf } from '@jikaotong/shared/notice';
import { restKey, unitNameKey } from '@jikaotong/shared/rules/awards';
import { newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { type Contest, stageEventOf, stageNameOf } from '../contests';
import { rankingOf } from '../stages';
import { type Award, answerWords, awardWords } from './award.record';
import { insertAwards, putAnswer, putJoined } from './award.repository';
import { type AwardBoard, lockBoard, setBoardIf, turnBoard } from './board.repository';
import { type Computed, computeAwards, digestOf } from './computed';
import { awaitingRanks, countOpenProtests } from './protest.repository';
import { protestsUntil } from './protest-steps';
import { tellAwarded } from './tell-awarded';

type By = { readonly byAccountId: string };

/** The board under its lock, where it is not locked for good. */
async function openBoard(ctx: Context, noticeId: string, turn?: number): Promise<AwardBoard> {
  const board = await lockBoard(ctx.h, noticeId);
  if (board.state === 'locked') refuse('awards-locked');
  if (turn !== undefined && board.turn !== turn) refuse('changed-meanwhile');
  return board;
}

type Said = By & { readonly key: string; readonly given: boolean; readonly reason: string };

/** Answers one question, or for the rest of its award. */
export async function answerQuestion(ctx: Context, contest: Contest, said: Said): Promise<void> {
  const { id: noticeId } = contest.notice;
  const board = await openBoard(ctx, noticeId);
  const computed = await computeAwards(ctx, contest);
  const asksRanks = computed?.finalRanks?.key === said.key;
  const asked = computed?.questions.find(
    ({ question, about }) => restKey(question.award) === said.key || about.some(({ key }) => key === said.key),
  );
  if (!asked && !asksRanks) return refuse('wrong-state', { state: 'not-asked' });
  // of the rest one can only say no: who gets it is named
  if (asked && said.key === restKey(asked.question.award) && said.given) refuse('wrong-state', { state: 'not-asked' });
  const id = newId();
  await putAnswer(ctx.h, {
    id,
    noticeId,
    candidateId: asked?.about.find(({ key }) => key === said.key)?.entrant ?? null,
    answerKey: said.key,
    given: said.given,
    reason: answerWords.seal(ctx.ports.crypto, id, 'reason', said.reason),
    answeredBy: said.byAccountId,
    answeredAt: ctx.now.ms,
  });
  await turned(ctx, board);
  ctx.audit('award-answered', { noticeId }, { award: asked?.question.award ?? said.key, given: said.given });
}

type Joined = By & { readonly names: readonly string[]; readonly name: string; readonly kind: UnitKind };

/** Says that written names are one unit. */
export async function joinWritten(ctx: Context, { notice }: Contest, { names, name, kind, byAccountId }: Joined) {
  const board = await openBoard(ctx, notice.id);
  const rows = [...new Set(names)].map((written) => ({
    id: newId(),
    noticeId: notice.id,
    written,
    name,
    kind,
    joinedBy: byAccountId,
    joinedAt: ctx.now.ms,
  }));
  await putJoined(ctx.h, notice.id, rows);
  await turned(ctx, board);
  ctx.audit('award-units-joined', { noticeId: notice.id }, { names: rows.length });
}

/** One proposes what stands at this turn. Refuses as `proposeAwards` declares. */
export async function propose(ctx: Context, contest: Contest, { turn, byAccountId }: By & { turn: number }) {
  const board = await openBoard(ctx, contest.notice.id, turn);
  const computed = await ready(ctx, contest);
  const open = computed.questions.filter((one) => one.open).length + (computed.finalRanks?.open ? 1 : 0);
  if (open > 0) refuse('award-questions-open', { count: open });
  const set = {
    state: 'proposed' as const,
    turn: board.turn + 1,
    revision: computed.revision,
    digest: digestOf(computed),
    proposedBy: byAccountId,
    proposedAt: ctx.now.ms,
  };
  if (!(await setBoardIf(ctx.h, board, set))) refuse('changed-meanwhile');
  ctx.audit('awards-proposed', { noticeId: contest.notice.id }, { awards: computed.lines.length });
}

type Locking = By & { readonly turn: number; readonly agrees: boolean };

/** Another one locks what was proposed, if it still stands so, or sends it back. Refuses as `lockAwards` declares. */
export async function lock(ctx: Context, contest: Contest, { turn, agrees, byAccountId }: Locking): Promise<void> {
  const { id: noticeId } = contest.notice;
  const board = await openBoard(ctx, noticeId, turn);
  if (board.state !== 'proposed') refuse('wrong-state', { state: 'not-proposed' });
  if (!agrees) {
    await turned(ctx, board);
    ctx.audit('awards-sent-back', { noticeId });
    return;
  }
  if (board.proposedBy === byAccountId) refuse('award-by-another');
  const computed = await ready(ctx, contest);
  await refuseWhileProtestsMayCome(ctx, contest);
  if (digestOf(computed) !== board.digest) refuse('changed-meanwhile');
  const awards = await rowsOf(ctx, contest, computed);
  await insertAwards(ctx.h, awards);
  const set = { state: 'locked' as const, turn: board.turn + 1, lockedBy: byAccountId, lockedAt: ctx.now.ms };
  if (!(await setBoardIf(ctx.h, board, set))) refuse('changed-meanwhile');
  ctx.audit('awards-locked', { noticeId }, { awards: awards.length });
  await tellAwarded(ctx, contest, awards);
}

/** The awards, where ranks are published and no protest stands against them. */
async function ready(ctx: Context, contest: Contest): Promise<Computed> {
  const { id: noticeId } = contest.notice;
  const computed = (await computeAwards(ctx, contest)) ?? refuse('not-published');
  const open = await countOpenProtests(ctx.h, noticeId);
  if (open > 0) refuse('protests-open', { count: open });
  const waiting = await countAwaited(ctx, noticeId);
  if (waiting > 0) refuse('protest-awaits-ranks', { count: waiting });
  return computed;
}

/** Locking ends the right to protest, so it waits for the last day of every window. */
async function refuseWhileProtestsMayCome(ctx: Context, contest: Contest): Promise<void> {
  const window = await protestsUntil(ctx, contest);
  if (window === null) return;
  if (!window.ok) return refuse('calendar-year-unknown', { year: window.error.year });
  const { stage, until } = window.value;
  refuse('protest-window-open', { stage: stageNameOf(contest.rule, stage), until });
}

/** How many protests were upheld and are not in the published ranks yet. */
export async function countAwaited({ h }: Pick<Context, 'h'>, noticeId: string): Promise<number> {
  let count = 0;
  for (const { eventId, awaitsRevision } of await awaitingRanks(h, noticeId))
    if (((await rankingOf(h, eventId))?.revision ?? 0) < (awaitsRevision ?? 0)) count += 1;
  return count;
}

async function turned(ctx: Context, board: AwardBoard): Promise<void> {
  if (!(await turnBoard(ctx.h, board))) refuse('changed-meanwhile');
}

/** What is proposed as rows to lock, in the order of the notice. */
async function rowsOf(ctx: Context, { notice, rule }: Contest, computed: Computed): Promise<Award[]> {
  const finalId = await stageEventOf(ctx.h, notice.id, rule.stages.at(-1)?.code ?? 'final');
  const rankedIn = await stageEventOf(ctx.h, notice.id, computed.last.code);
  const printed = new Map(rule.awards.map((award) => [award.code, award]));
  return computed.lines.map((line, at): Award => {
    const id = newId();
    const award = printed.get(line.award);
    if (!award || !recipientsOf(award).includes(line.to.kind)) throw new Error(`${line.award} is not printed`);
    const [first] = line.because;
    const person = first === undefined ? undefined : computed.people.get(first);
    const unit = line.to.kind === 'unit' ? line.to.name : (person?.unit ?? null);
    const ranks = line.because.flatMap((one) => computed.people.get(one)?.rank ?? []);
    return {
      id,
      eventId: finalId,
      noticeId: notice.id,
      bodyId: notice.body.id,
      position: at + 1,
      code: line.award,
      recipient: line.to.kind,
      candidateId: line.to.kind === 'unit' ? null : (first ?? null),
      coach: line.to.kind === 'coach' ? awardWords.seal(ctx.ports.crypto, id, 'coach', line.to.name) : null,
      unit,
      unitKey: unit === null ? null : unitNameKey(unit),
      because: line.because,
      rank: line.to.kind === 'unit' || ranks.length === 0 ? null : Math.min(...ranks),
      fen: line.fen,
      giver: line.giver,
      state: 'given',
      reason: null,
      changedBy: null,
      changedAt: null,
      consents: null,
      consentedAt: null,
      paperNumber: null,
      paperIssuedAt: null,
      paidOn: null,
      paidHow: null,
      paidBy: null,
      rankedIn,
      keptRank: null,
    };
  });
}
