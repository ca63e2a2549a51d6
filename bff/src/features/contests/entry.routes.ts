import { contests as contract } from '@jikaotong/shared/contract';
import { maskNumber, maskPhone } from '@jikaotong/shared/rules/identity';
import { type Actor, type Context, type OutsideCall, action, command, query, refuse } from '../../platform/http';
import { measureOwnPhoto } from '../applications';
import { accountKeyOf, findByAccountKey } from '../candidates';
import { loadContest, presentContest } from './contest';
import { change, enter, withdraw } from './enter';
import { knownEntrant } from './entrant';
import { levelsOf, presentEntry } from './entry.presenter';
import { type OwnEntry, findOwnEntry, listOwnEntries } from './entry.repository';

type Own = Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor };

const get = query(contract.getContest, async (c) =>
  presentContest(c.h, await loadContest(c, c.input.params.id), c.now.day),
);

const known = query(contract.getKnownEntrant, async (c) => {
  const { notice } = await loadContest(c, c.input.params.id);
  const { accountId } = c.actor;
  const found = await knownEntrant(c.h, c.ports.crypto, accountId);
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
    coach: last?.coach ?? null,
    unionCard: last?.unionCard ?? false,
    levels: here ? levelsOf(here) : [],
    group: here?.entrantGroup ?? null,
    groupNote: here?.groupNote ?? null,
    training: here?.training ?? false,
    photoUrl: last && c.ports.files.link(last.photo.fileId),
    entryId: (await findByAccountKey(c.h, accountKeyOf(notice.id, accountId)))?.id ?? null,
  };
});

const create = command(contract.enterContest, {
  before: photoOf,
  handle: async (c, photo) => {
    const contest = await loadContest(c, c.input.params.id);
    return { id: await enter(c, { accountId: c.actor.accountId, contest, body: c.input.body, photo }) };
  },
  present: presentOwn,
});

const listMine = query(contract.listMyEntries, async (c) => {
  const items = [];
  for (const row of await listOwnEntries(c.h, c.actor.accountId)) items.push(await presentEntry(c, row));
  return { items };
});

const getMine = query(contract.getEntry, (c) => presentOwn(c, c.input.params.id));

const save = action(contract.changeEntry, {
  before: photoOf,
  handle: async (c, photo) => {
    const row = await loadOwn(c, c.input.params.id);
    const contest = await loadContest(c, row.noticeId);
    const { accountId } = row;
    await change(c, { accountId, contest, body: c.input.body, photo, row, version: c.ifMatch });
    return presentOwn(c, row.id);
  },
});

const stepBack = command(contract.withdrawEntry, {
  handle: async (c) => {
    const row = await loadOwn(c, c.input.params.id);
    await withdraw(c, await loadContest(c, row.noticeId), row);
    return { id: row.id };
  },
  present: presentOwn,
});

export const routes = [get, known, create, listMine, getMine, save, stepBack];

const loadOwn = async (c: Own, id: string): Promise<OwnEntry> =>
  (await findOwnEntry(c.h, c.actor.accountId, id)) ?? refuse('not-found');

async function presentOwn(c: Own, id: string) {
  return presentEntry(c, await loadOwn(c, id));
}

/** Measured ahead of the transaction; null: the photo stays. */
function photoOf(o: OutsideCall<typeof contract.enterContest> | OutsideCall<typeof contract.changeEntry>) {
  const { photoFileId } = o.input.body;
  return photoFileId ? measureOwnPhoto(o, o.actor.accountId, photoFileId) : Promise.resolve(null);
}
