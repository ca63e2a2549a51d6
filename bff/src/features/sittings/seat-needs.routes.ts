import { seatNeeds as contract } from '@jikaotong/shared/contract';
import { type Route, query } from '../../platform/http';
import { seatNeedsOf } from '../applications';
import { listSites } from '../sessions';
import { seatAt } from './seat-view';
import { sittersOf } from './sitters';
import { sittingsOf } from './sitting.repository';
import { staffExamDay } from './staff-session';

const listSeatNeeds = query(contract.listSeatNeeds, async (ctx) => {
  const session = await staffExamDay(ctx, contract.listSeatNeeds.who);
  const paid = await sittersOf(ctx.h, session);
  const candidateIds = paid.map(({ candidateId }) => candidateId);
  const needs = await seatNeedsOf(ctx.h, ctx.ports.crypto, candidateIds);
  const inNeed = paid.filter(({ candidateId }) => needs.has(candidateId));
  const sittings = await sittingsOf(
    ctx.h,
    inNeed.map(({ id }) => id),
  );
  const back = new Map(
    (await listSites(ctx.h, session.id)).flatMap(({ rooms }) =>
      rooms.map(({ id, accessible = [] }) => [id, accessible]),
    ),
  );
  return {
    items: inNeed.map(({ id, candidateId, name }) => ({
      applicationId: candidateId,
      name: name ?? '',
      note: needs.get(candidateId) || null,
      seats: sittings
        .filter(({ participantId }) => participantId === id)
        .map((sitting) => {
          const { siteName: _, ...at } = seatAt(sitting);
          const accessible = back.get(sitting.roomId)?.includes(sitting.seat) ?? false;
          return { sittingId: sitting.id, subject: sitting.subject, ...at, accessible };
        }),
    })),
  };
});

export const routes: Route[] = [listSeatNeeds];
