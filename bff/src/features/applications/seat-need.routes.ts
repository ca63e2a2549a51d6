import { seatNeeds as contract } from '@jikaotong/shared/contract';
import { type Route, action, query } from '../../platform/http';
import { loadOwn } from './owner-access';
import { findSeatNeed, writeSeatNeed } from './seat-need.repository';

const getSeatNeed = query(contract.getSeatNeed, async (ctx) => {
  const { id } = await loadOwn(ctx, ctx.input.params.id);
  return findSeatNeed(ctx.h, ctx.ports.crypto, id);
});

const setSeatNeed = action(contract.setSeatNeed, {
  handle: async (ctx) => {
    const { id } = await loadOwn(ctx, ctx.input.params.id);
    const { needed, note } = ctx.input.body;
    const told = { candidateId: id, needed, note: note ?? '', nowMs: ctx.now.ms };
    await writeSeatNeed(ctx.h, ctx.ports.crypto, told);
    return findSeatNeed(ctx.h, ctx.ports.crypto, id);
  },
});

export const routes: Route[] = [getSeatNeed, setSeatNeed];
