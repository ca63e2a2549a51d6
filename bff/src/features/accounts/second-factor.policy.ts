import type { Config } from '../../platform/config';
import type { Account } from './account.record';

/** Moments as they come from any query; null: never, or no more. */
type HasSecondFactor = Pick<Account, 'kind'> & { readonly totpConfirmedAt: unknown; readonly totpDueSince: unknown };

/**
 * Whether a member of staff has to set a second factor up before anything else: a lost one was taken away, or there never
 * was one where the installation asks for it. Every role sees data of people or decides, so none is let off.
 */
export const owesSecondFactor = (
  { kind, totpConfirmedAt, totpDueSince }: HasSecondFactor,
  { needsSecondFactor }: Pick<Config, 'needsSecondFactor'>,
): boolean => kind === 'staff' && (totpDueSince !== null || (needsSecondFactor && totpConfirmedAt === null));
