import { type Actor, type Context, refuse } from '../../platform/http';
import { findCandidates } from '../candidates';
import { type Participant, findParticipants } from '../participants';

/** A participant of a stage whom the caller entered; anybody else's does not exist. */
export async function ownPlace(
  { h, actor }: Pick<Context, 'h'> & { readonly actor: Actor },
  id: string,
): Promise<Participant> {
  const [place] = (await findParticipants(h, [id])).filter(({ kind }) => kind === 'entry');
  const candidate = place && (await findCandidates(h, [place.candidateId])).get(place.candidateId);
  return candidate && candidate.accountId === actor.accountId ? place : refuse('not-found');
}
