import { type Ranked, advancing } from '@jikaotong/shared/rules/ranking';
import { type Handle, newId } from '../../platform/db';
import { type Case, casesBegun, closeCase, openCase } from '../cases';
import { type Actor, type Context, refuse } from '../../platform/http';
import { participantsIn } from '../participants';
import { takeRevision } from './desk.repository';
import { type NamedEntrant, standingOf, writeRanks } from './entrant.repository';
import { type NextStage, admit, dismiss, nextStage } from './next-stage';
import { absentMarked, againstOf } from './preview';
import { type RankingNow, rankingNow, sequelOf } from './ranking-now';
import { insertRanking, insertRanks, ranksSince } from './ranking.repository';
import type { FrozenStage } from './stage';
import { type StageRank, rankingWords } from './stage.record';
import { stagePublished } from './stage-events';

export type AsPreviewed = {
  readonly revision: number;
  readonly turn: number;
  readonly reason: string | null;
  /** Why whoever is absent has marks. */
  readonly absentReason?: string | null | undefined;
  /** That locked awards do not follow was seen. */
  readonly despiteAwards?: boolean | undefined;
};

/**
 * Publishes the ranks exactly as previewed, for the first time or anew; who goes on takes part in the next stage. Refuses
 * `changed-meanwhile` where a mark or another publication came first, `marks-unconfirmed`, `stage-incomplete`,
 * `tie-undecided`, `absent-marked` the first time while nobody says why, and anew also `stage-reason-needed` and `nothing-changed`.
 */
export async function publishStage(
  ctx: Context & { readonly actor: Actor },
  stage: FrozenStage,
  { revision: seen, turn, reason, absentReason = null, despiteAwards = false }: AsPreviewed,
): Promise<void> {
  const again = seen > 0;
  if (again && reason === null) refuse('stage-reason-needed');
  const { id, noticeVersionId } = stage;
  const set = { noticeVersionId, publishedAt: ctx.now.ms };
  // first of all writes: it locks the desk, and what was noted after the preview has another turn
  if (!(await takeRevision(ctx.h, { id, revision: seen, turn }, set))) refuse('changed-meanwhile');
  const now = await rankingNow(ctx.h, ctx.ports.crypto, stage);
  const against = againstOf(now);
  if (against.unconfirmed > 0) refuse('marks-unconfirmed', { marks: against.unconfirmed });
  if (against.incomplete > 0) refuse('stage-incomplete', { entrants: against.incomplete });
  if (against.undecidedTies > 0) refuse('tie-undecided', { ties: against.undecidedTies });
  const marked = again ? [] : absentMarked(now);
  if (marked.length > 0 && absentReason === null)
    refuse('absent-marked', { entrants: marked.map(({ number, name }) => `${number}号 ${name}`) });
  const next = await nextStage(ctx.h, stage, ctx.now.day);
  const sequel = again ? await sequelOf(ctx.h, stage, now, next?.begun ?? false) : null;
  if (sequel?.touched.length === 0) refuse('nothing-changed');
  const advanced = new Set(next === null ? [] : (sequel?.advanced ?? advancing(now.ranking)));
  const revision = seen + 1;
  const rows = rowsOf(stage, now, { revision, advanced });
  const rankingId = newId();
  await insertRanking(ctx.h, {
    id: rankingId,
    stageId: id,
    revision,
    noticeVersionId,
    lines: now.ranking.groups.map(({ group, line }) => ({ group, line })),
    reason: rankingWords.sealIf(ctx.ports.crypto, rankingId, 'reason', again ? reason : null),
    publishedAt: ctx.now.ms,
    publishedOn: ctx.now.day,
    publishedBy: ctx.actor.accountId,
  });
  await insertRanks(ctx.h, rows);
  await writeRanks(ctx.h, id, rows);
  if (next) await follow(ctx, { next, now, advanced, again });
  if (next && again) await keepCases(ctx, stage, { next, now, revision, passedOver: sequel?.passedOver ?? [] });
  const said = {
    stage: stage.code,
    revision,
    ranked: rows.filter(({ rank }) => rank !== null).length,
    ...(marked.length > 0 && { absentMarked: marked.length, how: absentReason }),
  };
  ctx.audit(again ? 'stage-republished' : 'stage-published', { stageId: id, noticeId: stage.notice.id }, said);
  await ctx.emit(stagePublished({ stageId: id, revision, despiteAwards }));
}

/** The next stage has exactly those who go on: nobody who has no rank any more, and nobody by somebody else's change. */
async function follow(
  ctx: Context,
  given: { next: NextStage; now: RankingNow; advanced: ReadonlySet<string>; again: boolean },
): Promise<void> {
  const { next, now, advanced, again } = given;
  const all = [...now.entrants.values()];
  const goOn = all.filter(({ id }) => advanced.has(id));
  await admit(ctx.h, goOn, { eventId: next.eventId, now: ctx.now });
  const ranked = new Set(now.ranking.groups.flatMap((group) => group.ranked.map(({ entrant }) => entrant)));
  if (again)
    await dismiss(
      ctx,
      all.filter(({ id }) => !ranked.has(id)),
      next.eventId,
    );
}

/**
 * Who should have advanced, and cannot by themselves any more: an open case for staff each, and for nobody else. What staff
 * have decided stands while nothing has changed for that person.
 */
async function keepCases(
  ctx: Context,
  { id: stageId, event: { bodyId } }: FrozenStage,
  given: { next: NextStage; now: RankingNow; revision: number; passedOver: readonly string[] },
): Promise<void> {
  const { next, now, revision, passedOver } = given;
  const ids = passedOver.flatMap((entrantId) => now.entrants.get(entrantId)?.candidateId ?? []);
  const there = await participantsIn(ctx.h, ids);
  const causes = `passed-over:${stageId}:`;
  const known = await casesBegun(ctx.h, causes);
  const open = known.filter(({ state }) => state === 'open');
  for (const { id, candidateId } of open)
    if (candidateId === null || !ids.includes(candidateId))
      await closeCase(ctx, id, { accountId: null, note: '名次再次更正，不再应晋级', nowMs: ctx.now.ms });
  const waiting = new Set(open.map(({ candidateId }) => candidateId));
  for (const candidateId of next.begun ? ids : []) {
    if (waiting.has(candidateId)) continue;
    // let in as a replacement before
    if ((there.get(candidateId) ?? []).some((one) => one.eventId === next.eventId && one.state === 'approved'))
      continue;
    if (
      await isDecided(
        ctx.h,
        known.filter((one) => one.candidateId === candidateId),
        { stageId, candidateId },
      )
    )
      continue;
    const caseKey = `${causes}${candidateId}:${revision}`;
    await openCase(ctx.h, { caseKey, bodyId, kind: 'passed-over', candidateId }, ctx.now.ms);
  }
}

/** Whether staff have closed the last case of a person, who stands since then as in the publication that opened it. */
async function isDecided(
  h: Handle,
  cases: readonly Case[],
  of: { readonly stageId: string; readonly candidateId: string },
): Promise<boolean> {
  const last = cases.at(-1);
  if (!last || last.resolvedBy === null) return false;
  const revision = Number(last.caseKey.split(':').at(-1));
  const [then, ...later] = await ranksSince(h, { ...of, revision });
  return later.every(({ rank, total }) => rank === then?.rank && total === then.total);
}

/** A row for everybody on the roster: the ranked best first, group by group, then the others by number. */
function rowsOf(
  { id: stageId }: FrozenStage,
  { ranking, entrants }: RankingNow,
  { revision, advanced }: { revision: number; advanced: ReadonlySet<string> },
): StageRank[] {
  const row = (entrant: NamedEntrant, ranked: Ranked | null): Omit<StageRank, 'place'> => ({
    id: newId(),
    stageId,
    revision,
    entrantId: entrant.id,
    candidateId: entrant.candidateId,
    number: entrant.number,
    rankingGroup: entrant.rankingGroup,
    rank: ranked?.rank ?? null,
    total: ranked?.total ?? null,
    theory: entrant.theory,
    skill: entrant.skill,
    standing: standingOf(entrant),
    advances: advanced.has(entrant.id),
    byJury: ranked !== null && ranked.decidedBecause !== null,
  });
  const of = (id: string): NamedEntrant => {
    const entrant = entrants.get(id);
    if (!entrant) throw new Error(`entrant ${id} is on no roster`);
    return entrant;
  };
  const best = ranking.groups.flatMap(({ ranked }) => ranked.map((one) => row(of(one.entrant), one)));
  const rest = ranking.groups.flatMap(({ unranked }) => unranked.map((one) => of(one.entrant)));
  const others = rest.toSorted((a, b) => a.number - b.number).map((one) => row(one, null));
  return [...best, ...others].map((one, at) => ({ ...one, place: at + 1 }));
}
