import { type ReplyOf, breachCases as cases, certificates, results } from '@jikaotong/shared/contract';
import { breachList } from '@jikaotong/shared/lists';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type SignedInPerson, bspia, equipBody, staffMember } from '../support/people';
import { printConduct } from '../support/printed-conduct';
import { type World, openWorld } from '../support/world';

describe('作弊 in a score sheet', () => {
  let world: World;
  let exam: Examination;
  let second: SignedInPerson;
  let anna: Candidate;
  let bo: Candidate;
  let chen: Candidate;
  let [a, b, c] = ['', '', ''];
  const listed = async () =>
    (await exam.officer.api.ok(breachList.rows, { params: bspia, query: {} })).items.map(
      ({ id, name, source, state }) => ({
        id,
        said: [name, source, state],
      }),
    );
  const read = (id: string) => exam.officer.api.ok(cases.getStaffBreach, { params: { id } });
  const key = (who: SignedInPerson, ticketNumber: string, subject: 'theory' | 'skill', mark: string, version: number) =>
    who.api.ok(results.keyMark, { params: exam.params, body: { ticketNumber, subject, mark, version } });
  const resultOf = async ({ person, id }: Candidate) => {
    const reply = await person.api.call(results.getResult, { params: { id } });
    if (reply.code !== 'ok') return reply.code;
    const { subjects, outcome } = reply.data as ReplyOf<typeof results.getResult>;
    return [outcome, ...subjects.map(({ cancelled }) => (cancelled ? 'cancelled' : 'counts'))];
  };

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    await printConduct(world);
    exam = await openExamination(world);
    await equipBody(world, exam.administrator);
    second = await staffMember(world, exam.administrator, 'kaowu2', ['exam-officer']);
    anna = await exam.paid('o-anna', { name: '安娜', order: 1 });
    bo = await exam.paid('o-bo', { name: '薄一', order: 2 });
    chen = await exam.paid('o-chen', { name: '陈晨', order: 3 });
    await world.moveTo('2026-12-13');
    [a, b, c] = [await exam.numberOf(anna), await exam.numberOf(bo), await exam.numberOf(chen)];
  });
  afterAll(() => world.stop());

  it('opens one case of that person, once, however often the sheet comes', async () => {
    const marks = {
      [a]: { 理论知识: '作弊', 操作技能: 90 },
      [b]: { 理论知识: 80, 操作技能: 90 },
      [c]: { 理论知识: '作弊', 操作技能: '作弊' },
    };
    await exam.takeFilled(marks);
    await exam.takeFilled(marks);
    expect((await listed()).map(({ said }) => said).toSorted()).toEqual([
      ['安娜', 'sheet', 'recorded'],
      ['陈晨', 'sheet', 'recorded'],
      ['陈晨', 'sheet', 'recorded'],
    ]);
  });

  it('holds that result and nobody else’s', async () => {
    await exam.publish();
    expect([await resultOf(anna), await resultOf(bo), await resultOf(chen)]).toEqual([
      'result-pending',
      ['passed', 'counts', 'counts'],
      'result-pending',
    ]);
  });

  it('closes the case with a reason where the mark is put right first, and lets go only what nothing else holds', async () => {
    await key(exam.checker, c, 'theory', '70', 1);
    const ofChen = (await listed()).filter(({ said }) => said[0] === '陈晨');
    expect(ofChen.map(({ said }) => said[2]).toSorted()).toEqual(['dropped', 'recorded']);
    const closed = ofChen.find(({ said }) => said[2] === 'dropped');
    expect(await read(closed?.id ?? '')).toMatchObject({
      subject: 'theory',
      reason: '成绩已更正，不再登记为“作弊”',
      item: null,
    });
    expect(await resultOf(chen)).toBe('result-pending');
    await key(exam.checker, c, 'skill', '71', 1);
    // held by nothing any more, and still to be checked by somebody else
    expect(await resultOf(chen)).toBe('result-pending');
    await exam.checked();
    expect(await resultOf(chen)).toEqual(['passed', 'counts', 'counts']);
    // nobody was told of a case that was never told
    expect((await exam.toldTo(chen)).map(({ code }) => code)).not.toContain('breach-dropped');
  });

  it('waits for its printed item, then for two people, before anything follows', async () => {
    const [anna1] = (await listed()).filter(({ said }) => said[0] === '安娜');
    const params = { id: anna1?.id ?? '' };
    expect(await read(params.id)).toMatchObject({
      item: null,
      subject: 'theory',
      facts: '成绩登记为“作弊”（理论知识）',
    });
    expect(await exam.officer.api.refused(cases.notifyBreach, { params })).toMatchObject({
      code: 'wrong-state',
      data: { state: 'item-needed' },
    });
    const unwarned = { params, body: { item: 'tier-1-1', facts: '手机放在桌上' } };
    expect((await exam.officer.api.refused(cases.nameBreachItem, unwarned)).code).toBe('warning-needed');
    const body = { item: 'tier-1-4', facts: '夹带纸条', subject: 'skill' as const };
    // the subject is the one the sheet named
    expect(await exam.officer.api.ok(cases.nameBreachItem, { params, body })).toMatchObject({
      item: { code: 'tier-1-4' },
      subject: 'theory',
    });
    await exam.officer.api.ok(cases.notifyBreach, { params });
    expect((await exam.officer.api.refused(cases.nameBreachItem, { params, body })).code).toBe('wrong-state');
    await anna.person.api.ok(cases.stateToBreach, { params, body: { words: '是草稿' } });
    await exam.officer.api.ok(cases.proposeBreach, { params, body: { drops: false, reason: '纸条在卷' } });
    expect(await resultOf(anna)).toBe('result-pending');
    await second.api.ok(cases.confirmBreach, { params, body: { agrees: true } });
    expect(await resultOf(anna)).toEqual(['failed', 'cancelled', 'counts']);
  });

  it('goes back to wait for a mark where an appeal takes the decision back', async () => {
    const [anna1] = (await listed()).filter(({ said }) => said[0] === '安娜');
    const params = { id: anna1?.id ?? '' };
    await anna.person.api.ok(cases.appealBreach, { params, body: { words: '不是纸条' } });
    const settle = { params, body: { stands: false, reason: '经复核，是准考证' } };
    await exam.administrator.api.ok(cases.decideBreachAppeal, settle);
    expect(await resultOf(anna)).toBe('result-pending');
    await key(exam.checker, a, 'theory', '66', 1);
    expect(await resultOf(anna)).toBe('result-pending');
    await exam.checked();
    expect(await resultOf(anna)).toEqual(['passed', 'counts', 'counts']);
  });

  it('found after publication holds the certificate alone, and nothing follows where two drop it', async () => {
    const body = { item: 'tier-2-2', facts: '雷同卷' };
    const { id } = await exam.officer.api.ok(cases.openBreach, { params: { id: bo.id }, body });
    expect(await resultOf(bo)).toEqual(['passed', 'counts', 'counts']);
    await world.moveTo('2026-12-31');
    const preview = () => exam.administrator.api.ok(certificates.previewCertificates, { params: exam.params });
    expect((await preview()).held).toMatchObject([{ hold: 'breach-open', names: ['薄一'] }]);
    const params = { id };
    await exam.officer.api.ok(cases.proposeBreach, { params, body: { drops: true, reason: '不是雷同卷' } });
    await second.api.ok(cases.confirmBreach, { params, body: { agrees: false } });
    expect((await read(id)).state).toBe('recorded');
    await exam.officer.api.ok(cases.proposeBreach, { params, body: { drops: true, reason: '不是雷同卷' } });
    await second.api.ok(cases.confirmBreach, { params, body: { agrees: true } });
    expect(await preview()).toMatchObject({ held: [], candidates: 3 });
    expect((await exam.toldTo(bo)).map(({ code }) => code)).not.toContain('breach-dropped');
  });
});
