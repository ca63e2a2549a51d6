import { sittings as contract } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import { type Route, download, publishedQuery, refuse } from '../../platform/http';
import { findExamDay, listSites } from '../sessions';
import { type Seating, findSeating, seedOf, stepsOf } from './seating.repository';

/** A seating of a session that visitors may see. */
async function shownSeating(h: Handle, sessionId: string) {
  const session = await findExamDay(h, sessionId);
  if (!session || session.state === 'planned') return refuse('not-found');
  const seating = (await findSeating(h, sessionId)) ?? refuse('not-found');
  return { session, seating };
}

const toldSeed = (crypto: Crypto, seating: Seating): string | null =>
  seating.revealedAt === null ? null : seedOf(crypto, seating);

const getSeating = publishedQuery(contract.getSeating, async (ctx) => {
  const { seating } = await shownSeating(ctx.h, ctx.input.params.id);
  const { commitment, committedAt, revealedAt } = seating;
  return {
    commitment,
    committedOn: dayAt(committedAt),
    seed: toldSeed(ctx.ports.crypto, seating),
    revealedOn: revealedAt === null ? null : dayAt(revealedAt),
    steps: (await stepsOf(ctx.h, seating.id)).length,
  };
});

/** Never a name, an employer or a need; nobody but who knows a participant's id finds the pseudonym. */
const downloadSeating = download(contract.downloadSeating, {
  find: async (ctx) => {
    const { session, seating } = await shownSeating(ctx.h, ctx.input.params.id);
    const sites = await listSites(ctx.h, session.id);
    const { id, name, examStart } = session;
    return {
      format: 'jikaotong-seating-1',
      session: { id, name, examStart },
      commitment: seating.commitment,
      committedAt: new Date(seating.committedAt).toISOString(),
      seed: toldSeed(ctx.ports.crypto, seating),
      rooms: Object.fromEntries(
        sites.flatMap((site) => site.rooms.map((room) => [room.id, `${site.name} ${room.name}`] as const)),
      ),
      steps: (await stepsOf(ctx.h, session.id)).map(({ takenAt, step }) => {
        return { takenAt: new Date(takenAt).toISOString(), ...step };
      }),
    };
  },
  render: async (_, file) => ({
    bytes: Buffer.from(JSON.stringify(file)),
    type: 'application/json',
    name: `排座-${file.session.name}.json`,
  }),
});

export const routes: Route[] = [getSeating, downloadSeating];
