import type { Handle } from '../../platform/db';
import { findAccount } from './account.repository';

/** The names under which colleagues know these accounts; one without a name is empty. */
export async function staffNamesOf(h: Handle, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(accountIds)) names.set(id, (await findAccount(h, id))?.displayName ?? '');
  return names;
}
