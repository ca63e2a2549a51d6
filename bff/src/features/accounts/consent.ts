import { CONSENT_VERSION } from '@jikaotong/shared/contract';
import { type Context, refuse } from '../../platform/http';
import type { Account } from './account.record';
import { dropConsent } from './account.repository';

/** Whether the consent text in force has been agreed to; an older agreement does not carry over. */
export const hasConsented = (account: Pick<Account, 'consentVersion'>): boolean =>
  account.consentVersion === CONSENT_VERSION;

/** Takes back what was agreed to. Refuses `wrong-state` where nothing was. */
export async function takeConsentBack(ctx: Context, accountId: string): Promise<void> {
  if ((await dropConsent(ctx.h, accountId)) === 0) refuse('wrong-state');
  ctx.audit('consent-withdrawn', { accountId });
}
