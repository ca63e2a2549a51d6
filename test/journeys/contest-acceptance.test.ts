import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contestEntries, contests, messages, overview } from '@jikaotong/shared/contract';
import { entryList } from '@jikaotong/shared/lists';
import { type StageCode } from '@jikaotong/shared/notice';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { C25, entryBody } from '../support/contest-entry';
import { acceptedTogether, entriesOf, listedEntries } from '../support/listed-entries';
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
    ids.set(name, (await person.api.ok(contestEntries.enterContest, { params, body })).id);
  };
  const person = (name: string): SignedInPerson => people.get(name) ?? administrator;
  const idOf = (name: string) => ids.get(name) ?? '';
  const told = async (name: string, code: string) =>
    (await person(name).api.ok(messages.listMessages, { query: {} })).items.filter((message) => message.code === code);
  const waiting = () => listedEntries(reviewer, { state: 'submitted' });
  const frozen = async (staff: SignedInPerson, ids: readonly string[]) =>
    staff.api.ok(entryList.acting.select, {
      params: await entriesOf(staff),
      body: { act: 'accept', which: { ids: [...ids] } },
    });
  const named = (codes: Readonly<Record<string, unknown>>) =>
    Object.fromEntries([...ids].flatMap(([name, id]) => (id in codes ? [[name, codes[id]]] : [])));

  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    administrator = await firstAdministrator(world);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    colleague = await staffMember(world, administrator, 'tongshi', ['reviewer']);
    await enter('anna', 1, {
      levels: [
        { occupation: '保安员', level: 6 },
        { occupation: '消防设施操作员', level: -1 },
        { occupation: '安防技术', level: null },
      ],
    });
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

  it('says of each why it must be looked at by itself, or that only the declared group waits', async () => {
    const items = await waiting();
    expect(items.find(({ id }) => id === idOf('anna'))?.levels).toBe('保安员学徒工、消防设施操作员首席技师、安防技术');
    expect(named(Object.fromEntries(items.map(({ id, doubts }) => [id, doubts.join()])))).toEqual({
      anna: 'clear',
      bei: 'clear',
      other: 'group',
      twin: 'case',
      again: 'case',
      mends: 'clear',
      leaves: 'clear',
      late: 'clear',
      trial: 'trial-name',
    });
  });

  it('is found from the workbench with how many wait, and by any part of a name', async () => {
    const { items, contests: live } = await reviewer.api.ok(overview.listDuties, {});
    expect(live.map(({ noticeId, entered }) => [noticeId, entered])).toContainEqual([params.id, 9]);
    const due = items.filter(({ code }) => code === 'check-entries');
    expect(due.map(({ noticeId, waiting: count }) => [noticeId, count])).toEqual([[params.id, 9]]);
    expect((await person('anna').api.refused(overview.listDuties, {})).code).toBe('forbidden');
    const [first] = await waiting();
    const found = await listedEntries(reviewer, { q: first?.name.slice(1) ?? '' });
    expect(found.map(({ name }) => name)).toContain(first?.name);
    expect(await listedEntries(reviewer, { q: '%' })).toEqual([]);
  });

  it('is for those who judge entries, of this body', async () => {
    const list = { params: await entriesOf(reviewer) };
    const body = { act: 'accept' as const, which: { ids: [idOf('anna')] } };
    const officer = await staffMember(world, administrator, 'kaowu', ['exam-officer']);
    expect((await officer.api.ok(entryList.rows, { ...list, query: {} })).items).not.toEqual([]);
    expect((await officer.api.refused(entryList.acting.select, { ...list, body })).code).toBe('forbidden');
    expect((await person('anna').api.refused(entryList.acting.select, { ...list, body })).code).toBe('forbidden');
    const elsewhere = await firstAdministrator(world, 'elsewhere', { id: 'cecc', name: '别的机构' });
    expect((await elsewhere.api.refused(entryList.acting.select, { ...list, body })).code).toBe('not-found');
    expect((await elsewhere.api.refused(contests.getStaffContest, { params })).code).toBe('not-found');
  });

  it('accepts what is as staff saw it, leaves the rest with a reason, and tells each once', async () => {
    const seen = (await waiting()).map(({ id }) => id).filter((id) => id !== idOf('late'));
    const chosen = await frozen(reviewer, seen);
    const { photoFileId: _, ...rest } = await entryBody(person('mends'), { order: 5 });
    const at = { params: { id: idOf('mends') }, ifMatch: 1 };
    await person('mends').api.ok(contestEntries.changeEntry, { ...at, body: { ...rest, unit: '北京另一家公司' } });
    await person('leaves').api.ok(contestEntries.withdrawEntry, { params: { id: idOf('leaves') } });

    const { view, codes } = await acceptedTogether(world, reviewer, chosen);
    expect(named(codes)).toEqual({
      anna: 'done',
      bei: 'done',
      other: 'look-first',
      trial: 'look-first',
      twin: 'look-first',
      again: 'look-first',
      mends: 'changed-meanwhile',
      leaves: 'changed-meanwhile',
    });
    expect(view).toMatchObject({ done: 2, refused: 6, mayTakeBack: false });
    // chosen anew, nobody hears of it twice
    const again = await acceptedTogether(world, reviewer, await frozen(reviewer, [idOf('anna'), idOf('leaves')]));
    expect(named(again.codes)).toEqual({ anna: 'wrong-state', leaves: 'wrong-state' });
    for (const name of ['anna', 'bei']) expect(await told(name, 'contest-accepted')).toHaveLength(1);
    for (const name of ['other', 'trial', 'twin', 'again', 'mends', 'leaves'])
      expect(await told(name, 'contest-accepted')).toEqual([]);
    const entry = await person('anna').api.ok(contestEntries.getEntry, { params: { id: idOf('anna') } });
    expect(entry.decision).toEqual({ verdict: 'accepted', reason: null, on: '2025-07-10' });
    expect((await waiting()).map(({ id }) => id).toSorted()).toEqual(
      ['other', 'twin', 'again', 'mends', 'late', 'trial'].map(idOf).toSorted(),
    );
  });

  it('lets one of two who chose the same win', async () => {
    const clear = await listedEntries(reviewer, { state: 'submitted', doubts: 'clear' });
    const both = clear.map(({ id }) => id);
    expect(both.toSorted()).toEqual(['mends', 'late'].map(idOf).toSorted());
    const [mine, theirs] = [await frozen(reviewer, both), await frozen(colleague, both)];
    const answers = [await acceptedTogether(world, reviewer, mine), await acceptedTogether(world, colleague, theirs)];
    expect(answers.map(({ codes }) => named(codes))).toEqual([
      { mends: 'done', late: 'done' },
      { mends: 'done-by-another', late: 'done-by-another' },
    ]);
    for (const name of ['mends', 'late']) expect(await told(name, 'contest-accepted')).toHaveLength(1);
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
