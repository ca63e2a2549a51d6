import type { StageRank } from './stage.record';

type Told = Pick<StageRank, 'rank' | 'total' | 'theory' | 'skill' | 'advances' | 'standing'>;

/** Whether a publication says of one entrant anything else than the one before; whoever was not in that one is touched. */
export const isTouched = (now: Told, before: Told | undefined): boolean =>
  !before ||
  now.rank !== before.rank ||
  now.total !== before.total ||
  now.theory !== before.theory ||
  now.skill !== before.skill ||
  now.advances !== before.advances ||
  now.standing !== before.standing;

/** What publications, first to last, said of one entrant, without those that said again what stood. */
export const touchedOnly = <T extends Told>(told: readonly T[]): T[] =>
  told.filter((row, at) => isTouched(row, told[at - 1]));
