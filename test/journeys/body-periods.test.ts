import { applications, personalData } from '@jikaotong/shared/contract';
import { auditList } from '@jikaotong/shared/lists';
import { PERIOD_KINDS, type PeriodKind } from '@jikaotong/shared/rules/retention';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { handedIn } from '../support/apply';
import { type SignedInPerson, bspia, candidateByWechat, firstAdministrator } from '../support/people';
import { type World, openWorld } from '../support/world';

const words = '本会《个人信息管理办法》第八条：照片和扫描件保存六个月';

describe('how long a body keeps what is its own', () => {
  let world: World;
  let exam: Examination;
  let anna: Candidate;
  let elsewhere: SignedInPerson;
  let bo: SignedInPerson;
  const params = { id: bspia.id };
  const set = (kind: PeriodKind, own: { months: number; words: string } | null, by = exam.administrator) =>
    by.api.ok(personalData.setBodyPeriod, { params: { ...params, kind }, body: { own } });
  const papersOf = async () => {
    const { enrolments } = await anna.person.api.ok(personalData.getPersonalData, {});
    const items = enrolments[0]?.items ?? [];
    return ['papers', 'photo'].map((kind) => items.find((item) => item.kind === kind));
  };
  const applicationOfBo = async () => {
    const { enrolments } = await bo.api.ok(personalData.getPersonalData, {});
    return enrolments[0]?.items.find(({ kind }) => kind === 'application');
  };
  const photos = async () => {
    const [row] = await world.db.read((h) =>
      h.query<{ n: number | string }>('SELECT COUNT(*) AS n FROM candidate WHERE id = ? AND photo IS NOT NULL', [
        anna.id,
      ]),
    );
    return Number(row?.n);
  };
  const told = async () => {
    const { items } = await world.stranger.ok(personalData.listHandlers, {});
    return items.find(({ id }) => id === bspia.id)?.periods;
  };
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    anna = await exam.paid('o-anna', { name: '安娜', order: 1 });
    bo = await candidateByWechat(world, 'o-bo');
    const { id } = await handedIn(bo, exam.params.id, { name: '薄一', order: 2 });
    await bo.api.ok(applications.withdrawApplication, { params: { id } });
    elsewhere = await firstAdministrator(world, 'jita', { id: 'cecc', name: '别的机构' });
  });
  afterAll(() => world.stop());

  it('is the usual until its administrator says otherwise', async () => {
    const { periods } = await exam.administrator.api.ok(personalData.getBodyPeriods, { params });
    expect(periods).toEqual(PERIOD_KINDS.map((kind) => ({ kind, own: null, announced: null })));
    expect(await told()).toEqual([]);
  });

  it('is set by its administrator alone, within the bounds, with the rule that prints it', async () => {
    const own = { months: 6, words };
    const to = { params: { ...params, kind: 'papers' as const }, body: { own } };
    expect((await exam.reviewer.api.refused(personalData.setBodyPeriod, to)).code).toBe('forbidden');
    expect((await elsewhere.api.refused(personalData.setBodyPeriod, to)).code).toBe('not-found');
    expect((await elsewhere.api.refused(personalData.getBodyPeriods, { params })).code).toBe('not-found');
    const refused = (kind: PeriodKind, months: number) =>
      exam.administrator.api.refused(personalData.setBodyPeriod, {
        params: { ...params, kind },
        body: { own: { months, words } },
      });
    expect(await refused('papers', 37)).toMatchObject({
      code: 'period-out-of-bounds',
      data: { leastMonths: 1, mostMonths: 36 },
    });
    expect((await refused('application', 35)).code).toBe('period-out-of-bounds');
    expect((await refused('exam', 59)).code).toBe('period-out-of-bounds');
    const unsaid = { params: to.params, body: { own: { months: 6, words: '' } } };
    expect((await exam.administrator.api.refused(personalData.setBodyPeriod, unsaid)).code).toBe('invalid-input');
    expect(await told()).toEqual([]);
  });

  it('is told to everybody at once, and to whom it concerns with the day, before it holds', async () => {
    await world.moveTo('2027-05-20');
    expect(await papersOf()).toMatchObject([
      { until: '2027-12-12', own: null, later: null },
      { until: '2027-12-12', own: null, later: null },
    ]);
    const own = { months: 6, words };
    const { periods } = await set('papers', own);
    const announced = { own, from: '2027-06-19' };
    expect(periods.filter((one) => one.announced)).toEqual([{ kind: 'papers', own: null, announced }]);
    expect(await told()).toEqual([{ kind: 'papers', own: null, announced }]);
    // six months were over on the twelfth: it goes in the night from which it holds
    const later = { from: '2027-06-19', until: '2027-06-19' };
    expect(await papersOf()).toMatchObject([
      { until: '2027-12-12', own: null, later },
      { until: '2027-12-12', own: null, later },
    ]);
  });

  it('is withdrawn by naming what holds, and announced anew with the whole notice', async () => {
    await world.moveTo('2027-05-21');
    expect((await set('papers', null)).periods.filter((one) => one.announced)).toEqual([]);
    expect(await told()).toEqual([]);
    expect((await papersOf())[0]?.later).toBeNull();
    // several at once take turns, and one of them is left
    await Promise.all([1, 2, 3, 4].map((months) => set('papers', { months, words: '先写错了几次' })));
    expect(await told()).toHaveLength(1);
    const { periods } = await set('papers', { months: 6, words });
    const announced = periods.flatMap((one) => one.announced ?? []);
    expect(announced).toEqual([{ own: { months: 6, words }, from: '2027-06-20' }]);
  });

  it('erases nothing before its day, and in the night of its day what is over by it', async () => {
    await world.moveTo('2027-06-19', '12:00');
    expect(await photos()).toBe(1);
    await world.moveTo('2027-06-20', '12:00');
    expect(await photos()).toBe(0);
    expect(await told()).toEqual([{ kind: 'papers', own: { months: 6, words }, announced: null }]);
    expect(await applicationOfBo()).toMatchObject({ until: '2029-12-12', own: null, later: null });
  });

  it('keeps longer, too, only from its day on', async () => {
    await set('application', { months: 60, words: '本会档案保存五年' });
    expect(await applicationOfBo()).toMatchObject({
      until: '2029-12-12',
      later: { from: '2027-07-20', until: '2031-12-12' },
    });
    await world.moveTo('2027-07-20');
    expect(await applicationOfBo()).toMatchObject({ until: '2031-12-12', own: { months: 60 }, later: null });
    await world.moveTo('2029-12-14');
    expect(await applicationOfBo()).toBeDefined();
  });

  it('is noted for good, with the day', async () => {
    const { items } = await exam.administrator.api.ok(auditList.rows, { params, query: { topic: 'body' } });
    const codes = items.map(({ event }) => event).filter((event) => event.startsWith('period-'));
    expect(codes.filter((code) => code === 'period-withdrawn')).toHaveLength(1);
    expect(codes.filter((code) => code === 'period-announced')).toHaveLength(7);
    const [first] = items.filter(({ event }) => event === 'period-announced').toReversed();
    expect(first).toMatchObject({ values: { kind: 'papers', months: 6, day: '2027-06-19' } });
  });
});
