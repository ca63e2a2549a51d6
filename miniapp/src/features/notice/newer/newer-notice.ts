import { NewerNotice } from '@jikaotong/shared/contract';
import type { Answer } from '../../../platform';
import type { AskedNotice, AskedOffering } from '../self-check/asked';

/** What this build can read of a notice in a newer language; null for every other answer. */
export const newerIn = (answer: Answer<unknown>): NewerNotice | null =>
  answer.state === 'refused' && answer.refusal.code === 'newer-language'
    ? NewerNotice.parse(answer.refusal.data)
    : null;

/** The notice for its questions: conditions and lists are not read, so names are typed and nothing is judged here. */
export const askedOfNewer = ({
  offerings,
}: NewerNotice): { notice: AskedNotice; offerings: readonly AskedOffering[] } => ({
  notice: { conditions: [], offerings: [], relatedOccupations: [], relatedMajors: [] },
  offerings: offerings.map(({ code, occupation }) => ({ code, occupation, routes: [] })),
});
