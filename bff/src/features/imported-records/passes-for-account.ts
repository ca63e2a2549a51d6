import type { Handle } from '../../platform/db';
import { type ImportedPass, passesOfPeople, peopleOfAccount } from './imported-record.repository';
import { type RuledOffering, offeringsOf, sameOffering } from './offerings-kept';

/** Passes from before at a body of whoever an account is known or proven to be, each with the notice that keeps it. */
export async function passesForAccount(
  h: Handle,
  of: { readonly accountId: string; readonly bodyId: string },
): Promise<readonly (ImportedPass & { readonly ruled: RuledOffering })[]> {
  const passes = (await passesOfPeople(h, await peopleOfAccount(h, of))).filter(({ bodyId }) => bodyId === of.bodyId);
  if (passes.length === 0) return [];
  const offerings = await offeringsOf(h, of.bodyId);
  return passes.flatMap((pass) => {
    const ruled = offerings.find(({ offering }) => sameOffering(offering, pass.content.offering));
    return ruled ? [{ ...pass, ruled }] : [];
  });
}
