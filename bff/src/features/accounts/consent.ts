import { CONSENT_VERSION } from '@jikaotong/shared/contract';
import type { Account } from './account.record';

/** Whether the consent text in force has been agreed to; an older agreement does not carry over. */
export const hasConsented = (account: Pick<Account, 'consentVersion'>): boolean =>
  account.consentVersion === CONSENT_VERSION;
