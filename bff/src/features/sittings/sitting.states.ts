import { SITTING_STATES, type SittingState } from '@jikaotong/shared/lists';

/** Whether the marks know of a sitting that its candidate came, or did not: a new state does not compile without. */
const IS_MARKED: Readonly<Record<SittingState, boolean>> = { planned: false, present: true, absent: true, void: false };

export const MARKED_SITTINGS: readonly SittingState[] = SITTING_STATES.filter((state) => IS_MARKED[state]);
