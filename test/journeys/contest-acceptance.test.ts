import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StaffEntryView, contests, messages, overview } from '@jikaotong/shared/contract';
import { type StageCode } from '@jikaotong/shared/notice';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { C25, entryBody } from '../support/contest-entry';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const params = { id: C25 };

describe('accepting entries together, and the days of a competition', () => {
  let world: World;
  let administrator: SignedInPerson;
  let reviewer: SignedInPerson;
  let colleague: SignedInPerson;
  const people = new Map<string, SignedInPerson>();
  const ids = new Map<string, string>();

  const enter = async (name: string, order: number, also: Partial<Awaited<ReturnType<typeof entryBody>>> = {}) => {
    const person = await candidateByWechat(world, `o-${name}`);
    const body = { ...(await entryBody(person, { order })), ...also };
    people.set(name, person);
    ids.set(name, (await person.api.ok(contests.enterContest, { params, body })).id);
  };
  const person = (name: string): SignedInPerson => people.get(name) ?? administrator;
  const idOf = (name: string) => ids.get(name) ?? '';
  const told = async (name: string, code: string) =>
    (await person(name).api.ok(messages.listMessages, { query: {} })).items.filter((message) => message.code === code);
  const waiting = async () =>
    (await reviewer.api.ok(contests.listEntries, { params, query: { only: 'undecided', limit: 200 } })).items;
  const asked = (items: readonly StaffEntryView[]) => ({
    params,
    body: { items: items.map(({ id, version }) => ({ id, version })) },
  });
  const namesOf = (results: readonly { id: string; code: string }[]) =>
    Object.fromEntries(results.map(({ id, code }) => [[...ids].find(([, one]) => one === id)?.[0] ?? id, code]));

  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    administrator = await firstAdministrator(world);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    colleague = await staffMember(world, administrator, 'tongshi', ['reviewer']);
    await enter('anna', 1);
    await enter('bei', 2);
    await enter('other', 3, { group: 'other', groupNote: '消防控制室值班' });
    await enter('twin', 4);
    await enter('again', 4);
    await enter('mends', 5);
    await enter('leaves', 6);
    await enter('late', 7);
    await enter('trial', 8, { name: '张测试' });
  });
  afterAll(() => world.stop());

  it('says of each that waits whether only the declared group does', async () => {
    const items = await waiting();
    expect(namesOf(items.map(({ id, onlyGroupWaits }) => ({ id, code: String(onlyGroupWaits) })))).toEqual({
      anna: 'true',
      bei: 'true',
      other: 'false',
      twin: 'false',
      again: 'false',
      mends: 'true',
      leaves: 'true',
      late: 'true',
      trial: 'false',
    });
  });

  it('is found from the workbench with how many wait, and by any part of a name', async () => {
    const { items } = await reviewer.api.ok(overview.listWaitingEntries, {});
    expect(items.map(({ noticeId, waiting: count }) => [noticeId, count])).toEqual([[params.id, 9]]);
    expect((await person('anna').api.refused(overview.listWaitingEntries, {})).code).toBe('forbidden');
    const [first] = await waiting();
    const q = first?.name.slice(1) ?? '';
    const found = await reviewer.api.ok(contests.listEntries, { params, query: { q } });
    expect(found.items.map(({ name }) => name)).toContain(first?.name);
    expect((await reviewer.api.ok(contests.listEntries, { params, query: { q: '%' } })).items).toEqual([]);
  });

  it('is for those who judge entries, of this body', async () => {
    const items = asked(await waiting());
    const officer = await staffMember(world, administrator, 'kaowu', ['exam-officer']);
    expect((await officer.api.refused(contests.acceptEntries, items)).code).toBe('forbidden');
    expect((await person('anna').api.refused(contests.acceptEntries, items)).code).toBe('forbidden');
    const elsewhere = await firstAdministrator(world, 'elsewhere', { id: 'cecc', name: '别的机构' });
    expect((await elsewhere.api.refused(contests.acceptEntries, items)).code).toBe('not-found');
  });

  it('accepts what is as staff saw it, leaves the rest with a reason, and tells each once', async () => {
    const seen = (await waiting()).filter(({ id }) => id !== idOf('late'));
    const mends = person('mends').api;
    const { photoFileId: _, ...rest } = await entryBody(person('mends'), { order: 5 });
    const at = { params: { id: idOf('mends') }, ifMatch: 1 };
    await mends.ok(contests.changeEntry, { ...at, body: { ...rest, unit: '北京另一家公司' } });
    await person('leaves').api.ok(contests.withdrawEntry, { params: { id: idOf('leaves') } });

    const { body } = asked(seen);
    const more = { params, body: { items: [...body.items, { id: 'nobody', version: 1 }] } };
    const key = 'accept-these-together';
    const { results } = await reviewer.api.ok(contests.acceptEntries, { ...more, key });
    const answer = {
      anna: 'accepted',
      bei: 'accepted',
      other: 'group-other',
      trial: 'other-doubts',
      twin: 'document-twice',
      again: 'document-twice',
      mends: 'changed-meanwhile',
      leaves: 'wrong-state',
      nobody: 'not-found',
    };
    expect(namesOf(results)).toEqual(answer);
    // sent again or asked anew, it says the same and nobody hears of it twice
    expect(namesOf((await reviewer.api.ok(contests.acceptEntries, { ...more, key })).results)).toEqual(answer);
    expect(namesOf((await reviewer.api.ok(contests.acceptEntries, more)).results)).toEqual(answer);
    for (const name of ['anna', 'bei']) expect(await told(name, 'contest-accepted')).toHaveLength(1);
    for (const name of ['other', 'trial', 'twin', 'again', 'mends', 'leaves'])
      expect(await told(name, 'contest-accepted')).toEqual([]);
    const entry = await person('anna').api.ok(contests.getEntry, { params: { id: idOf('anna') } });
    expect(entry.decision).toEqual({ verdict: 'accepted', reason: null, on: '2025-07-10' });
    expect((await waiting()).map(({ id }) => id).toSorted()).toEqual(
      ['other', 'twin', 'again', 'mends', 'late', 'trial'].map(idOf).toSorted(),
    );
  });

  it('lets one of two who accept at once win, whatever order they ask in', async () => {
    const items = (await waiting()).filter(({ onlyGroupWaits }) => onlyGroupWaits);
    expect(namesOf(items.map(({ id }) => ({ id, code: '' })))).toEqual({ mends: '', late: '' });
    const answers = await Promise.all([
      reviewer.api.ok(contests.acceptEntries, asked(items)),
      colleague.api.ok(contests.acceptEntries, asked(items.toReversed())),
    ]);
    for (const { id } of items) {
      const codes = answers.flatMap(({ results }) => results.filter((one) => one.id === id).map(({ code }) => code));
      expect(codes.filter((code) => code === 'accepted')).toHaveLength(1);
    }
    for (const name of ['mends', 'late']) expect(await told(name, 'contest-accepted')).toHaveLength(1);
  });

  it('takes 200 at once and no more', async () => {
    const of = (count: number) => ({
      params,
      body: { items: Array.from({ length: count }, (_, at) => ({ id: `none-${at}`, version: 1 })) },
    });
    expect((await reviewer.api.ok(contests.acceptEntries, of(200))).results).toHaveLength(200);
    expect((await reviewer.api.refused(contests.acceptEntries, of(201))).code).toBe('invalid-input');
  });

  it('leads from a message to the entry', async () => {
    const { items } = await person('leaves').api.ok(messages.listMessages, { query: {} });
    expect(items.map(({ code, entryId, applicationId }) => [code, entryId, applicationId])).toEqual([
      ['contest-withdrawn', idOf('leaves'), null],
      ['contest-entered', idOf('leaves'), null],
    ]);
  });

  const announce = (stage: StageCode, day: string, place: string) =>
    administrator.api.ok(contests.announceStage, {
      params: { ...params, stage },
      body: { day: localDate(day), startsAt: timeOfDay('09:00'), place },
    });
  const reminders = async (name: string) =>
    (await told(name, 'contest-stage-reminder')).map(({ data, entryId }) => [data['day'], data['place'], entryId]);

  it('reminds on the morning before a stage of the day that holds by then', async () => {
    await announce('preliminary', '2025-07-28', '亦庄考点');
    await announce('preliminary', '2025-07-30', '通州考点');
    await world.moveTo('2025-07-27', '10:00');
    expect(await reminders('anna')).toEqual([]);
    await announce('preliminary', '2025-07-30', '丰台考点');
    await world.moveTo('2025-07-29', '08:59');
    expect(await reminders('anna')).toEqual([]);
    await world.moveTo('2025-07-29', '09:00');
    expect(await reminders('anna')).toEqual([['2025-07-30', '丰台考点', idOf('anna')]]);
    expect(await reminders('leaves')).toEqual([]);
    expect(await reminders('other')).toHaveLength(1);
  });

  it('reminds of a day that was given up and taken again, and once', async () => {
    await announce('semi-final', '2025-08-05', '通州考点');
    await announce('semi-final', '2025-08-08', '通州考点');
    await announce('semi-final', '2025-08-05', '亦庄考点');
    await world.moveTo('2025-08-09');
    expect((await reminders('bei')).slice(0, 1)).toEqual([['2025-08-05', '亦庄考点', idOf('bei')]]);
    expect(await reminders('bei')).toHaveLength(2);
  });

  it('does not remind of what is tomorrow or today when it is announced', async () => {
    await announce('final', '2025-08-10', '通州考点');
    await announce('final', '2025-08-09', '通州考点');
    await world.moveTo('2025-08-12');
    expect(await reminders('bei')).toHaveLength(2);
    expect(await told('bei', 'contest-stage-announced')).toHaveLength(8);
  });
});
