import type { MessageCode } from '@jikaotong/shared/contract';
import type { Context } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import type { Entrant, Entry } from './entry.repository';

/** Tells whoever entered, with the way to the entry; one that a list brought has no page, and maybe no account to tell. */
export async function tellEntrant(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  { id, accountId, isListed }: Entrant,
  code: MessageCode,
  data: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  if (accountId === null) return;
  await tellAccount(ctx, { accountId, code, data, ...(isListed ? {} : { candidateId: id }) });
}

export const entrantOf = ({ id, accountId, listedOn }: Pick<Entry, 'id' | 'accountId' | 'listedOn'>): Entrant => ({
  id,
  accountId,
  isListed: listedOn !== null,
});
