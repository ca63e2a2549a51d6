import { type Context, refuseWhen } from '../../platform/http';
import { type Member, type OpenRoster, refuseClosed } from './own-roster';
import { findCounter } from './roster-counter.repository';

/** What was sent back, or is still open at the counter, is mended beyond the window, as long as it can be handed in. */
export async function refuseMending(
  ctx: Pick<Context, 'h' | 'now'>,
  open: OpenRoster,
  { row, application }: Member,
): Promise<void> {
  const closed = refuseClosed(open, ctx.now.day);
  if (!closed || (application.state === 'returned' && closed.refused !== 'wrong-state')) return;
  const until = row.listedAt === null ? null : ((await findCounter(ctx.h, open.roster.id))?.openUntil ?? null);
  if (closed.refused !== 'too-late' || until === null || until < ctx.now.day) refuseWhen(closed);
}
