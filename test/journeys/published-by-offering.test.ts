import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, certificates, results, sessions } from '@jikaotong/shared/contract';
import { longServingGuard } from '../builders/facts';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { equipBody, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

describe('results that are published offering by offering, by two', () => {
  let world: World;
  let exam: Examination;
  let anna: Candidate;
  let guard: Candidate;
  const publish = (who: Examination['publisher'], offerings?: string[]) =>
    who.api.call(results.publishResults, { params: exam.params, body: offerings ? { offerings } : {} });
  const preview = async () =>
    (await exam.publisher.api.ok(results.previewResults, { params: exam.params })).offerings.map(
      ({ offering, lacking, publishedOn, asked }) => [offering.code, lacking.length, publishedOn, asked?.mine ?? null],
    );
  const confirm = (offering: string) =>
    exam.checker.api.ok(results.confirmMarks, { params: exam.params, body: { offering, reason: '逐项核对' } });
  const windowsOf = async ({ person, id }: Candidate) => {
    const { windows } = await person.api.ok(applications.getApplication, { params: { id } });
    return windows.filter(({ kind }) => kind === 'publicity').map(({ opens, closes }) => [opens, closes]);
  };
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: { STAFF_SECOND_PERSON: 'required' } });
    exam = await openExamination(world);
    anna = await exam.paid('o-anna', { name: '安娜', order: 1 });
    const manager = { offeringCode: 'security-manager-3', facts: longServingGuard() };
    guard = await exam.paid('o-guard', { ...manager, name: '郭卫国', order: 2 });
    await equipBody(world, exam.administrator);
    await world.moveTo('2026-12-07');
    await world.moveTo('2026-12-14');
    const a = await exam.numberOf(anna);
    await exam.takeFilled({ [a]: { 理论知识: 80, 操作技能: 90 } });
    await confirm('installer-5');
  });
  afterAll(() => world.stop());

  it('say of each offering who lacks what', async () => {
    const { offerings } = await exam.publisher.api.ok(results.previewResults, { params: exam.params });
    expect(offerings.find(({ offering }) => offering.code === 'security-manager-3')?.lacking).toEqual([
      { ticketNumber: await exam.numberOf(guard), name: '郭卫国', subjects: ['theory', 'skill'] },
    ]);
    expect((await publish(exam.publisher)).code).toBe('results-incomplete');
    expect((await publish(exam.publisher, ['security-manager-3'])).code).toBe('results-incomplete');
    expect((await publish(exam.publisher, ['nobody'])).code).toBe('offering-unknown');
  });

  it('are asked for by one and published by another, once', async () => {
    expect((await publish(exam.publisher, ['installer-5'])).data).toMatchObject({ publishedOn: null, candidates: 1 });
    expect((await publish(exam.publisher, ['installer-5'])).code).toBe('publication-by-another');
    expect((await preview()).filter(([code]) => code === 'installer-5')).toEqual([['installer-5', 0, null, true]]);
    expect((await anna.person.api.refused(results.getResult, { params: { id: anna.id } })).code).toBe('not-published');
    const second = await staffMember(world, exam.administrator, 'fabu2', ['publisher']);
    const answers = await Promise.all(Array.from({ length: 5 }, () => publish(second, ['installer-5'])));
    expect(answers.filter(({ code }) => code === 'ok')).toHaveLength(1);
    expect(answers.find(({ code }) => code === 'ok')?.data).toEqual({
      publishedOn: '2026-12-14',
      publicityCloses: '2026-12-23',
      candidates: 1,
    });
    expect(new Set(answers.filter(({ code }) => code !== 'ok').map(({ code }) => code))).toEqual(
      new Set(['already-published']),
    );
  });

  it('leave the days of the others as they were', async () => {
    expect(await windowsOf(anna)).toEqual([['2026-12-14', '2026-12-23']]);
    expect(await windowsOf(guard)).toEqual([['2026-12-18', '2026-12-29']]);
    expect((await anna.person.api.ok(results.getResult, { params: { id: anna.id } })).outcome).toBe('passed');
    expect(await exam.stageOf(guard)).toBe('awaiting-results');
    const session = await exam.officer.api.ok(sessions.getStaffSession, { params: exam.params });
    expect(session).toMatchObject({ publishedOn: '2026-12-14', unpublished: ['security-manager-3'] });
    expect((await exam.duties()).map(([code]) => code)).toEqual(['import-scores']);
  });

  it('take marks of who is left, and no other mark of who is out', async () => {
    const [a, g] = [await exam.numberOf(anna), await exam.numberOf(guard)];
    await world.moveTo('2026-12-17');
    const refused = await exam.takeFilled({ [a]: { 理论知识: 81 }, [g]: { 理论知识: 70, 操作技能: 71 } });
    expect(refused).toMatchObject({ state: 'refused', counts: { problems: 1 } });
    const taken = await exam.takeFilled({ [a]: { 理论知识: 80 }, [g]: { 理论知识: 70, 操作技能: 71 } });
    expect(taken).toMatchObject({ state: 'done', applied: 2, counts: { same: 1 } });
    await confirm('security-manager-3');
    await publish(exam.publisher);
    expect((await publish(exam.administrator)).data).toMatchObject({
      publishedOn: '2026-12-17',
      publicityCloses: '2026-12-28',
      candidates: 1,
    });
    expect((await publish(exam.administrator)).code).toBe('already-published');
    expect(await windowsOf(guard)).toEqual([['2026-12-17', '2026-12-28']]);
    expect(await windowsOf(anna)).toEqual([['2026-12-14', '2026-12-23']]);
  });

  it('give nobody a certificate later for another offering', async () => {
    await world.moveTo('2026-12-24');
    const { candidates } = await exam.publisher.api.ok(certificates.previewCertificates, { params: exam.params });
    expect(candidates).toBe(1);
    expect((await exam.duties()).map(([code]) => code)).toEqual(['issue-certificates']);
  });
});
