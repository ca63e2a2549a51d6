import type { MessageCode } from '@jikaotong/shared/contract';
import type { Context } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import type { Entry } from './entry.repository';
import type { Entrant } from './told-entrant.repository';

type Told = Pick<Entrant, 'id' | 'accountId' | 'isListed'>;

/** Tells whoever entered, with the way to the entry; one that a list brought has no page, and maybe no account to tell. */
export async function tellEntrant(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  { id, accountId, isListed }: Told,
  code: MessageCode,
  data: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  if (accountId === null) return;
  await tellAccount(ctx, { accountId, code, data, ...(isListed ? {} : { candidateId: id }) });
}

export const entrantOf = ({ id, accountId, listedOn }: Pick<Entry, 'id' | 'accountId' | 'listedOn'>): Told => ({
  id,
  accountId,
  isListed: listedOn !== null,
});
