import { refuse } from '../../platform/http';
import type { Judging } from './judging.repository';

/** Who of the staff may hold the key of a draw while marks are given. */
export const KEY_HOLDERS = ['exam-officer', 'administrator'] as const;

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
