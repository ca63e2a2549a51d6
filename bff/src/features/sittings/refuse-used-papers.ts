import { type Context, refuse } from '../../platform/http';
import { listExamPapers } from '../sessions';
import { slotsOf } from './seating.policy';
import { sittingsIn } from './sitting.repository';

/**
 * Whoever sits already sits on: refuses `places-in-use`, with the site, where a paper they are seated for went or
 * changed, or where a new one runs into its hours in the same rooms.
 */
export async function refuseUsedPapers(ctx: Context, { sessionId }: { readonly sessionId: string }): Promise<void> {
  const papers = await listExamPapers(ctx.h, sessionId);
  const slots = slotsOf(papers);
  for (const { offeringCode, subject, day, startsAt, endsAt, siteId, siteName, slot } of await sittingsIn(
    ctx.h,
    sessionId,
  )) {
    const paper = papers.find(
      (one) =>
        one.offeringCode === offeringCode &&
        one.subject === subject &&
        one.day === day &&
        one.startsAt === startsAt &&
        one.endsAt === endsAt &&
        one.siteId === siteId,
    );
    if (!paper || slots.get(paper) !== slot) refuse('places-in-use', { site: siteName });
  }
}
