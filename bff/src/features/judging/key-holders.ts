import { judging as contract } from '@jikaotong/shared/contract';
import type { Handle } from '../../platform/db';
import { type Actor, bodiesOf, refuse } from '../../platform/http';
import { keptKey } from '../draws';
import type { Judging } from './judging.repository';

/** Who of the staff may hold the key of a draw while marks are given. */
export const KEY_HOLDERS = ['exam-officer', 'administrator'] as const;

type Asking = { readonly h: Handle; readonly actor: Actor };

/** Whether the caller may connect a number to a name: holds the key, or nobody does any more. */
export async function connects({ h, actor }: Asking, { stageId }: Pick<Judging, 'stageId'>): Promise<boolean> {
  const key = await keptKey(h, stageId);
  return key === null || key.includes(actor.accountId);
}

/** Whether the caller sees which judge gave what: a number that one leaves out tells whose it is. Who keys marks in has the signed paper. */
export const seesJudges = async (asking: Asking, judging: Pick<Judging, 'stageId' | 'bodyId'>): Promise<boolean> =>
  bodiesOf(asking.actor, contract.keyJudgeMark.who).includes(judging.bodyId) || connects(asking, judging);

type Held = Pick<Judging, 'keyHolders'>;

/** Nothing is marked while names stand beside numbers for everybody: refuses `key-holders-wrong`. */
export function refuseUnheld({ keyHolders }: Held): void {
  if (keyHolders.length !== 2) refuse('key-holders-wrong');
}

/** What depends on who stands behind a number is for the two who know it anyway; nobody else can try it out. */
export function refuseUnlessHolder(judging: Held, accountId: string): void {
  refuseUnheld(judging);
  if (!judging.keyHolders.includes(accountId)) refuse('wrong-state', { state: 'not-key-holder' });
}
