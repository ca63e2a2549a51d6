import type { EarlyRoster } from '@jikaotong/shared/contract';
import type { ContestRule } from '@jikaotong/shared/notice';
import type { Handle } from '../../platform/db';
import { newId } from '../../platform/db';
import { type Actor, type Context, refuse } from '../../platform/http';
import { openDesk } from './desk.repository';
import { type StageEntrant, insertEntrants } from './entrant.repository';
import { type Stage, refuseCancelled } from './stage';
import { earlyRosterOf } from './too-early';

type Waiting = {
  readonly id: string;
  readonly candidateId: string;
  readonly state: string;
  readonly group: string | null;
};

/** Who stands in the event of a stage and has not stepped back, in the order in which they came. */
export async function waitingFor(h: Handle, stageId: string): Promise<Waiting[]> {
  const rows = await h.query<{ id: string; candidate_id: string; state: string; grp: string | null }>(
    `SELECT p.id AS id, p.candidate_id AS candidate_id, p.state AS state, e.entrant_group AS grp
     FROM participant p JOIN contest_entry e ON e.id = p.candidate_id
     WHERE p.event_id = ? AND p.state IN ('submitted', 'approved') ORDER BY p.id`,
    [stageId],
  );
  return rows.map(({ id, candidate_id: candidateId, state, grp: group }) => ({ id, candidateId, state, group }));
}

/** Of those who wait, whoever is of none of the groups that are ranked each by itself. */
export const withoutGroup = (
  { rule: { rankingGroups } }: Pick<Stage, 'rule'>,
  waiting: readonly Waiting[],
): Waiting[] =>
  rankingGroups === undefined ? [] : waiting.filter(({ group }) => !rankingGroups.some(({ code }) => code === group));

/**
 * Freezes the roster of a stage: everybody accepted gets a number, in the order in which they came. Refuses `wrong-state`
 * once it is frozen or somebody is of no group, `entries-undecided` while some wait for staff, `roster-empty`, `roster-early` where it is
 * early for a reason that is not among those `seen`.
 */
export async function freezeRoster(
  ctx: Context & { readonly actor: Actor },
  stage: Stage,
  seen: readonly EarlyRoster['why'][],
): Promise<void> {
  refuseCancelled(stage);
  if (stage.desk) refuse('wrong-state', { state: 'roster-frozen' });
  const waiting = await waitingFor(ctx.h, stage.id);
  const undecided = waiting.filter(({ state }) => state === 'submitted').length;
  if (undecided > 0) refuse('entries-undecided', { entries: undecided });
  if (waiting.length === 0) refuse('roster-empty');
  // ranked by nobody else's marks, they would be the first of a group that no notice names
  if (withoutGroup(stage, waiting).length > 0) refuse('wrong-state', { state: 'entrants-ungrouped' });
  // whoever enters, or goes on by a protest, later is on no roster, and nobody can add them
  const early = (await earlyRosterOf(ctx.h, stage, ctx.now.day)).find(
    ({ why }) => why !== 'unannounced' && !seen.includes(why),
  );
  if (early) refuse('roster-early', { why: early.why });
  const desk = {
    id: stage.id,
    bodyId: stage.event.bodyId,
    noticeId: stage.notice.id,
    frozenAt: ctx.now.ms,
    frozenBy: ctx.actor.accountId,
    turn: 0,
    revision: 0,
    noticeVersionId: null,
    publishedAt: null,
  };
  if (!(await openDesk(ctx.h, desk))) refuse('wrong-state', { state: 'roster-frozen' });
  await insertEntrants(
    ctx.h,
    waiting.map((one, at) => newEntrant({ ...one, stageId: stage.id, number: at + 1, rule: stage.rule })),
  );
  const { id: noticeId } = stage.notice;
  ctx.audit('stage-roster-frozen', { stageId: stage.id, noticeId }, { stage: stage.code, entrants: waiting.length });
}

/** Somebody on a roster, of whom nothing is noted. */
export const newEntrant = (given: {
  readonly id: string;
  readonly candidateId: string;
  readonly group: string | null;
  readonly stageId: string;
  readonly number: number;
  readonly rule: ContestRule;
}): StageEntrant => ({
  id: newId(),
  stageId: given.stageId,
  participantId: given.id,
  candidateId: given.candidateId,
  number: given.number,
  rankingGroup: given.rule.rankingGroups?.find(({ code }) => code === given.group)?.code ?? null,
  version: 0,
  theory: null,
  theoryOpenBy: null,
  skill: null,
  skillOpenBy: null,
  standing: 'present',
  standingOpenBy: null,
  rank: null,
  place: given.number,
});
