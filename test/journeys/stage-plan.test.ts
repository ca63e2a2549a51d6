import { contestFilings, contests, messages } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { messageSentence } from '@jikaotong/shared/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stageEventOf } from '../../bff/src/features/contests';
import { findEvents } from '../../bff/src/features/sessions';
import { portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { C25 } from '../support/contest-entry';
import { entriesOf } from '../support/listed-entries';
import { type SignedInPerson, firstAdministrator, staffAgain, staffMember } from '../support/people';
import { entered, stageStaff } from '../support/stage';
import { type World, openWorld } from '../support/world';

const C24 = 'bspia-2024-competition-installer';

describe('a stage with an opening of its own, several days and places', () => {
  let world: World;
  let administrator: SignedInPerson;
  let entrant: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    const staff = await stageStaff(world);
    ({ administrator } = staff);
    [entrant = administrator] = await entered(world, staff, 1);
  });
  afterAll(() => world.stop());

  const hours = (kind: 'opening' | 'theory' | 'skill', day: string, startsAt: string, place: string) => ({
    kind,
    day: localDate(day),
    startsAt: timeOfDay(startsAt),
    endsAt: kind === 'skill' ? timeOfDay('17:00') : null,
    place,
  });
  const plan = [
    hours('opening', '2025-07-28', '08:30', '一层报告厅'),
    hours('theory', '2025-07-28', '10:00', '二层教室'),
    hours('skill', '2025-07-30', '09:00', '亦庄实训基地'),
  ];
  const announce = (first: string, of: typeof plan | undefined = plan) =>
    administrator.api.call(contests.announceStage, {
      params: { id: C25, stage: 'preliminary' },
      body: { day: localDate(first), startsAt: timeOfDay('08:00'), place: '一层大厅', ...(of && { plan: of }) },
    });

  it('is told with all of them, and lasts to the last day', async () => {
    expect((await announce('2025-07-29')).status).toBe(400);
    const backwards = plan.map((one) => ({ ...one, endsAt: timeOfDay('08:00') }));
    expect((await announce('2025-07-28', backwards)).status).toBe(400);
    // as they were typed, in whatever order
    expect((await announce('2025-07-28', plan.toReversed())).code).toBe('ok');
    const next = { params: { id: C25, stage: 'semi-final' as const } };
    const body = { day: localDate('2025-07-29'), startsAt: timeOfDay('08:00'), place: '一层大厅' };
    expect(await administrator.api.refused(contests.announceStage, { ...next, body })).toMatchObject({
      code: 'stage-order-wrong',
      data: { firstDay: '2025-07-30', secondDay: '2025-07-29' },
    });
    const seen = await world.stranger.ok(contests.getContest, { params: { id: C25 } });
    expect(seen.stages[0]?.announced).toMatchObject({ day: '2025-07-28', place: '一层大厅', plan });
    const { id } = await entriesOf(administrator);
    const event = (await world.db.read((h) => findEvents(h, [id]))).get(id);
    expect([event?.firstDay, event?.lastDay]).toEqual(['2025-07-28', '2025-07-30']);
    const [told] = (await entrant.api.ok(messages.listMessages, { query: {} })).items.filter(
      ({ code }) => code === 'contest-stage-announced',
    );
    expect(told && messageSentence('contest-stage-announced', told.data)).toContain(
      '开幕式 7月28日 08:30 一层报告厅；理论考试 7月28日 10:00 二层教室；技能操作 7月30日 09:00—17:00 亦庄实训基地',
    );
  });

  it('has none any more when it is announced anew without, and no filing where the notice prints none', async () => {
    await announce('2025-07-29', []);
    const seen = await world.stranger.ok(contests.getContest, { params: { id: C25 } });
    expect(seen.stages[0]?.announced).toEqual({ day: '2025-07-29', startsAt: '08:00', place: '一层大厅' });
    const at = { params: { id: C25, stage: 'final' as const } };
    const body = { on: localDate('2025-07-10'), receipt: '回执1号' };
    expect((await administrator.api.refused(contests.fileStagePapers, { ...at, body })).data).toEqual({
      state: 'no-filing',
    });
    expect((await administrator.api.ok(contests.getStaffContest, { params: { id: C25 } })).filing).toBeNull();
  });
});

describe('papers that are filed before each stage (C24 三（三）)', () => {
  let world: World;
  let administrator: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2024-06-20' });
    administrator = await firstAdministrator(world);
  });
  afterAll(() => world.stop());

  it('wait for their receipt, a stage each; noted anew, the last counts', async () => {
    const officer = await staffMember(world, administrator, 'kaowu', ['exam-officer']);
    const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    const filing = async () => (await officer.api.ok(contests.getStaffContest, { params: { id: C24 } })).filing;
    expect(await filing()).toMatchObject({
      to: '市职业技能鉴定管理中心',
      source: { clause: '三（三）' },
      stages: [{ filed: null }, { filed: null }, { filed: null }],
    });
    const file = (by: SignedInPerson, on: string, receipt: string) =>
      by.api.call(contests.fileStagePapers, {
        params: { id: C24, stage: 'preliminary' },
        body: { on: localDate(on), receipt },
      });
    expect((await file(reviewer, '2024-06-19', '备2024-17')).code).toBe('forbidden');
    expect((await file(officer, '2024-06-21', '备2024-17')).data).toEqual({ state: 'filed-later' });
    expect((await file(officer, '2024-06-20', '备2024-16')).code).toBe('ok');
    expect((await file(officer, '2024-06-19', '备2024-17')).code).toBe('ok');
    expect((await filing())?.stages.map(({ filed }) => filed)).toEqual([
      { on: '2024-06-19', receipt: '备2024-17', by: 'kaowu', file: null },
      null,
      null,
    ]);
    const elsewhere = await firstAdministrator(world, 'elsewhere', { id: 'cecc', name: '别的机构' });
    expect((await file(elsewhere, '2024-06-19', '备')).code).toBe('not-found');
  });

  it('are a duty with its day once a stage is announced, reminded of until the receipt is there', async () => {
    const officer = await staffAgain(world, 'kaowu');
    const duties = async (by: SignedInPerson) => (await by.api.ok(contestFilings.listFilingDuties, {})).items;
    expect(await duties(officer)).toEqual([]);
    const said = { startsAt: timeOfDay('09:00'), place: '一层大厅' };
    await officer.api.ok(contests.announceStage, {
      params: { id: C24, stage: 'semi-final' },
      body: { day: localDate('2024-08-15'), ...said },
    });
    const due = { stage: 'semi-final', stageName: '复赛', to: '市职业技能鉴定管理中心', dueOn: '2024-08-14' };
    expect(await duties(officer)).toMatchObject([{ ...due, overdue: false }]);
    const stage = await world.db.read((h) => stageEventOf(h, C24, 'semi-final'));
    const ofStage = async (by: SignedInPerson) =>
      (await by.api.ok(contestFilings.getStageFiling, { params: { id: stage } })).filing;
    const marker = await staffMember(world, administrator, 'dengfen', ['score-officer']);
    expect(await ofStage(marker)).toMatchObject({ ...due, source: { clause: '三（三）' }, filed: null });
    const told = async (by: SignedInPerson) =>
      (await by.api.ok(messages.listMessages, { query: {} })).items
        .filter(({ code }) => code === 'stage-papers-due')
        .map(({ data }) => messageSentence('stage-papers-due', data));
    await world.moveTo('2024-08-11', '09:30');
    expect(await told(officer)).toHaveLength(1);
    expect((await told(officer))[0]).toContain('复赛的试题还没有登记备案回执，请在2024年8月14日前');
    expect(await told(marker)).toEqual([]);
    await world.moveTo('2024-08-14', '09:30');
    expect(await told(officer)).toHaveLength(2);
    await world.moveTo('2024-08-15', '08:00');
    expect(await duties(officer)).toMatchObject([{ overdue: true }]);
    const elsewhere = await staffAgain(world, 'elsewhere');
    expect(await duties(elsewhere)).toEqual([]);
    expect((await elsewhere.api.refused(contestFilings.getStageFiling, { params: { id: stage } })).code).toBe(
      'not-found',
    );
  });

  it('are done by the receipt as a file, which stays and is one’s own', async () => {
    const officer = await staffAgain(world, 'kaowu');
    const receipt = await uploaded(officer, 'document', await portrait({ background: '#ffffff' }));
    const at = { params: { id: C24, stage: 'semi-final' as const } };
    const body = { on: localDate('2024-08-13'), receipt: null, fileId: receipt };
    expect((await administrator.api.refused(contests.fileStagePapers, { ...at, body })).data).toEqual({
      fileId: receipt,
      reason: 'not-yours',
    });
    const nothing = { ...at, body: { on: localDate('2024-08-13'), receipt: null } };
    expect((await officer.api.call(contests.fileStagePapers, nothing)).code).toBe('invalid-input');
    await officer.api.ok(contests.fileStagePapers, { ...at, body });
    expect((await officer.api.ok(contestFilings.listFilingDuties, {})).items).toEqual([]);
    const { filing } = await officer.api.ok(contests.getStaffContest, { params: { id: C24 } });
    expect(filing?.stages[1]).toMatchObject({
      dueOn: '2024-08-14',
      overdue: false,
      filed: { on: '2024-08-13', receipt: '', by: 'kaowu', file: { type: 'image/jpeg' } },
    });
    // announced anew, nothing is asked for that is there
    const said = { startsAt: timeOfDay('09:00'), place: '一层大厅' };
    await officer.api.ok(contests.announceStage, {
      params: { id: C24, stage: 'semi-final' },
      body: { day: localDate('2024-08-20'), ...said },
    });
    await world.moveTo('2024-08-19', '09:30');
    const codes = (await officer.api.ok(messages.listMessages, { query: {} })).items.map(({ code }) => code);
    expect(codes.filter((code) => code === 'stage-papers-due')).toHaveLength(2);
  });
});
