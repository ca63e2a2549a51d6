import type { DocumentType } from '@jikaotong/shared/notice';
import { normaliseName } from '@jikaotong/shared/rules/identity';
import type { Crypto } from '../../platform/crypto';
import { type Context, refuse } from '../../platform/http';
import { type TriedSecret, forgetWrong, hasConsented, loadAccount, noteWrong, phoneOf, waitFor } from '../accounts';
import { type Application, changeOwner, findApplicationsByDocument } from '../applications';
import { phoneIndexOf } from '../candidates';
import { documentIndexOf } from '../persons';
import { claimSlip, findSlipOf } from './slip.repository';

export type Claim = {
  readonly accountId: string;
  readonly name: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
};

/**
 * Takes over the newest walk-in that names this document, this name and the phone proven for this account; null when
 * there is none, and the try is counted. Refuses `consent-needed`, `phone-not-proven`, `too-many-requests`,
 * `application-conflict`.
 */
export async function claim(ctx: Context, given: Claim): Promise<string | null> {
  const { crypto } = ctx.ports;
  const account = await loadAccount(ctx.h, given.accountId);
  if (!hasConsented(account)) refuse('consent-needed');
  const phone = phoneOf(crypto, account) ?? refuse('phone-not-proven');
  const question = triesOf(crypto, given.accountId);
  const waitMs = await waitFor(ctx.h, question, ctx.now.wallMs);
  if (waitMs > 0) refuse('too-many-requests', { retryInSeconds: Math.ceil(waitMs / 1000) });
  const row = await findWalkIn(ctx, given, phone);
  if (!row) {
    await noteWrong(ctx.h, question, ctx.now.wallMs);
    return null;
  }
  await forgetWrong(ctx.h, question);
  await changeOwner(ctx, row, given.accountId);
  return row.id;
}

/** Found and taken at once: of two who claim, one goes away with nothing. */
async function findWalkIn(ctx: Context, given: Claim, phone: string): Promise<Application | null> {
  const { index } = documentIndexOf(ctx.ports.crypto, given);
  const phoneIndex = phoneIndexOf(ctx.ports.crypto, phone);
  for (const row of await findApplicationsByDocument(ctx.h, index)) {
    if (row.name !== normaliseName(given.name) || row.phoneIndex !== phoneIndex) continue;
    const slip = await findSlipOf(ctx.h, row.id);
    if (slip?.walkIn && (await claimSlip(ctx.h, slip.id, ctx.now.ms))) return row;
  }
  return null;
}

const triesOf = (crypto: Crypto, accountId: string): TriedSecret => ({
  most: 5,
  withinMs: 24 * 3_600_000,
  key: crypto.blindIndex('wrong-claims', accountId),
});
