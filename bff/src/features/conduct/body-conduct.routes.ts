import { type BodyConducts, bodyConducts as contract } from '@jikaotong/shared/contract';
import { type ConductRule, ConductSchema } from '@jikaotong/shared/notice';
import { procedureOf } from '@jikaotong/shared/rules/conduct';
import { breachWords, tierWords } from '@jikaotong/shared/words';
import { type Actor, type Context, bodiesOf, command, query, refuse } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { conductOn, conductsOf, findBody } from '../bodies';
import { adoptable, decideConduct, proposeConduct } from './body-conduct';

type Staff = Pick<Context, 'h' | 'now'> & {
  readonly actor: Actor;
  readonly input: { readonly params: { id: string } };
};

function bodyOf({ actor, input }: Pick<Staff, 'actor' | 'input'>): string {
  const { id } = input.params;
  return bodiesOf(actor, contract.getBodyConducts.who).includes(id) ? id : refuse('not-found');
}

async function present(ctx: Staff): Promise<BodyConducts> {
  const { h, now, actor } = ctx;
  const bodyId = bodyOf(ctx);
  const rows = await conductsOf(h, bodyId);
  const names = await staffNamesOf(
    h,
    rows.flatMap(({ proposedBy, decidedBy }) => [proposedBy, ...(decidedBy === null ? [] : [decidedBy])]),
  );
  return {
    bodyName: (await findBody(h, bodyId))?.name ?? '',
    standingId: (await conductOn(h, bodyId, now.day))?.id ?? null,
    versions: rows
      .filter(({ state }) => state !== 'left')
      .map((row) => ({
        id: row.id,
        version: row.version,
        state: row.state,
        from: row.fromDay,
        adoptedFrom: row.adoptedFrom,
        ...partsOf(ConductSchema.parse(row.content)),
        by: names.get(row.proposedBy) ?? '',
        at: row.proposedAt,
        mine: row.proposedBy === actor.accountId,
        decidedBy: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? ''),
      })),
    adoptable: (await adoptable(h, bodyId)).map(({ notice, conduct, bodyName }) => ({
      noticeId: notice.id,
      title: notice.title.value,
      bodyName,
      ...partsOf(conduct),
    })),
  };
}

function partsOf(conduct: ConductRule) {
  const { statementDays, appealDays, banFrom } = procedureOf({ conduct });
  return {
    items: conduct.tiers.flatMap((tier) =>
      tier.breaches.map((breach) => ({
        tier: tier.tier,
        text: breachWords(breach),
        follows: tierWords(tier),
        afterWarning: breach.afterWarning,
        source: breach.source,
      })),
    ),
    procedure: { statementDays: statementDays.value, appealDays: appealDays.value, banFrom: banFrom.value },
  };
}

const get = query(contract.getBodyConducts, present);

const propose = command(contract.proposeConduct, {
  handle: async (ctx) => {
    const bodyId = bodyOf(ctx);
    await proposeConduct(ctx, { ...ctx.input.body, bodyId, byAccountId: ctx.actor.accountId });
    return { id: bodyId };
  },
  present,
});

const decide = command(contract.decideConduct, {
  handle: async (ctx) => {
    const bodyId = bodyOf(ctx);
    const row = (await conductsOf(ctx.h, bodyId)).find(({ id }) => id === ctx.input.params.conductId);
    await decideConduct(ctx, row ?? refuse('not-found'), { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return { id: bodyId };
  },
  present,
});

export const routes = [get, propose, decide];
