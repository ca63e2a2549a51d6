import type { DoorCountsView } from '@jikaotong/shared/contract';
import { tierWords } from '@jikaotong/shared/words';
import type * as z from 'zod/mini';
import type { Context } from '../../platform/http';
import { findParticipants } from '../participants';
import { entrantsIn } from '../stages';
import { happenedIn, wordsOfAct } from './door-act.repository';
import { itemsOf, noticeOf, tierOf } from './duty-list';
import { dutiesOfSession } from './duty.repository';
import type { StoredAct } from './invigilation.record';
import type { Seated } from './room-hours.repository';

type Incident = z.input<typeof DoorCountsView>['incidents'][number];

/** What happened in an hour, with its picture, and of a breach what the notice says follows. */
export async function incidentsOf(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  { sessionId, slot }: { readonly sessionId: string; readonly slot: string },
  seated: readonly Seated[],
): Promise<Incident[]> {
  const acts = await happenedIn(h, sessionId, slot);
  if (acts.length === 0) return [];
  const { notice, session } = await noticeOf(h, sessionId);
  const isStage = session.kind === 'stage';
  const numbers = new Map(
    (isStage ? await entrantsIn(h, sessionId) : []).map(({ participantId, number }) => [participantId, number]),
  );
  const items = new Map(itemsOf(notice).map((item) => [item.code, item]));
  const seats = new Map(seated.map((seat) => [seat.id, seat]));
  const rooms = new Map(seated.map(({ roomId, roomName }) => [roomId, roomName]));
  const duties = new Map((await dutiesOfSession(h, sessionId)).map(({ id, name }) => [id, name]));
  const ids = acts.flatMap(({ participantId }) => participantId ?? []);
  const people = new Map((await findParticipants(h, ids)).map((one) => [one.id, one]));
  return acts.flatMap((act): Incident[] => {
    const { kind } = act;
    if (!isIncident(kind)) return [];
    const item = items.get(act.item ?? '');
    const tier = tierOf(notice, act.item);
    return [
      {
        id: act.id,
        kind,
        at: act.at,
        by: duties.get(act.dutyId ?? '') ?? '',
        roomName: rooms.get(act.roomId ?? '') ?? null,
        seat: seats.get(act.sittingId ?? '')?.seat ?? null,
        name: people.get(act.participantId ?? '')?.name ?? null,
        applicationId: people.get(act.participantId ?? '')?.candidateId ?? null,
        ...(isStage &&
          act.participantId !== null && {
            entrant: { stageId: sessionId, number: numbers.get(act.participantId) ?? null },
          }),
        item: item && tier ? { text: item.text, clause: item.clause, follows: tierWords(tier) } : null,
        words: wordsOfAct(ports.crypto, act),
        witness: wordsOfAct(ports.crypto, act, 'witness'),
        pictureUrl: act.pictureFileId === null ? null : ports.files.link(act.pictureFileId),
        open: isBreach(kind) && act.participantId !== null && (act.penalty === null || act.penalty === 'none'),
        decided: act.penalty,
        breachId: act.breachId,
        reason: wordsOfAct(ports.crypto, act, 'penaltyReason'),
      },
    ];
  });
}

const isBreach = (kind: Incident['kind']): boolean => kind === 'breach' || kind === 'impostor';

const isIncident = (kind: StoredAct['kind']): kind is Incident['kind'] =>
  kind === 'warning' || kind === 'breach' || kind === 'impostor' || kind === 'incident';
