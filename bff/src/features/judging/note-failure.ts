import { newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { drawnPlaces } from '../draws';
import { addFailure, failuresOf } from './judge-mark.repository';
import { runsOf } from './judging-now';
import { type Judging, start } from './judging.repository';
import { failureWords } from './judging.record';

type Said = {
  readonly placeId: string;
  readonly run: number;
  readonly stoppedAt: string;
  readonly minutes: number;
  readonly again: boolean;
  readonly reason: string;
  readonly witness: string;
  readonly accountId: string;
};

/** Notes that equipment failed at a number in the run that is seen; what was marked of a run that starts anew stays beside. */
export async function noteFailure(ctx: Context, judging: Judging, said: Said): Promise<void> {
  const place = [...(await drawnPlaces(ctx.h, judging.stageId)).values()].find(({ id }) => id === said.placeId);
  if (!place) return refuse('not-found');
  const run = runsOf(await failuresOf(ctx.h, judging.id)).get(place.id) ?? 1;
  if (run !== said.run) refuse('changed-meanwhile');
  const id = newId();
  const { crypto } = ctx.ports;
  const isNew = await addFailure(ctx.h, {
    id,
    judgingId: judging.id,
    placeId: place.id,
    candidateId: place.candidateId,
    run,
    stoppedAt: said.stoppedAt,
    minutes: said.minutes,
    again: said.again,
    againKey: said.again ? `${place.id}:${run}` : null,
    reason: failureWords.seal(crypto, id, 'reason', said.reason),
    witness: failureWords.seal(crypto, id, 'witness', said.witness),
    notedBy: said.accountId,
    notedAt: ctx.now.ms,
  });
  if (!isNew) refuse('changed-meanwhile');
  await start(ctx.h, judging.id, ctx.now.ms);
}
