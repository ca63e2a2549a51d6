import type { BanView } from '@jikaotong/shared/contract';
import type { Actor, Context } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { findImported } from '../imported-records';
import { nameOfPerson } from '../persons';
import { type StoredBan, banWords } from './breach.record';

type Reading = Pick<Context, 'h' | 'ports'> & { readonly actor: Actor };

/** A ban as staff of its body read it. */
export async function presentBan(ctx: Reading, ban: StoredBan): Promise<BanView> {
  const { liftProposedBy: by, liftProposedAt: at, liftedBy, liftedAt } = ban;
  const before = ban.breachId === null ? await findImported(ctx.h, ban.id) : null;
  const names = await staffNamesOf(
    ctx.h,
    [by, liftedBy].filter((one) => one !== null),
  );
  return {
    id: ban.id,
    bodyId: ban.bodyId,
    name: (await nameOfPerson(ctx.h, ban.personId)) ?? '',
    from: ban.fromDay,
    until: ban.untilDay,
    state: liftedAt !== null ? 'lifted' : by !== null ? 'lifting' : 'standing',
    source: ban.source,
    breachId: ban.breachId,
    imported: before && { source: before.source, on: before.importedOn },
    lifting:
      by === null || at === null
        ? null
        : {
            by: names.get(by) ?? '',
            at,
            reason: banWords.openIf(ctx.ports.crypto, ban, 'reason') ?? '',
            mine: by === ctx.actor.accountId,
          },
    liftedAt,
    liftedBy: liftedBy === null ? null : (names.get(liftedBy) ?? ''),
  };
}
