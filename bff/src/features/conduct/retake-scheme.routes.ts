import { type RetakeSchemes, retakeSchemes as contract } from '@jikaotong/shared/contract';
import { offeringOf } from '@jikaotong/shared/notice';
import { type Actor, type Context, bodiesOf, command, query, refuse } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { offeringNameOfParts } from '../applications';
import { findBody } from '../bodies';
import { offeringsOf } from '../imported-records';
import { loadNotice } from '../notices';
import { offeringViewOf } from '../sessions';
import { printedFeeOf } from './retake-scheme.policy';
import { schemesOf, setScheme } from './retake-schemes';

type Staff = Pick<Context, 'h' | 'now'> & {
  readonly actor: Actor;
  readonly input: { readonly params: { id: string } };
};

function bodyOf({ actor, input }: Pick<Staff, 'actor' | 'input'>): string {
  const { id } = input.params;
  return bodiesOf(actor, contract.getRetakeSchemes.who).includes(id) ? id : refuse('not-found');
}

async function present(ctx: Staff): Promise<RetakeSchemes> {
  const { h, now } = ctx;
  const bodyId = bodyOf(ctx);
  const schemes = await schemesOf(h, bodyId);
  const names = await staffNamesOf(
    h,
    schemes.map(({ setBy }) => setBy),
  );
  const offerings: RetakeSchemes['offerings'] = [];
  for (const ruled of (await offeringsOf(h, bodyId)).filter(({ isKept }) => isKept)) {
    const { notice } = await loadNotice(h, ruled.noticeId);
    const own = schemes.filter(({ offeringName }) => offeringName === offeringNameOfParts(ruled.offering));
    offerings.push({
      noticeId: notice.id,
      noticeTitle: notice.title.value,
      offering: offeringViewOf(notice, ruled.offeringCode),
      subjects: (offeringOf(notice, ruled.offeringCode)?.subjects ?? []).map(({ code, name }) => ({
        subject: code,
        name,
        feeFen: printedFeeOf(notice, ruled.offeringCode, code),
      })),
      versions: own.map(({ id, version, fromDay, rows, setBy, setAt }) => ({
        id,
        version,
        from: fromDay,
        rows: rows.map(({ subject, of, kept, feeFen }) => ({ subject, of: [...of], kept, feeFen })),
        by: names.get(setBy) ?? '',
        at: setAt,
      })),
      standingId: own.find(({ fromDay }) => fromDay <= now.day)?.id ?? null,
    });
  }
  return { bodyName: (await findBody(h, bodyId))?.name ?? '', offerings };
}

const get = query(contract.getRetakeSchemes, present);

const set = command(contract.setRetakeScheme, {
  handle: async (ctx) => {
    const bodyId = bodyOf(ctx);
    await setScheme(ctx, { ...ctx.input.body, bodyId, byAccountId: ctx.actor.accountId });
    return { id: bodyId };
  },
  present,
});

export const routes = [get, set];
