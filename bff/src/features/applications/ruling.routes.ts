import { type DoubtedWordView, rulings as contract } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { type DoubtedWord, doubtedKey } from '@jikaotong/shared/rules/eligibility';
import { isDuplicate } from '../../platform/db';
import { type Context, bodiesOf, command, query, refuse } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { loadNoticeVersion } from '../notices';
import { eventNamesOf, findSessionIn, offeringViewOf } from '../sessions';
import { presentRuling } from './ruling.presenter';
import { endRuling, findRuling, insertRuling, rulingsBefore, rulingsFor, rulingsIn } from './ruling.repository';
import { outcomeOf, settleWaiting, waitingIn } from './rulings';

const list = query(contract.listDoubtedWords, async (ctx) => {
  const { h, actor, input, ports } = ctx;
  const session =
    (await findSessionIn(h, bodiesOf(actor, contract.listDoubtedWords.who), input.params.id)) ?? refuse('not-found');
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const now = await rulingsIn(h, ports.crypto, session.id);
  const before = await rulingsBefore(h, ports.crypto, { ...session, eventId: session.id });
  const nameOf = await eventNamesOf(h, session.bodyId);
  const people = await staffNamesOf(
    h,
    now.map(({ byAccountId }) => byAccountId),
  );
  const words = new Map<string, { offeringCode: string; word: DoubtedWord; waiting: number; alone: number }>();
  const at = (offeringCode: string, word: DoubtedWord) => {
    const key = keyOf(offeringCode, word);
    const known = words.get(key) ?? { offeringCode, word, waiting: 0, alone: 0 };
    words.set(key, known);
    return known;
  };
  for (const { row, words: said } of await waitingIn(h, ports.crypto, { eventId: session.id })) {
    for (const word of said) {
      const entry = at(row.offeringCode, word);
      entry.waiting += 1;
      if (row.doubts === null || row.doubts === 'condition') entry.alone += 1;
    }
  }
  // what is decided stays to be seen, and to be taken back, when nobody waits any more
  for (const ruling of now) at(ruling.offeringCode, ruling);
  const items = [...words].map(([key, { offeringCode, word, waiting, alone }]): DoubtedWordView => {
    const ruling = now.find((one) => keyOf(one.offeringCode, one) === key);
    const last = before.find((one) => keyOf(one.offeringCode, one) === key);
    return {
      offering: offeringViewOf(notice, offeringCode),
      ...word,
      waiting,
      alone,
      ruling: ruling ? presentRuling(ruling, people) : null,
      before: last
        ? { counts: last.counts, reason: last.reason, sessionName: nameOf.get(last.eventId) ?? '', on: dayAt(last.at) }
        : null,
    };
  });
  return {
    items: items.toSorted((a, b) => Number(a.ruling !== null) - Number(b.ruling !== null) || b.waiting - a.waiting),
  };
});

const keyOf = (offeringCode: string, word: DoubtedWord): string => `${offeringCode} ${doubtedKey(word)}`;

const make = command(contract.makeRuling, {
  handle: async (ctx) => {
    const { h, actor, input, ports, now } = ctx;
    const session =
      (await findSessionIn(h, bodiesOf(actor, contract.makeRuling.who), input.params.id)) ?? refuse('not-found');
    const { offeringCode, code, word, counts, reason } = input.body;
    if (!session.offeringCodes.includes(offeringCode)) refuse('offering-unknown');
    const of = { eventId: session.id, bodyId: session.bodyId, noticeId: session.noticeId, offeringCode };
    const said = { ...of, code, word, counts, reason, byAccountId: actor.accountId, at: now.ms };
    const id = await insertRuling(h, ports.crypto, said).catch((error: unknown) =>
      isDuplicate(error, 'uq_ruling_live') ? refuse('ruled-already') : Promise.reject(error),
    );
    await settle(ctx, said);
    ctx.audit('ruling-made', { sessionId: session.id }, { code, counts, offeringCode });
    return { id };
  },
  present: outcome,
});

const takeBack = command(contract.takeBackRuling, {
  handle: async (ctx) => {
    const { h, actor, input, now } = ctx;
    const found = (await findRuling(h, ctx.ports.crypto, input.params.id)) ?? refuse('not-found');
    if (!bodiesOf(actor, contract.takeBackRuling.who).includes(found.bodyId)) refuse('not-found');
    if (!(await endRuling(h, found.id, { accountId: actor.accountId, nowMs: now.ms }))) refuse('wrong-state');
    await settle(ctx, found);
    ctx.audit(
      'ruling-taken-back',
      { sessionId: found.eventId },
      { code: found.code, offeringCode: found.offeringCode },
    );
    return { id: found.id };
  },
  present: outcome,
});

type Said = DoubtedWord & { readonly eventId: string; readonly offeringCode: string };

async function settle({ h, ports }: Pick<Context, 'h' | 'ports'>, said: Said): Promise<void> {
  const { eventId, offeringCode } = said;
  const rulings = await rulingsFor(h, ports.crypto, said);
  await settleWaiting(h, ports.crypto, { eventId, offeringCode, key: doubtedKey(said), rulings });
}

async function outcome({ h, ports }: Pick<Context, 'h' | 'ports'>, id: string) {
  const said = (await findRuling(h, ports.crypto, id)) ?? refuse('not-found');
  return outcomeOf(h, ports.crypto, { ...said, key: doubtedKey(said) });
}

export const routes = [list, make, takeBack];
