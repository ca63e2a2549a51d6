import { type Context, refuse } from '../../platform/http';
import { listExamPapers, listSites } from '../sessions';
import { seatingFrame } from './seating-input';
import { sittingsIn } from './sitting.repository';

/**
 * Whoever sits already sits on: refuses `places-in-use`, with the site, where a paper they are seated for went or
 * changed, or where a new one runs into its hours in the same rooms.
 */
export async function refuseUsedPapers(ctx: Context, { sessionId }: { readonly sessionId: string }): Promise<void> {
  const frame = seatingFrame(await listSites(ctx.h, sessionId), await listExamPapers(ctx.h, sessionId));
  for (const sitting of await sittingsIn(ctx.h, sessionId)) {
    const { participantId, endsAt, siteId, slot, siteName } = sitting;
    const place = frame.placeOf(sitting, participantId);
    const now = place && frame.sittingOf(place, { sessionId, participantId });
    if (now?.endsAt !== endsAt || now.siteId !== siteId || now.slot !== slot)
      refuse('places-in-use', { site: siteName });
  }
}
