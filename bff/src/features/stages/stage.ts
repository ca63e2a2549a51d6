import type { Role } from '@jikaotong/shared/contract';
import type { ContestRule, Notice, StageCode } from '@jikaotong/shared/notice';
import type { Handle } from '../../platform/db';
import { type Actor, bodiesOf, refuse } from '../../platform/http';
import { findContestStage } from '../contests';
import { loadNotice, loadNoticeVersion } from '../notices';
import { type Event, findEvents } from '../sessions';
import { findDesk } from './desk.repository';
import type { StageDeskRow } from './stage.record';

/** A stage of a competition as its desk works on it; `desk` null: its roster is not frozen. */
export type Stage = {
  readonly id: string;
  readonly code: StageCode;
  readonly name: string;
  readonly event: Event;
  readonly notice: Notice;
  /** By the version that published ranks froze, else by the current one. */
  readonly noticeVersionId: string;
  readonly rule: ContestRule;
  readonly desk: StageDeskRow | null;
};
export type FrozenStage = Stage & { readonly desk: StageDeskRow };

/** Null where there is no such stage. */
export async function findStage(h: Handle, id: string): Promise<Stage | null> {
  const row = await findContestStage(h, id);
  const event = row && (await findEvents(h, [id])).get(id);
  if (!row || !event) return null;
  const desk = await findDesk(h, id);
  const frozen = desk?.noticeVersionId ?? null;
  const version = frozen === null ? await loadNotice(h, row.noticeId) : await loadNoticeVersion(h, frozen);
  const rule = version.notice.contest;
  const found = rule?.stages.find(({ code }) => code === row.stage);
  // a later version may name it no more
  if (!rule || !found) return null;
  const { code, name } = found;
  return { id, code, name, event, notice: version.notice, noticeVersionId: version.id, rule, desk };
}

type Asking = { readonly h: Handle; readonly actor: Actor };

/** A stage of a body where the caller has one of these roles; any other does not exist. */
export async function staffStage({ h, actor }: Asking, id: string, roles: readonly Role[]): Promise<Stage> {
  const stage = await findStage(h, id);
  return stage && bodiesOf(actor, roles).includes(stage.event.bodyId) ? stage : refuse('not-found');
}

/** The same, whose roster is frozen; refuses `wrong-state` before. */
export async function frozenStage(asking: Asking, id: string, roles: readonly Role[]): Promise<FrozenStage> {
  return frozen(await staffStage(asking, id, roles));
}

export const frozen = (stage: Stage): FrozenStage => {
  const { desk } = stage;
  return desk === null ? refuse('wrong-state', { state: 'roster-open' }) : { ...stage, desk };
};

/** The stage that follows; null after the last one. */
export function nextStageOf({ rule, code }: Pick<Stage, 'rule' | 'code'>): ContestRule['stages'][number] | null {
  const at = rule.stages.findIndex((one) => one.code === code);
  return rule.stages[at + 1] ?? null;
}

/** Nothing is noted or made known of a stage that is not held. Refuses `wrong-state`. */
export function refuseCancelled({ event }: Pick<Stage, 'event'>): void {
  if (event.state === 'cancelled') refuse('wrong-state', { state: 'stage-cancelled' });
}
