import { type TieDecision, supposing } from '@jikaotong/shared/rules/ranking';
import { newId } from '../../platform/db';
import { type Actor, type Context, refuse } from '../../platform/http';
import { takeTurn } from './desk.repository';
import { type RankingNow, rankingNow } from './ranking-now';
import { endTies, insertTie } from './ranking.repository';
import type { FrozenStage } from './stage';
import { tieWords } from './stage.record';

type Decided = {
  /** Numbers of the roster, the best first. */
  readonly order: readonly number[];
  readonly jury: string;
  readonly reason: string;
  readonly turn: number;
};

/**
 * Writes down what the jury decided about exactly one full tie, in place of what it decided before. Refuses
 * `changed-meanwhile` where something was noted since the turn that was seen, `tie-refused`.
 */
export async function decideTie(
  ctx: Context & { readonly actor: Actor },
  stage: FrozenStage,
  { order, jury, reason, turn }: Decided,
): Promise<void> {
  if (turn !== stage.desk.turn || !(await takeTurn(ctx.h, stage.desk))) refuse('changed-meanwhile');
  const { crypto } = ctx.ports;
  const now = await rankingNow(ctx.h, crypto, stage);
  const decision: TieDecision = { order: order.map(idByNumber(now)), reason };
  const replaced = now.decided.filter(({ entrants }) => entrants.some((id) => decision.order.includes(id)));
  const others = now.given.decisions.filter(({ order: known }) => !known.some((id) => decision.order.includes(id)));
  const judged = supposing({ ...now.given, decisions: others }, [{ kind: 'decided', decision }]);
  if (!judged.ok) refuse('tie-refused', faultIn(now, judged.error[0]));
  const over = [...replaced, ...now.lapsed].map(({ id }) => id);
  await endTies(ctx.h, over, ctx.now.ms);
  const id = newId();
  await insertTie(ctx.h, {
    id,
    stageId: stage.id,
    entrants: decision.order,
    jury: tieWords.seal(crypto, id, 'jury', jury),
    reason: tieWords.seal(crypto, id, 'reason', reason),
    decidedBy: ctx.actor.accountId,
    decidedAt: ctx.now.ms,
    endedAt: null,
  });
  ctx.audit('stage-tie-decided', { stageId: stage.id, noticeId: stage.notice.id }, { order: order.join(',') });
}

/** The entrant with a number of the roster; a name that nobody has for one that is not on it. */
export const idByNumber = ({ entrants }: Pick<RankingNow, 'entrants'>) => {
  const ids = new Map([...entrants.values()].map(({ number, id }) => [number, id]));
  return (number: number): string => ids.get(number) ?? `#${number}`;
};

/** A fault as the desk reads it: by the numbers of its entrants. */
export function faultIn(
  { entrants }: Pick<RankingNow, 'entrants'>,
  fault: { readonly code: string; readonly entrants?: readonly string[]; readonly entrant?: string } | undefined,
) {
  const named = fault?.entrants ?? (fault?.entrant === undefined ? [] : [fault.entrant]);
  const numberOf = (id: string) => String(entrants.get(id)?.number ?? id.slice(1));
  const code = fault?.code === 'entrant-unknown' ? 'decision-entrant-unknown' : (fault?.code ?? '');
  return { code, entrants: named.map(numberOf) };
}
