import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, bodies, results } from '@jikaotong/shared/contract';
import { scoreList, scoreReviewList } from '@jikaotong/shared/lists';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type SignedInPerson, bspia, staffMember } from '../support/people';
import { fillSheet } from '../support/score-sheet';
import { sheetItems } from '../support/send-sheet';
import { type World, openWorld } from '../support/world';

describe('marks that are words, and marks keyed in by two', () => {
  let world: World;
  let exam: Examination;
  let second: SignedInPerson;
  let anna: Candidate;
  let bo: Candidate;
  let chen: Candidate;
  let a = '';
  let b = '';
  let c = '';
  const key = (
    who: SignedInPerson,
    ticketNumber: string,
    subject: 'theory' | 'skill',
    [mark, version]: [string, number],
  ) => who.api.call(results.keyMark, { params: exam.params, body: { ticketNumber, subject, mark, version } });
  const publish = (who: SignedInPerson) => who.api.call(results.publishResults, { params: exam.params, body: {} });
  const preview = async () =>
    (await exam.publisher.api.ok(results.previewResults, { params: exam.params })).offerings.find(
      ({ offering }) => offering.code === 'installer-5',
    );
  const confirm = (who: SignedInPerson) =>
    who.api.call(results.confirmMarks, {
      params: exam.params,
      body: { offering: 'installer-5', reason: '与纸质登分册逐项核对' },
    });
  const progressOf = async ({ person, id }: Candidate) =>
    (await person.api.ok(applications.getApplication, { params: { id } })).progress;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: { STAFF_SECOND_PERSON: 'required' } });
    exam = await openExamination(world);
    second = await staffMember(world, exam.administrator, 'fabu2', ['publisher']);
    anna = await exam.paid('o-anna', { name: '安娜', order: 1 });
    bo = await exam.paid('o-bo', { name: '薄一', order: 2 });
    chen = await exam.paid('o-chen', { name: '陈晨', order: 3 });
    await world.moveTo('2026-12-07');
    await world.moveTo('2026-12-14');
    [a, b, c] = [await exam.numberOf(anna), await exam.numberOf(bo), await exam.numberOf(chen)];
  });
  afterAll(() => world.stop());

  it('exempt nobody without a pass, cell exact', async () => {
    const run = await exam.takeFilled({ [a]: { 理论知识: '免考', 操作技能: 90 }, [b]: { 理论知识: '不及格' } });
    expect(run).toMatchObject({ state: 'refused', counts: { problems: 2 } });
    const sheet = { endpoints: results.scoreSheet, id: exam.params.id, importId: run.id };
    expect((await sheetItems(exam.marker, sheet)).map(({ cell, code }) => [cell, code])).toEqual([
      ['D5', 'no-kept-pass'],
      ['D6', 'not-a-score'],
    ]);
  });

  it('come on a sheet of one subject, in the order of its seats', async () => {
    const query = { subject: 'theory' as const, order: 'room' as const };
    const template = await exam.marker.api.file(results.downloadScoreTemplate, { params: exam.params, query });
    expect(await exam.take(await fillSheet(template, { [a]: { 理论知识: 88 } }))).toMatchObject({
      state: 'done',
      counts: { added: 1, problems: 0 },
    });
  });

  it('hold the result of who is said to have cheated, and nobody else’s', async () => {
    const marks = { [a]: { 理论知识: 80, 操作技能: 90 }, [b]: { 理论知识: '作弊', 操作技能: 70 } };
    expect(await exam.takeFilled(marks)).toMatchObject({ state: 'done', applied: 4, counts: { changed: 1 } });
    const { items } = await exam.publisher.api.ok(scoreList.rows, {
      params: exam.params,
      query: { theory: 'cheating' },
    });
    expect(items.map(({ ticketNumber, theory }) => [ticketNumber, theory])).toEqual([[b, 'cheating']]);
    expect(await preview()).toMatchObject({ passed: 1, pending: 1, incomplete: 1, unconfirmed: 4, toConfirm: 4 });
  });

  it('are keyed in one by one, and confirmed by the same mark from another', async () => {
    expect(await key(exam.marker, '2026121259999', 'theory', ['60', 0])).toMatchObject({ code: 'ticket-not-issued' });
    expect(await key(exam.marker, c, 'theory', ['101', 0])).toMatchObject({
      code: 'mark-refused',
      data: { code: 'not-a-score' },
    });
    expect((await key(exam.marker, c, 'theory', ['５９．５', 0])).data).toEqual({
      name: '陈晨',
      mark: '59.5',
      version: 1,
      confirmed: false,
    });
    expect((await key(exam.marker, c, 'theory', ['59.5', 1])).data).toMatchObject({ version: 1, confirmed: false });
    expect((await key(exam.checker, c, 'theory', ['60', 0])).code).toBe('changed-meanwhile');
    const twice = await Promise.all([1, 2, 3].map(() => key(exam.checker, c, 'theory', ['59.5', 1])));
    expect(twice.map(({ data }) => data)).toEqual(
      twice.map(() => ({ name: '陈晨', mark: '59.5', version: 1, confirmed: true })),
    );
    const raced = await Promise.all(['66', '67', '68'].map((mark) => key(exam.marker, c, 'skill', [mark, 0])));
    expect(raced.map(({ code }) => code).toSorted()).toEqual(['changed-meanwhile', 'changed-meanwhile', 'ok']);
    const marks = await exam.checker.api.ok(results.getMarks, { params: { ...exam.params, ticketNumber: c } });
    expect(marks).toMatchObject({
      name: '陈晨',
      next: null,
      marks: [
        { subject: 'theory', mark: '59.5', version: 1, byName: 'dengfen', confirmedByName: 'fuhe' },
        { subject: 'skill', version: 1, byName: 'dengfen', confirmedByName: null },
      ],
    });
  });

  it('are published only once a second person has confirmed them', async () => {
    expect(await publish(exam.publisher)).toMatchObject({ code: 'marks-unconfirmed', data: { marks: 5 } });
    expect((await confirm(exam.marker)).code).toBe('same-marker');
    expect((await confirm(exam.checker)).data).toEqual({ unconfirmed: 0 });
    expect(await publish(exam.publisher)).toMatchObject({ code: 'ok', data: { publishedOn: null } });
    expect(await publish(second)).toMatchObject({ code: 'ok', data: { publishedOn: '2026-12-14' } });
  });

  it('say 待处理 of that person only, in public and to themselves', async () => {
    const list = await world.stranger.ok(results.getPublicity, { params: exam.params, query: {} });
    expect(
      list.items.map(({ ticketNumber, passed, pending, subjects }) => [ticketNumber, passed, pending, subjects.length]),
    ).toEqual([
      [a, true, false, 2],
      [b, false, true, 0],
      [c, false, false, 2],
    ]);
    const refused = await bo.person.api.refused(results.getResult, { params: { id: bo.id } });
    expect(refused.code).toBe('result-pending');
    const told = (await exam.toldTo(bo)).map(({ code }) => code);
    expect(told).not.toContain('results-published');
    expect(told.filter((code) => code === 'result-pending')).toHaveLength(1);
    expect(await progressOf(bo)).toMatchObject({
      stage: 'result-pending',
      blocked: [expect.objectContaining({ action: 'see-result', code: 'result-pending' })],
    });
    expect((await exam.toldTo(anna)).map(({ code }) => code)).not.toContain('result-pending');
    expect((await anna.person.api.ok(results.getResult, { params: { id: anna.id } })).outcome).toBe('passed');
  });

  it('are searched by a whole name or the end of a number, and hung up as the body rules', async () => {
    const found = async (q: string) =>
      (await world.stranger.ok(results.getPublicity, { params: exam.params, query: { q } })).items.map(
        ({ ticketNumber }) => ticketNumber,
      );
    expect(await found('安娜')).toEqual([a]);
    expect(await found('安')).toEqual([]);
    expect(await found(b.slice(-5))).toEqual([b]);
    expect(await found(b.slice(-3))).toEqual([]);
    const { text, html, people } = await exam.publisher.api.ok(results.getPublicityText, { params: exam.params });
    expect(people).toBe(3);
    expect(text.split('\n').filter((line) => /^\d{8}/.test(line))).toEqual([
      `${a}\t安*\t理论知识80 操作技能90\t合格`,
      `${b}\t薄*\t\t待处理`,
      expect.stringMatching(`^${c}\t陈*\t理论知识59.5 操作技能6[678]\t不合格$`.replace('*', '\\*')),
    ]);
    const cells = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
      [...(row ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, words]) => words),
    );
    expect(cells.slice(0, 3)).toEqual([
      ['准考证号', '姓名', '理论知识', '操作技能', '结果'],
      [a, '安*', '80', '90', '合格'],
      [b, '薄*', '', '', '待处理'],
    ]);
    expect(text + html).not.toMatch(/安娜|薄一|陈晨/);
    const sheet = await exam.publisher.api.file(results.downloadPublicity, { params: exam.params });
    expect(sheet.subarray(0, 2).toString()).toBe('PK');
    const body = { publicityShows: 'passed' as const };
    await exam.administrator.api.ok(bodies.updateBody, { params: { id: bspia.id }, body });
    const passed = await world.stranger.ok(results.getPublicity, { params: exam.params, query: {} });
    expect([passed.shows, passed.items.map(({ ticketNumber }) => ticketNumber)]).toEqual(['passed', [a]]);
    await exam.administrator.api.ok(bodies.updateBody, {
      params: { id: bspia.id },
      body: { publicityShows: 'all' },
    });
  });

  it('are put right by another, and published once somebody else has checked that; nobody’s publicity begins again', async () => {
    await world.moveTo('2026-12-16');
    expect((await key(exam.marker, a, 'theory', ['81', 2])).code).toBe('already-published');
    expect((await key(exam.marker, b, 'theory', ['75', 1])).code).toBe('same-marker');
    expect((await key(exam.checker, b, 'theory', ['75', 1])).data).toMatchObject({ mark: '75', version: 2 });
    // what one person alone has put right is nobody's result yet
    expect((await bo.person.api.refused(results.getResult, { params: { id: bo.id } })).code).toBe('result-pending');
    expect((await exam.toldTo(bo)).map(({ code }) => code)).not.toContain('results-published');
    expect((await key(exam.checker, b, 'theory', ['75', 2])).data).toMatchObject({ confirmed: false });
    expect((await bo.person.api.refused(results.getResult, { params: { id: bo.id } })).code).toBe('result-pending');
    expect((await confirm(exam.administrator)).data).toEqual({ unconfirmed: 0 });
    expect(await bo.person.api.ok(results.getResult, { params: { id: bo.id } })).toMatchObject({
      outcome: 'passed',
      publishedOn: '2026-12-14',
      review: { closes: '2026-12-23' },
    });
    expect((await progressOf(bo)).stage).toBe('in-publicity');
    expect((await exam.toldTo(bo)).filter(({ code }) => code === 'results-published')).toHaveLength(1);
    expect((await exam.toldTo(anna)).filter(({ code }) => code === 'results-published')).toHaveLength(1);
  });

  it('tell who may not decide a score review before they try', async () => {
    await chen.person.api.ok(results.askScoreReview, {
      params: { id: chen.id },
      body: { subject: 'theory', reason: '与估分差距较大' },
    });
    const [asked] = (await exam.checker.api.ok(scoreReviewList.rows, { params: exam.params, query: {} })).items;
    const look = (who: SignedInPerson) => who.api.ok(results.getScoreReview, { params: { id: asked?.id ?? '' } });
    expect(await look(exam.checker)).toMatchObject({
      dueOn: '2026-12-23',
      handledBy: ['dengfen', 'fuhe'],
      mayDecide: false,
    });
    const third = await staffMember(world, exam.administrator, 'fuhe3', ['score-officer']);
    expect(await look(third)).toMatchObject({ mayDecide: true });
    const decide = (who: SignedInPerson) =>
      who.api.call(results.decideScoreReview, {
        params: { id: asked?.id ?? '' },
        body: { outcome: 'corrected', points: '60', reason: '合分有误' },
      });
    expect((await decide(exam.checker)).code).toBe('same-marker');
    expect((await decide(third)).data).toMatchObject({ state: 'corrected', points: '60' });
    expect(await look(third)).toMatchObject({ mayDecide: false, state: 'corrected' });
  });
});
