import {
  contestEntries,
  contestGroups,
  contestTrainings as contract,
  messages,
  registrations,
  stages,
} from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { type ListRow, traineeList } from '@jikaotong/shared/lists';
import { messageSentence } from '@jikaotong/shared/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planFaults } from '../../bff/src/platform/lists/plan.testing';
import { traineeSource } from '../../bff/src/features/trainings/trainee-list.repository';
import { actOn } from '../support/act-on';
import { identityOf } from '../support/apply';
import { acceptEntry } from '../support/competition';
import { C25, entryBody } from '../support/contest-entry';
import { entriesOf } from '../support/listed-entries';
import { KNOWN_KEYS, knownCrypto } from '../support/many-paid';
import { entrantLine, openGroup, packageOf, sendPackage } from '../support/packages';
import {
  type SignedInPerson,
  candidateByPhone,
  candidateByWechat,
  firstAdministrator,
  staffMember,
} from '../support/people';
import { readWorkbook } from '../support/read-workbook';
import { sendSheet, sheetItems } from '../support/send-sheet';
import { type StageStaff, stageStaff, freezeRoster } from '../support/stage';
import { numberOf } from '../support/rosters';
import { approvedUnit } from '../support/units';
import { type World, openWorld } from '../support/world';

const C24 = 'bspia-2024-competition-installer';
const at = { params: { id: C25 } };
const when = (day: string, startsAt = '09:00') => ({
  day: localDate(day),
  startsAt: timeOfDay(startsAt),
  endsAt: timeOfDay('16:30'),
  place: '丰台实训基地',
  note: '带身份证',
});

const heard = async (person: SignedInPerson) =>
  (await person.api.ok(messages.listMessages, { query: {} })).items
    .filter(({ code }) => code.startsWith('contest-training'))
    .map(({ code, data }) => [code, messageSentence('contest-training-set', data)] as const);

describe('training before a contest (C25, voluntary)', () => {
  let world: World;
  let staff: StageStaff;
  let people: SignedInPerson[];
  let agent: SignedInPerson;
  let id: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
    staff = await stageStaff(world);
    people = [];
    // the first two are called alike and work for one company
    for (const [place, name] of ['张伟', '张伟', '李静'].entries()) {
      const person = await candidateByWechat(world, `o-trainee-${place}`);
      const body = await entryBody(person, { order: place + 1, name, phone: `1380000100${place}` });
      await acceptEntry(staff, (await person.api.ok(contestEntries.enterContest, { ...at, body })).id);
      people.push(person);
    }
    const reviewer = await staffMember(world, staff.administrator, 'shenhe', ['reviewer']);
    agent = await candidateByPhone(world, '13900000001');
    const unit = await approvedUnit(agent, reviewer, { name: '北京甲安防有限公司' });
    const group = await openGroup(agent, unit.id);
    const template = await agent.api.file(contestGroups.downloadPackageTemplate, { params: { id: group.id } });
    const lines = [entrantLine(20), entrantLine(21, { 参加赛前培训: '否' })];
    await sendPackage(world, agent, {
      id: group.id,
      title: '甲安防+2',
      bytes: await packageOf(template, lines),
    });
  });
  afterAll(() => world.stop());
  const own = (order: number) => people[order - 1] ?? staff.administrator;
  const rows = async (query: Record<string, string> = {}): Promise<ListRow<typeof traineeList>[]> =>
    (await staff.administrator.api.ok(traineeList.rows, { params: { id }, query: { limit: '200', ...query } })).items;
  const rowOf = async (name: string) => (await rows()).find((row) => row.name === name) ?? (await rows())[0];
  const note = async (by: SignedInPerson, row: { id: string }, state: 'open' | 'came' | 'absent', version: number) =>
    by.api.call(contract.noteTrained, { params: { id }, body: { entryId: row.id, state, version } });

  it('is wanted or not, by the entrant, at any time', async () => {
    const seen = await own(3).api.ok(contract.getOwnTraining, at);
    expect(seen).toEqual({ entered: true, wanted: true, items: [] });
    const without = await own(3).api.ok(contract.wishTraining, { ...at, body: { wanted: false } });
    expect(without.wanted).toBe(false);
    const stranger = await candidateByWechat(world, 'o-stranger');
    expect(await stranger.api.ok(contract.getOwnTraining, at)).toEqual({ entered: false, wanted: false, items: [] });
    expect((await stranger.api.refused(contract.wishTraining, { ...at, body: { wanted: true } })).code).toBe(
      'not-found',
    );
  });

  it('is set by staff and told to those who want it, a unit’s people by their agents', async () => {
    const set = (by: SignedInPerson, stage: 'preliminary' | 'final', day: string) =>
      by.api.call(contract.setTraining, { ...at, body: { stage, ...when(day) } });
    expect((await set(staff.marker, 'preliminary', '2025-07-20')).code).toBe('forbidden');
    expect((await set(staff.administrator, 'preliminary', '2025-07-09')).code).toBe('day-over');
    expect((await set(staff.administrator, 'final', '2025-07-20')).data).toEqual({ state: 'stage-empty' });
    const before = await staff.administrator.api.ok(contract.listTrainings, at);
    // three wanted it and one has thought better of it; one of the unit's two wants it
    expect(before.stages).toMatchObject([
      { code: 'preliminary', wished: 3, reach: { accounts: 2, texts: 1, neither: 0 } },
    ]);
    const made = await staff.administrator.api.ok(contract.setTraining, {
      ...at,
      body: { stage: 'preliminary', ...when('2025-07-20') },
    });
    ({ id } = made);
    expect((await heard(own(1))).map(([code]) => code)).toEqual(['contest-training-set']);
    expect((await heard(own(1)))[0]?.[1]).toContain('2025年7月20日09:00至16:30，在丰台实训基地。带身份证。自愿参加');
    expect(await heard(own(3))).toEqual([]);
    expect((await heard(agent))[0]?.[1]).toContain('北京甲安防有限公司有1名选手报了培训，请转告');
    expect(await own(1).api.ok(contract.getOwnTraining, at)).toMatchObject({
      wanted: true,
      items: [{ stageName: '初赛', day: '2025-07-20', place: '丰台实训基地', attendance: 'open', cancelled: null }],
    });
    // who does not want it sees it all the same
    expect((await own(3).api.ok(contract.getOwnTraining, at)).items).toHaveLength(1);
  });

  it('is changed at the version that was seen, and told anew', async () => {
    const change = (version: number, startsAt: string) =>
      staff.administrator.api.call(contract.changeTraining, {
        params: { id },
        body: { version, ...when('2025-07-20', startsAt) },
      });
    expect((await change(1, '09:00')).code).toBe('nothing-changed');
    expect((await change(1, '08:30')).code).toBe('ok');
    expect((await change(1, '08:00')).code).toBe('changed-meanwhile');
    expect((await heard(own(1)))[0]?.[1]).toContain('有变动，改为2025年7月20日08:30');
    const elsewhere = await firstAdministrator(world, 'elsewhere', { id: 'cecc', name: '别的机构' });
    expect((await elsewhere.api.refused(contract.getTraining, { params: { id } })).code).toBe('not-found');
    expect((await elsewhere.api.refused(traineeList.rows, { params: { id }, query: {} })).code).toBe('not-found');
  });

  it('is reminded of on the morning before, whoever wants it by then', async () => {
    await own(3).api.ok(contract.wishTraining, { ...at, body: { wanted: true } });
    await own(2).api.ok(contract.wishTraining, { ...at, body: { wanted: false } });
    await world.moveTo('2025-07-19', '09:30');
    const codes = async (order: number) => (await heard(own(order))).map(([code]) => code);
    expect((await codes(1)).filter((code) => code === 'contest-training-reminder')).toHaveLength(1);
    expect(await codes(3)).toEqual(['contest-training-reminder']);
    expect(await codes(2)).not.toContain('contest-training-reminder');
  });

  it('notes who came from its day on, one at a time, and one word of two who say so at once', async () => {
    const all = await rows();
    expect(all).toHaveLength(5);
    expect(await rows({ wants: 'yes' })).toHaveLength(3);
    const [first] = await rows({ wants: 'yes' });
    if (!first) throw new Error('nobody wants it');
    expect((await note(staff.administrator, first, 'came', 0)).data).toEqual({ state: 'training-later' });
    await world.moveTo('2025-07-20', '08:00');
    expect((await note(staff.marker, first, 'came', 0)).code).toBe('forbidden');
    const [one, other] = await Promise.all([
      note(staff.administrator, first, 'came', 0),
      note(staff.administrator, first, 'absent', 0),
    ]);
    expect([one.code, other.code].toSorted()).toEqual(['changed-meanwhile', 'ok']);
    expect((await note(staff.administrator, first, 'came', 1)).code).toBe('ok');
    expect((await rowOf(first.name))?.attendance).toBe('came');
    expect((await note(staff.administrator, { id }, 'came', 0)).code).toBe('not-found');
  });

  it('notes many at once, also those who came without a word; and takes it back', async () => {
    const choice = { act: 'came' as const, which: { match: { wants: 'no' } } };
    const done = await actOn(world, staff.administrator, { list: traineeList, id, choice });
    expect(done).toMatchObject({ done: 2, refused: 0, mayTakeBack: true });
    const { counts } = await staff.administrator.api.ok(contract.getTraining, { params: { id } });
    expect(counts).toEqual({ wished: 3, came: 3, absent: 0 });
    const take = { params: { id, selectionId: done.id } };
    await staff.administrator.api.ok(traineeList.acting.takeBack, take);
    await world.runJobs();
    expect((await staff.administrator.api.ok(contract.getTraining, { params: { id } })).counts.came).toBe(1);
  });

  it('tells whom staff note as wanting it', async () => {
    const choice = { act: 'wish' as const, which: { match: { wants: 'no' } } };
    expect(await actOn(world, staff.administrator, { list: traineeList, id, choice })).toMatchObject({ done: 2 });
    expect((await heard(own(2))).map(([code]) => code)[0]).toBe('contest-training-set');
    expect((await own(2).api.ok(contract.getOwnTraining, at)).wanted).toBe(true);
  });

  it('notes who came by a sheet with names', async () => {
    const params = { id };
    const template = await staff.administrator.api.file(contract.downloadTrainingTemplate, { params });
    const filled = await readWorkbook(Buffer.from(template));
    expect(filled.filter(([name]) => (name ?? '').startsWith('选手')).length).toBeGreaterThan(0);
    // a list at the door is looked up by unit, then by name
    const people = filled.slice(filled.findIndex(([name]) => name === '姓名') + 1).filter(([name]) => Boolean(name));
    const { compare } = new Intl.Collator('zh');
    const sorted = people.toSorted(
      (one, other) => compare(one[1] ?? '', other[1] ?? '') || compare(one[0] ?? '', other[0] ?? ''),
    );
    expect(new Set(people.map(([, unit]) => unit)).size).toBeGreaterThan(1);
    expect(people.map(([name, unit]) => [name, unit])).toEqual(sorted.map(([name, unit]) => [name, unit]));
    const send = (text: string) =>
      sendSheet(world, staff.administrator, {
        endpoints: contract.trainingSheet,
        id,
        bytes: Buffer.from(`姓名,单位,手机后四位,到没到\n${text}`),
      });
    const wrong = await send('没有这个人,,,已到\n');
    expect(wrong).toMatchObject({ state: 'refused', counts: { problems: 1 } });
    const open = await rows({ attendance: 'open' });
    // only the phone says which of the two is meant
    const alike = await send('张伟,北京某某安防有限公司,,没到\n');
    expect(alike).toMatchObject({ state: 'refused', counts: { problems: 1 } });
    const lines = open.map(({ name, unit, phone }) => `${name},${unit ?? ''},${phone?.slice(-4) ?? ''},没到`);
    const done = await send([...lines, ...lines.slice(0, 1)].join('\n'));
    expect(done).toMatchObject({ state: 'refused' });
    const twice = await sheetItems(staff.administrator, {
      endpoints: contract.trainingSheet,
      id,
      importId: done.id,
    });
    expect(twice.map(({ code }) => code)).toContain('trainee-twice');
    expect(await send(lines.join('\n'))).toMatchObject({ state: 'done', applied: open.length, refused: 0 });
    expect((await staff.administrator.api.ok(contract.getTraining, { params })).counts).toEqual({
      wished: 5,
      came: 1,
      absent: 4,
    });
  });

  it('goes out as a sheet, numbers masked without a reason, and is read by its index', async () => {
    const bytes = await staff.administrator.api.file(traineeList.sheet, { params: { id }, query: {} });
    const [header, ...lines] = await readWorkbook(Buffer.from(bytes));
    expect(header).toEqual(['姓名', '单位', '要参加', '到没到', '手机号']);
    expect(lines).toHaveLength(5);
    const given = { withinId: id, crypto: knownCrypto };
    expect(await world.db.read((h) => planFaults(h, traineeList, traineeSource, given))).toEqual([]);
  });

  it('is asked for by nothing: who stayed away is on the roster', async () => {
    const { id: stage } = await entriesOf(staff.administrator);
    const desk = await staff.administrator.api.ok(stages.getStageDesk, { params: { id: stage } });
    expect(desk.waiting).toBe(5);
    for (const { id: entryId, unit } of await rows())
      if (unit === '北京甲安防有限公司') await acceptEntry(staff, entryId);
    const frozen = await freezeRoster(staff.administrator, stage);
    expect(frozen.entrants).toBe(5);
  });

  it('is called off with a reason, once', async () => {
    await world.moveTo('2025-07-21', '09:00');
    const body = { stage: 'preliminary' as const, ...when('2025-07-24') };
    const second = await staff.administrator.api.ok(contract.setTraining, { ...at, body });
    const cancel = (version: number) =>
      staff.administrator.api.call(contract.cancelTraining, {
        params: { id: second.id },
        body: { version, reason: '停电' },
      });
    expect((await cancel(7)).code).toBe('changed-meanwhile');
    expect((await cancel(1)).code).toBe('ok');
    expect((await cancel(2)).data).toEqual({ state: 'training-cancelled' });
    expect((await heard(own(1)))[0]?.[0]).toBe('contest-training-cancelled');
    expect((await own(1).api.ok(contract.getOwnTraining, at)).items.map(({ cancelled }) => cancelled?.reason)).toEqual([
      '停电',
      undefined,
    ]);
    const count = (await heard(own(1))).length;
    await world.moveTo('2025-07-23', '10:00');
    expect(await heard(own(1))).toHaveLength(count);
  });
});

describe('training before a contest whose entrants come from a list (C24 五)', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ day: '2024-05-06' });
  });
  afterAll(() => world.stop());

  it('is asked for on one’s own page, and set for whoever the list named', async () => {
    const administrator = await firstAdministrator(world);
    const wang = await candidateByPhone(world, '13800001111');
    const about = { params: { id: C24 } };
    const { documentNumber, documentType, name } = identityOf({ order: 1, name: '王小明' });
    const told = { state: 'submitted' as const, reference: null, registeredOn: localDate('2024-05-06') };
    const body = { way: 'individual' as const, ...told, name, documentType, documentNumber };
    await wang.api.ok(registrations.noteRegistration, { ...about, body });
    expect((await wang.api.ok(contract.getOwnTraining, about)).entered).toBe(false);
    const lines = [
      `王小明,居民身份证,${documentNumber},13800001111,某公司,J1`,
      `赵小明,居民身份证,${numberOf(2)},,某公司,J2`,
    ];
    const list = Buffer.from(['姓名,证件类型,证件号码,手机号,单位,报名编号', ...lines].join('\r\n'));
    const sent = { endpoints: registrations.listSheet, id: C24, bytes: list };
    expect(await sendSheet(world, administrator, sent)).toMatchObject({ state: 'done', applied: 2 });
    expect(await wang.api.ok(contract.getOwnTraining, about)).toMatchObject({ entered: true, wanted: false });
    await wang.api.ok(contract.wishTraining, { ...about, body: { wanted: true } });
    const set = { ...about, body: { stage: 'preliminary' as const, ...when('2024-06-01') } };
    const { id } = await administrator.api.ok(contract.setTraining, set);
    expect((await heard(wang)).map(([code]) => code)).toEqual(['contest-training-set']);
    const { counts, reach } = await administrator.api.ok(contract.getTraining, { params: { id } });
    expect([counts.wished, reach.accounts]).toEqual([1, 1]);
    // somebody called: there is no account to tell, and they stand on the list all the same
    const choice = { act: 'wish' as const, which: { match: { wants: 'no' } } };
    expect(await actOn(world, administrator, { list: traineeList, id, choice })).toMatchObject({ done: 1, refused: 0 });
    expect((await administrator.api.ok(contract.getTraining, { params: { id } })).counts.wished).toBe(2);
  });
});
