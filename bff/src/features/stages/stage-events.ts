import { defineEvent } from '../../platform/http';

/**
 * The ranks of a stage are known to everybody from now on: the first time under revision 1, then anew. `despiteAwards`: whoever
 * publishes has seen which locked awards do not follow.
 */
export const stagePublished = defineEvent<{
  readonly stageId: string;
  readonly revision: number;
  readonly despiteAwards: boolean;
}>('stagePublished');

/** Somebody takes part in a stage no more: by what was published of the one before, or by stepping back. */
export const stagePlaceEnded = defineEvent<{
  readonly stageId: string;
  readonly participantId: string;
  readonly entryId: string;
}>('stagePlaceEnded');
