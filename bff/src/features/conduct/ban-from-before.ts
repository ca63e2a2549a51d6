import type { importedConfirmed } from '../imported-records';
import type { Context } from '../../platform/http';
import { changeBan, findBan, insertBan } from './ban.repository';
import { stopBanned } from './stop-banned';

type Confirmed = ReturnType<typeof importedConfirmed.payloadOf>;

/** A decision from before, confirmed by another person, keeps the person away as one of ours; what is under way ends. */
export async function banFromBefore(
  ctx: Context,
  { id, bodyId, personId, content, byAccountId }: Confirmed,
): Promise<void> {
  if (content.kind !== 'ban') return;
  const { from: fromDay, until: untilDay, basis } = content;
  const source = { clause: basis, quote: '机构使用本系统以前作出的处理决定' };
  const there = await findBan(ctx.h, id);
  if (there) {
    // one that was lifted meanwhile stays lifted
    if (!(await changeBan(ctx.h, { id }, null, { fromDay, untilDay, source }))) return;
  } else
    await insertBan(ctx.h, {
      id,
      bodyId,
      personId,
      breachId: null,
      liveKey: `before:${id}`,
      fromDay,
      untilDay,
      source,
      reason: null,
      createdAt: ctx.now.ms,
      liftedAt: null,
      liftedBy: null,
      liftProposedBy: null,
      liftProposedAt: null,
    });
  ctx.audit('ban-begun', { bodyId }, { until: untilDay });
  await stopBanned(ctx, { id, bodyId, personId, untilDay }, { except: '', accountId: byAccountId });
}
