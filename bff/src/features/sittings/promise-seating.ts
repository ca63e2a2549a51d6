import type { Context } from '../../platform/http';
import { promisedSeating } from './seating.repository';

/** Candidates may apply from now on: nobody is on the list yet when the seed of its seats is promised. */
export async function promiseSeating(ctx: Context, { sessionId }: { readonly sessionId: string }): Promise<void> {
  await promisedSeating(ctx, sessionId);
}
