import { retakes as contract } from '@jikaotong/shared/contract';
import { originOfDocument } from '@jikaotong/shared/rules/identity';
import { feeOf } from '@jikaotong/shared/rules/fees';
import { withinWindow } from '@jikaotong/shared/rules/progress';
import { type Actor, type Context, command, query, refuse } from '../../platform/http';
import { hasConsented, loadAccount, phoneOf } from '../accounts';
import {
  applicantOf,
  findApplication,
  findFrame,
  newApplicant,
  offeringNameOf,
  openRetake,
  presentOwnApplication,
} from '../applications';
import { type Identity, NOBODY, applicationsOfPeopleOf } from '../candidates';
import { peopleClaimedBy, personOfPass } from '../imported-records';
import { passHistoriesOf, standingsOf } from '../results';
import { lockSession } from '../sessions';
import { type Kept, presentPlan, takenOn } from './retake-plan';
import { schemesFor } from './retake-schemes';

type Mine = Pick<Context, 'h' | 'now'> & { readonly actor: Actor };

/** The first sittings of the people whose applications the account has, with a pass or an answer why there is none. */
async function keptOf({ h, now, actor }: Mine): Promise<Kept[]> {
  const ids = await applicationsOfPeopleOf(h, actor.accountId);
  const kept: Kept[] = [];
  const claimed = await peopleClaimedBy(h, actor.accountId);
  for (const history of await passHistoriesOf(h, ids, claimed))
    for (const standing of standingsOf(history, now.day)) {
      const root = history.find(({ id }) => id === standing.rootId);
      if (root) kept.push({ history, root, standing });
    }
  return kept;
}

/** That of a first sitting, or of any that builds on it. */
async function keptBy(ctx: Mine, id: string): Promise<Kept> {
  const isOf = ({ history, root }: Kept) =>
    root.id === id || history.some((one) => one.id === id && one.retakeOf === root.id);
  return (await keptOf(ctx)).find(isOf) ?? refuse('not-found');
}

const list = query(contract.listRetakes, async (ctx) => {
  const worthShowing = (await keptOf(ctx)).filter(
    ({ standing }) => standing.passes.length > 0 && standing.no !== 'retake-not-needed',
  );
  return { items: await Promise.all(worthShowing.map((kept) => presentPlan(ctx, kept, ctx.actor.accountId))) };
});

const get = query(contract.getRetake, async (ctx) =>
  presentPlan(ctx, await keptBy(ctx, ctx.input.params.id), ctx.actor.accountId),
);

const begin = command(contract.beginRetake, {
  handle: async (ctx) => {
    const { sessionId, offeringCode } = ctx.input.body;
    await lockSession(ctx.h, sessionId);
    const frame = await findFrame(ctx.h, sessionId);
    if (frame?.sessionState !== 'published') return refuse('not-found');
    const { root, standing } = await keptBy(ctx, ctx.input.params.id);
    const { no, by, until } = standing;
    const ownRule = root.rule?.absenceUsesChance.source ?? null;
    if (no !== null)
      refuse(no, {
        until,
        source: by?.source ?? (no === 'retake-chances-used' ? standing.source : (standing.source ?? ownRule)),
        ...(by && { applicationId: by.id }),
      });
    const isThere = frame.offeringCodes.includes(offeringCode) && frame.bodyId === root.bodyId;
    if (!isThere || offeringNameOf(frame.notice, offeringCode) !== root.offeringName) refuse('retake-elsewhere');
    const outside = withinWindow(frame.windows, 'application', ctx.now.day);
    if (outside) refuse(outside.code, outside.data);
    const account = await loadAccount(ctx.h, ctx.actor.accountId);
    if (!hasConsented(account)) refuse('consent-needed');
    const from = await findApplication(ctx.h, standing.lastId);
    const before = from ? null : await personOfPass(ctx, root.id);
    if (!from && !before) return refuse('not-found');
    const asked = { root, standing, schemes: await schemesFor(ctx.h, root), day: ctx.now.day };
    const { subjects, scheme: followed, charges } = takenOn(asked, frame.examStart);
    if (subjects.length === 0) refuse('wrong-state', { state: 'retake-scheme-done' });
    if (!feeOf(frame.notice, offeringCode, { retake: subjects, charges }).ok)
      refuse('wrong-state', { state: 'retake-fee-unset' });
    const scheme = followed && { id: followed.id, version: followed.version, from: followed.from, charges };
    const phone = phoneOf(ctx.ports.crypto, account);
    const wanted = { accountId: ctx.actor.accountId, frame, offeringCode, rootId: root.id, subjects, scheme, from };
    const id = await openRetake(ctx, {
      ...wanted,
      who: from ? applicantOf(ctx, from) : newApplicant(knownAs(before, phone)),
    });
    return { id };
  },
  present: presentOwnApplication,
});

const knownAs = (person: Awaited<ReturnType<typeof personOfPass>>, phone: string | null): Identity =>
  person ? { ...NOBODY, ...person, origin: originOfDocument(person.documentType), phone } : { ...NOBODY, phone };

export const routes = [list, get, begin];
