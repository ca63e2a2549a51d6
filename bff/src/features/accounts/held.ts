import { type Held, held } from '../../platform/held';
import { accountRecord, signInRecord, tokenFamilyRecord } from './account.record';

/** What the accounts keep of whoever signs in. What is left of a closed account is an id that other rows name. */
export const heldHere: readonly Held[] = [
  held(accountRecord, {
    kind: 'account',
    whose: 'account',
    by: 'id',
    ours: ['totpSecret', 'totpStep'],
    sealedAs: { totpSecret: 'totp_secret' },
    over: {
      displayName: null,
      phone: null,
      disabled: true,
      consentVersion: null,
      consentAt: null,
      totpSecret: null,
      totpConfirmedAt: null,
      totpStep: null,
    },
  }),
  held(signInRecord, {
    kind: 'account',
    whose: 'account',
    by: 'accountId',
    // the subject of a phone is its blind index; the phone itself stands with the account
    ours: ['secretHash', 'subject'],
    over: 'row',
  }),
  held(tokenFamilyRecord, {
    kind: 'account',
    whose: 'account',
    by: 'accountId',
    ours: ['currentHash', 'previousHash', 'seed'],
    over: 'row',
  }),
];
