import { importedRecords as contract } from '@jikaotong/shared/contract';
import { normaliseName } from '@jikaotong/shared/rules/identity';
import { type Context, type Route, command, refuse } from '../../platform/http';
import {
  type TriedSecret,
  forgetWrong,
  hasConsented,
  loadAccount,
  noteWrong,
  phoneIndexOf,
  phoneOf,
  waitFor,
} from '../accounts';
import { findPersonByDocument } from '../persons';
import { changeImported, passesOfPeople } from './imported-record.repository';

type Claim = Parameters<typeof findPersonByDocument>[2] & {
  readonly name: string;
  readonly ticketNumber?: string | undefined;
};

/** The pass that a retake builds on, or null for a wrong try, which is counted: five a day. */
async function claim(ctx: Context, given: Claim, accountId: string): Promise<string | null> {
  const { crypto } = ctx.ports;
  const account = await loadAccount(ctx.h, accountId);
  if (!hasConsented(account)) refuse('consent-needed');
  const question: TriedSecret = {
    most: 5,
    withinMs: 24 * 3_600_000,
    key: crypto.blindIndex('wrong-claims', `passes:${accountId}`),
  };
  const waitMs = await waitFor(ctx.h, question, ctx.now.wallMs);
  if (waitMs > 0) refuse('too-many-requests', { retryInSeconds: Math.ceil(waitMs / 1000) });
  const mine = await provenPasses(ctx, given, { accountId, phone: phoneOf(crypto, account) });
  const [first] = mine;
  if (!first) {
    await noteWrong(ctx.h, question, ctx.now.wallMs);
    return null;
  }
  await forgetWrong(ctx.h, question);
  for (const pass of mine)
    if (pass.claimedBy === null) {
      if (!(await changeImported(ctx.h, pass, { claimedBy: accountId }))) refuse('changed-meanwhile');
      ctx.audit('passes-claimed', { bodyId: pass.bodyId }, {});
    }
  return first.id;
}

/** All passes of this person at the bodies where one is proven, the latest first; what another account has is nobody else's. */
async function provenPasses(
  ctx: Context,
  given: Claim,
  { accountId, phone }: { readonly accountId: string; readonly phone: string | null },
) {
  const { crypto } = ctx.ports;
  const person = await findPersonByDocument(ctx.h, crypto, given);
  if (person?.name !== normaliseName(given.name)) return [];
  const passes = await passesOfPeople(ctx.h, [person.id]);
  const ticketIndex = given.ticketNumber && crypto.blindIndex('imported-ticket', given.ticketNumber);
  const phoneIndex = phone && phoneIndexOf(crypto, phone);
  const proven = passes.filter(
    (pass) =>
      (pass.claimedBy === null || pass.claimedBy === accountId) &&
      ((ticketIndex && pass.ticketIndex === ticketIndex) || (phoneIndex && pass.phoneIndex === phoneIndex)),
  );
  const bodies = new Set(proven.map(({ bodyId }) => bodyId));
  return passes
    .filter(({ bodyId, claimedBy }) => bodies.has(bodyId) && (claimedBy === null || claimedBy === accountId))
    .toSorted((a, b) => (a.content.publishedOn < b.content.publishedOn ? 1 : -1));
}

const NONE = 'none';
/** The id of this command is the pass, or the verdict on a wrong try: it is counted before it is refused. */
const claimOne = command(contract.claimPasses, {
  handle: async (ctx) => ({ id: (await claim(ctx, ctx.input.body, ctx.actor.accountId)) ?? NONE }),
  call: () => Promise.resolve(),
  present: (_, retakeId) => (retakeId === NONE ? refuse('pass-not-found') : Promise.resolve({ retakeId })),
});

export const routes: Route[] = [claimOne];
