import type { LocalDate } from '@jikaotong/shared/kernel';
import { defineEvent } from '../../platform/http';

/** An entry was made, changed or accepted: whoever must say no to it says so here. */
export const entryTaken = defineEvent<{ readonly entryId: string; readonly bodyId: string }>('entryTaken');

/** Staff say of which ranking group an entrant of a competition is: whoever must say no to it says so here. */
export const entryGrouped = defineEvent<{ readonly entryId: string; readonly noticeId: string }>('entryGrouped');

/** An agent names somebody for a competition: whoever must say no to the document says so here, before anything is written. */
export const entrantNamed = defineEvent<{ readonly bodyId: string; readonly documentIndex: string }>('entrantNamed');

/** An account has the entry from now on that a unit or a list made; one from a list has no page of its own. */
export const entryClaimed = defineEvent<{
  readonly entryId: string;
  readonly accountId: string;
  readonly isListed: boolean;
}>('entryClaimed');

/** An entry has ended, in every stage that it had come to. */
export const entryEnded = defineEvent<{ readonly entryId: string }>('entryEnded');

/**
 * A stage that was announced is held on other days from now on; whoever knows that it has begun says no here. `heatsMoved`: those that
 * were drawn are on their new days already.
 */
export const stageMoved = defineEvent<{
  readonly stageId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly heatsMoved: boolean;
  readonly byAccountId: string;
}>('stageMoved');

/** A stage is not held: whoever knows that it has begun says no here, and what was given out for it is taken back. */
export const stageCancelled = defineEvent<{ readonly stageId: string }>('stageCancelled');
