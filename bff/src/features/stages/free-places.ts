import type { Handle } from '../../platform/db';
import { type Participant, participantsIn } from '../participants';
import { entrantsIn } from './entrant.repository';
import type { NextStage } from './next-stage';
import type { publishedOf } from './ranking-now';
import type { StageRank } from './stage.record';

type Published = NonNullable<Awaited<ReturnType<typeof publishedOf>>>;

/** Places of the next stage that nobody holds in a group, and who is next in line for one. */
export type FreePlace = { readonly group: string | null; readonly free: number; readonly first: StageRank };

export type NextRoster = {
  readonly free: readonly FreePlace[];
  /** Who takes part in the next stage and did not advance by rank; whoever was dismissed from it does not. */
  readonly admitted: readonly { readonly entrantId: string; readonly participant: Participant }[];
};

/** How the next stage is filled beside what was published; who has stepped back from it leaves the place free. */
export async function nextRosterOf(h: Handle, published: Published, next: NextStage): Promise<NextRoster> {
  const there = await participantsIn(
    h,
    published.rows.map(({ candidateId }) => candidateId),
  );
  const placeOf = ({ candidateId }: StageRank): Participant | undefined =>
    (there.get(candidateId) ?? []).find(({ eventId }) => eventId === next.eventId);
  const gone = new Set(
    (await entrantsIn(h, next.eventId)).flatMap(({ standing, candidateId }) =>
      standing === 'withdrawn' ? [candidateId] : [],
    ),
  );
  const takesPart = (row: StageRank): boolean => placeOf(row)?.state === 'approved' && !gone.has(row.candidateId);
  // the stage that was published is the event of this participant
  const remains = ({ candidateId, stageId }: StageRank): boolean =>
    (there.get(candidateId) ?? []).some(({ eventId, state }) => eventId === stageId && state === 'approved');
  const ranked = published.rows.filter(({ rank }) => rank !== null);
  const free = published.ranking.groups.flatMap(({ group, line }): FreePlace[] => {
    const rows = ranked.filter(({ rankingGroup }) => rankingGroup === group);
    const places = (line?.quota ?? 0) - rows.filter(takesPart).length;
    const first = rows.find((row) => mayCome(placeOf(row)) && !gone.has(row.candidateId) && remains(row));
    return places > 0 && first ? [{ group, free: places, first }] : [];
  });
  const admitted = ranked.flatMap((row) => {
    const participant = placeOf(row);
    return participant?.state === 'approved' && !row.advances ? [{ entrantId: row.entrantId, participant }] : [];
  });
  return { free: next.begun || next.cancelled ? [] : free, admitted };
}

/** Never there, or dismissed by a correction that was itself corrected; who has stepped back from it stays away. */
const mayCome = (place: Participant | undefined): boolean => place === undefined || place.state === 'rejected';
