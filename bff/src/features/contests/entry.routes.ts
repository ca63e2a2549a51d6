import { contestEntries as contract, contests } from '@jikaotong/shared/contract';
import { maskNumber, maskPhone } from '@jikaotong/shared/rules/identity';
import {
  type Actor,
  type Context,
  type OutsideCall,
  action,
  command,
  publishedQuery,
  query,
  refuse,
} from '../../platform/http';
import { measureOwnPhoto } from '../applications';
import { accountKeyOf, findByAccountKey } from '../candidates';
import { loadContest, presentContest } from './contest';
import { change, enter, withdraw } from './enter';
import { knownEntrant } from './entrant';
import { levelsOf, presentEntry, wordIn } from './entry.presenter';
import { type OwnEntry, findOwnEntry, listOwnEntries } from './entry.repository';

type Own = Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor };

const get = publishedQuery(contests.getContest, async (ctx) =>
  presentContest(ctx.h, await loadContest(ctx, ctx.input.params.id), ctx.now.day),
);

const known = query(contract.getKnownEntrant, async (ctx) => {
  const { notice } = await loadContest(ctx, ctx.input.params.id);
  const { accountId } = ctx.actor;
  const found = await knownEntrant(ctx.h, ctx.ports.crypto, accountId);
  const { name, origin, documentType, documentNumber, documentExpiresOn, birthDate, sex, phone, employer, last } =
    found;
  // what a notice names itself is known from an entry to this one only
  const here = last?.noticeId === notice.id ? last : null;
  return {
    name,
    origin,
    documentType,
    documentNumberMasked: documentNumber === null ? null : maskNumber(documentNumber),
    documentExpiresOn,
    birthDate,
    sex,
    phoneMasked: phone === null ? null : maskPhone(phone),
    unit: employer,
    unitType: last?.unitType ?? null,
    coach: last && wordIn(ctx, last, 'coach'),
    unionCard: last?.unionCard ?? false,
    levels: here ? levelsOf(here) : [],
    group: here?.entrantGroup ?? null,
    groupNote: here && wordIn(ctx, here, 'groupNote'),
    training: here?.training ?? false,
    photoUrl: last && ctx.ports.files.link(last.photo.fileId),
    entryId: (await findByAccountKey(ctx.h, accountKeyOf(notice.id, accountId)))?.id ?? null,
  };
});

const create = command(contract.enterContest, {
  before: photoOf,
  handle: async (ctx, photo) => {
    const contest = await loadContest(ctx, ctx.input.params.id);
    return { id: await enter(ctx, { accountId: ctx.actor.accountId, contest, body: ctx.input.body, photo }) };
  },
  present: presentOwn,
});

const listMine = query(contract.listMyEntries, async (ctx) => {
  const items = [];
  for (const row of await listOwnEntries(ctx.h, ctx.actor.accountId)) items.push(await presentEntry(ctx, row));
  return { items };
});

const getMine = query(contract.getEntry, (ctx) => presentOwn(ctx, ctx.input.params.id));

const save = action(contract.changeEntry, {
  before: photoOf,
  handle: async (ctx, photo) => {
    const row = await loadOwn(ctx, ctx.input.params.id);
    const contest = await loadContest(ctx, row.noticeId);
    const { accountId } = ctx.actor;
    await change(ctx, { accountId, contest, body: ctx.input.body, photo, row, version: ctx.ifMatch });
    return presentOwn(ctx, row.id);
  },
});

const stepBack = command(contract.withdrawEntry, {
  handle: async (ctx) => {
    const row = await loadOwn(ctx, ctx.input.params.id);
    await withdraw(ctx, await loadContest(ctx, row.noticeId), row);
    return { id: row.id };
  },
  present: presentOwn,
});

export const routes = [get, known, create, listMine, getMine, save, stepBack];

const loadOwn = async (ctx: Own, id: string): Promise<OwnEntry> =>
  (await findOwnEntry(ctx.h, ctx.actor.accountId, id)) ?? refuse('not-found');

async function presentOwn(ctx: Own, id: string) {
  return presentEntry(ctx, await loadOwn(ctx, id));
}

/** Measured ahead of the transaction; null: the photo stays. */
function photoOf(outside: OutsideCall<typeof contract.enterContest> | OutsideCall<typeof contract.changeEntry>) {
  const { photoFileId } = outside.input.body;
  return photoFileId ? measureOwnPhoto(outside, outside.actor.accountId, photoFileId) : Promise.resolve(null);
}
