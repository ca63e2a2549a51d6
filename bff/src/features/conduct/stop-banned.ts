import { stoppedByBan } from '@jikaotong/shared/words';
import type { Context } from '../../platform/http';
import { findApplication, stopApplication } from '../applications';
import { openCase } from '../cases';
import { stopEntry } from '../contests';
import { bannedPaidKey } from './bar-paid';
import { liveUnder } from './ban.repository';
import type { StoredBan } from './breach.record';

/**
 * What a person has under way at the body ends with the reason, where it is examined while the ban runs: an order that is
 * open is owed no more; of what is paid staff get a case, for the notice says what becomes of that money.
 */
export async function stopBanned(
  ctx: Context,
  ban: Pick<StoredBan, 'id' | 'bodyId' | 'personId' | 'untilDay'>,
  by: { readonly except: string; readonly accountId: string },
): Promise<void> {
  const reason = stoppedByBan(ban.untilDay);
  for (const { candidateId, kind } of await liveUnder(ctx.h, { ...ban, except: by.except })) {
    if (kind === 'entry') {
      await stopEntry(ctx, candidateId, { reason, byAccountId: by.accountId });
      continue;
    }
    const row = await findApplication(ctx.h, candidateId);
    if (!row) continue;
    if (await stopApplication(ctx, row, reason)) continue;
    const caseKey = bannedPaidKey(ban, candidateId);
    await openCase(ctx.h, { caseKey, bodyId: ban.bodyId, kind: 'banned-paid', candidateId }, ctx.now.ms);
  }
}
