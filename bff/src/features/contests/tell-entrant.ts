import type { MessageCode } from '@jikaotong/shared/contract';
import type { Context } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import type { Entry } from './contest.record';

/** Tells whoever entered, with the way to the entry; one that a list brought has no page, and maybe no account to tell. */
export async function tellEntrant(
  c: Pick<Context, 'h' | 'now' | 'ports'>,
  { id, accountId, listedOn }: Pick<Entry, 'id' | 'accountId' | 'listedOn'>,
  code: MessageCode,
  data: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  if (accountId === null) return;
  await tellAccount(c, { accountId, code, data, ...(listedOn === null ? { entryId: id } : {}) });
}
