import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificates, results } from '@jikaotong/shared/contract';
import { certificateList, scoreList, scoreReviewList } from '@jikaotong/shared/lists';
import { isDuplicate } from '@jikaotong/bff/platform/db';
import { longServingGuard } from '../builders/facts';
import { portrait } from '../builders/photos';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type SignedInPerson, equipBody } from '../support/people';
import { fillSheet, withRow } from '../support/score-sheet';
import { sheetItems } from '../support/send-sheet';
import { type World, openWorld } from '../support/world';

type Decision = { outcome: 'unchanged' } | { outcome: 'corrected'; points: string };

describe('a session from the first mark to the last certificate', () => {
  let world: World;
  let exam: Examination;
  let anna: Candidate;
  let bo: Candidate;
  let chen: Candidate;
  let guard: Candidate;
  let late: Candidate;
  const resultOf = ({ person, id }: Candidate) => person.api.ok(results.getResult, { params: { id } });
  const codesOf = async (one: Candidate) => (await exam.toldTo(one)).map(({ code }) => code);
  const preview = () => exam.publisher.api.ok(certificates.previewCertificates, { params: exam.params });
  const refusedPublish = () => exam.publisher.api.refused(results.publishResults, { body: {}, params: exam.params });
  const refusedPreview = () => exam.publisher.api.refused(certificates.previewCertificates, { params: exam.params });
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    anna = await exam.paid('o-anna', { name: '安娜', order: 1 });
    bo = await exam.paid('o-bo', { name: '薄一', order: 2 });
    const manager = { offeringCode: 'security-manager-3', facts: longServingGuard() };
    guard = await exam.paid('o-guard', { ...manager, name: '郭卫国', order: 3 });
    chen = await exam.paid('o-chen', { name: '陈晨', order: 4 });
    late = await exam.paid('o-late', { name: '池来', order: 5 });
    await world.moveTo('2026-12-07');
  });
  afterAll(() => world.stop());

  it('takes marks from the last exam day on, a whole sheet or none of it', async () => {
    const [a, b, c, g, l] = await Promise.all([anna, bo, chen, guard, late].map(exam.numberOf));
    if (!a || !b || !c || !g || !l) throw new Error('somebody has no number');
    await world.moveTo('2026-12-11', '08:59');
    expect(await codesOf(anna)).not.toContain('exam-reminder');
    await world.moveTo('2026-12-11');
    const told = (await exam.toldTo(anna))[0];
    const data = { examOn: '2026-12-12', startsAt: '09:00', siteName: '亦庄考点' };
    expect(told).toMatchObject({ code: 'exam-reminder', data });
    expect(await exam.sendFilled({})).toMatchObject({ code: 'too-early', data: { opensOn: '2026-12-12' } });
    await world.moveTo('2026-12-12', '18:00');
    expect(await exam.duties()).toEqual([
      ['exam-day', '2026-12-12', false],
      ['import-scores', '2026-12-18', false],
    ]);
    expect((await exam.send(await portrait())).code).toBe('file-refused');
    const wrong = await fillSheet(await exam.template(), {
      [a]: { 姓名: '安娜娜', 理论知识: 101 },
      [b]: { 理论知识: '59.555', 操作技能: '缺考 60' },
    });
    const refused = await exam.take(
      await withRow(await withRow(wrong, ['2026121259999', '', '', 60]), [c, '', '', 60]),
    );
    expect(refused).toMatchObject({ state: 'refused', counts: { problems: 6 } });
    const sheet = { endpoints: results.scoreSheet, id: exam.params.id, importId: refused.id };
    const problems = (await sheetItems(exam.marker, sheet)).map(({ cell, code, value }) => [cell, code, value]);
    expect(problems).toEqual([
      ['D6', 'not-a-score', '101'],
      ['B6', 'name-mismatch', '安娜娜'],
      ['D7', 'not-a-score', '59.555'],
      ['E7', 'not-a-score', '缺考 60'],
      ['A10', 'ticket-unknown', '2026121259999'],
      ['A11', 'ticket-twice', c],
    ]);
    const importOf = { params: { id: exam.params.id, importId: refused.id } };
    const confirmed = await exam.marker.api.refused(results.scoreSheet.confirm, {
      ...importOf,
      body: { missing: 'keep' },
    });
    expect(confirmed.code).toBe('wrong-state');
    const marked = await exam.marker.api.file(results.scoreSheet.marked, importOf);
    expect(marked.subarray(0, 2).toString()).toBe('PK');
    expect((await exam.publisher.api.refused(results.scoreSheet.get, importOf)).code).toBe('forbidden');
    expect((await exam.counts()).scored).toBe(0);

    const entries = {
      [a]: { 理论知识: 86.5, 操作技能: '90' },
      [b]: { 理论知识: '59.99', 操作技能: '60.00' },
      [c]: { 理论知识: '缺考', 操作技能: '缺考' },
      [g]: { 理论知识: 60, 操作技能: 100 },
    };
    expect(await exam.takeFilled(entries)).toMatchObject({
      state: 'done',
      counts: { added: 8, changed: 0, same: 0, missing: 2 },
      applied: 8,
      refused: 0,
    });
    const corrected = await exam.takeFilled({ ...entries, [a]: { 理论知识: 87 } });
    expect(corrected).toMatchObject({ counts: { added: 0, changed: 1, same: 6, missing: 2 }, applied: 1 });
    const [changed] = await sheetItems(exam.marker, { ...sheet, importId: corrected.id });
    expect(changed).toMatchObject({
      kind: 'changed',
      changes: [{ column: '理论知识', from: '86.5 分', to: '87 分' }],
      state: 'applied',
    });
    const listed = await exam.publisher.api.ok(scoreList.rows, { params: exam.params, query: {} });
    const { by } = await exam.publisher.api.ok(scoreList.counts, { params: exam.params, query: {} });
    expect(by['complete']).toEqual({ yes: 4, no: 1 });
    expect(by['theory']).toEqual({ passed: 2, failed: 1, absent: 1, unmarked: 1 });
    const unmarked = { params: exam.params, query: { theory: 'unmarked,absent' } };
    const waiting = await exam.publisher.api.ok(scoreList.rows, unmarked);
    expect(waiting.items.map(({ ticketNumber }) => ticketNumber)).toEqual([c, l]);
    const marks = listed.items.map((row) => [row.ticketNumber, row.theory, row.skill, row.review, row.recordedBy]);
    expect(marks).toEqual([
      [g, '60', '100', null, 'dengfen'],
      [a, '87', '90', null, 'dengfen'],
      [b, '59.99', '60', null, 'dengfen'],
      [c, 'absent', 'absent', null, 'dengfen'],
      [l, 'unmarked', 'unmarked', null, null],
    ]);
    expect(await refusedPublish()).toMatchObject({ code: 'too-early', data: { opensOn: '2026-12-13' } });
    await world.moveTo('2026-12-14');
    expect(await refusedPublish()).toMatchObject({ code: 'results-incomplete', data: { missing: 2 } });
    expect((await exam.takeFilled({ [l]: { 理论知识: 70, 操作技能: 71 } })).state).toBe('done');
    expect(await exam.duties()).toEqual([['publish-results', '2026-12-18', false]]);
  });

  it('publishes once, on a day from which publicity counts', async () => {
    expect(await anna.person.api.refused(results.getResult, { params: { id: anna.id } })).toMatchObject({
      code: 'not-published',
    });
    expect(await world.stranger.refused(results.getPublicity, { params: exam.params, query: {} })).toMatchObject({
      code: 'not-published',
    });
    await world.moveTo('2026-12-18');
    expect(await exam.marker.api.refused(results.publishResults, { body: {}, params: exam.params })).toMatchObject({
      status: 403,
    });
    const { offerings } = await exam.publisher.api.ok(results.previewResults, { params: exam.params });
    expect(Object.fromEntries(offerings.map(({ offering, ...counts }) => [offering.code, counts]))).toMatchObject({
      'installer-5': { passed: 2, failed: 1, absent: 1, absentSomewhere: 1, incomplete: 0, awaitingCheck: 8 },
      'security-manager-3': { passed: 1, failed: 0, absent: 0, incomplete: 0 },
    });
    const unchecked = { name: '保卫管理员 三级/高级工', marks: 2 };
    expect((await refusedPublish()).data).toMatchObject({ marks: 10, offerings: [{ marks: 8 }, unchecked] });
    await exam.checked();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        exam.publisher.api.call(results.publishResults, { body: {}, params: exam.params }),
      ),
    );
    const yes = answers.filter(({ code }) => code === 'ok');
    expect(yes.map(({ data }) => data)).toEqual([
      { publishedOn: '2026-12-18', publicityCloses: '2026-12-29', candidates: 5 },
    ]);
    expect(new Set(answers.filter(({ code }) => code !== 'ok').map(({ code }) => code))).toEqual(
      new Set(['already-published']),
    );
    expect(await exam.sendFilled({})).toMatchObject({ code: 'already-published' });
    expect((await codesOf(anna)).filter((code) => code === 'results-published')).toHaveLength(1);

    expect(await resultOf(anna)).toMatchObject({
      publishedOn: '2026-12-18',
      outcome: 'passed',
      kept: [],
      review: { opens: '2026-12-18', closes: '2026-12-29', source: { clause: '三（五）1' } },
    });
    expect(await resultOf(bo)).toMatchObject({
      outcome: 'failed',
      subjects: [
        { subject: 'theory', points: '59.99', passed: false },
        { subject: 'skill', points: '60', passed: true },
      ],
      kept: [{ subject: 'skill', until: '2027-12-18', source: { clause: '三（六）' } }],
    });
    expect(await resultOf(chen)).toMatchObject({ outcome: 'absent', kept: [] });
    expect(await exam.stageOf(bo)).toBe('in-publicity');
    expect(await exam.stranger.api.refused(results.getResult, { params: { id: anna.id } })).toMatchObject({
      status: 404,
    });

    const list = await world.stranger.ok(results.getPublicity, { params: exam.params, query: { limit: 3 } });
    expect(list).toMatchObject({ opens: '2026-12-18', closes: '2026-12-29' });
    expect(list.items.map(({ nameMasked, passed }) => [nameMasked, passed])).toEqual([
      ['郭*国', true],
      ['安*', true],
      ['薄*', false],
    ]);
    const rest = await world.stranger.ok(results.getPublicity, {
      params: exam.params,
      query: { cursor: list.next ?? '' },
    });
    expect(rest.items).toHaveLength(2);
    expect(JSON.stringify(list.items)).not.toMatch(/安娜|薄一|110105/);
  });

  it('checks a mark again on request: once at a time, by somebody else, and only a correction changes it', async () => {
    const ask = ({ person, id }: Candidate, subject: 'theory' | 'skill' | 'review') =>
      person.api.call(results.askScoreReview, { params: { id }, body: { subject, reason: '与估分差距较大' } });
    expect((await ask(bo, 'review')).code).toBe('wrong-state');
    expect((await ask({ ...bo, person: exam.stranger }, 'theory')).code).toBe('not-found');
    const asked = await Promise.all([ask(bo, 'theory'), ask(bo, 'theory')]);
    expect(asked.map(({ code }) => code).toSorted()).toEqual(['ok', 'review-open']);
    expect((await ask(chen, 'skill')).code).toBe('ok');
    expect(await exam.stageOf(bo)).toBe('score-review');
    expect(await exam.duties()).toEqual([['decide-score-reviews', '2026-12-29', false]]);

    const asking = { params: exam.params, query: { state: 'open' } };
    const { items } = await exam.checker.api.ok(scoreReviewList.rows, asking);
    expect(items.map(({ name, points, state }) => [name, points, state])).toEqual([
      ['薄一', '59.99', 'open'],
      ['陈晨', 'absent', 'open'],
    ]);
    const [first, second] = items;
    if (!first || !second) throw new Error('a review is missing');
    const decide = (who: SignedInPerson, id: string, decision: Decision) =>
      who.api.call(results.decideScoreReview, { params: { id }, body: { reason: '重新核算', ...decision } });
    const corrected = { outcome: 'corrected', points: '60.5' } as const;
    expect((await decide(exam.marker, first.id, corrected)).code).toBe('same-marker');
    expect((await decide(exam.checker, first.id, { outcome: 'corrected', points: '100.01' })).code).toBe(
      'invalid-input',
    );
    expect((await decide(exam.checker, first.id, { outcome: 'corrected', points: '59.99' })).code).toBe(
      'invalid-input',
    );
    expect((await decide(exam.checker, first.id, corrected)).data).toMatchObject({
      state: 'corrected',
      points: '60.5',
      ledger: [{ code: 'asked' }, { code: 'decided-corrected', reason: '重新核算' }],
    });
    expect((await decide(exam.checker, first.id, corrected)).code).toBe('wrong-state');
    expect((await exam.checker.api.ok(scoreReviewList.counts, asking)).by['state']).toEqual({ open: 1, corrected: 1 });
    const decided = { params: exam.params, query: { state: 'corrected' } };
    expect((await exam.checker.api.ok(scoreReviewList.rows, decided)).items).toMatchObject([
      { name: '薄一', points: '60.5', reason: '与估分差距较大', answer: '重新核算' },
    ]);
    expect((await ask(late, 'theory')).code).toBe('ok');
    expect(await resultOf(bo)).toMatchObject({ outcome: 'passed', kept: [], scoreReviews: [{ state: 'corrected' }] });
    expect(await codesOf(bo)).toContain('score-review-decided');
    const versions = await world.db.read((h) =>
      h.query<{ n: number | string }>(
        'SELECT COUNT(*) AS n FROM result r JOIN participant p ON p.id = r.participant_id WHERE p.candidate_id = ?',
        [bo.id],
      ),
    );
    expect(Number(versions[0]?.n)).toBe(3);

    await world.moveTo('2026-12-29');
    expect(await refusedPreview()).toMatchObject({
      code: 'publicity-open',
      data: { until: '2026-12-29' },
    });
    await world.moveTo('2026-12-30', '00:00');
    expect(await ask(anna, 'theory')).toMatchObject({ code: 'too-late', data: { closedOn: '2026-12-29' } });
    expect(await world.stranger.refused(results.getPublicity, { params: exam.params, query: {} })).toMatchObject({
      code: 'too-late',
      data: { closedOn: '2026-12-29' },
    });
    expect((await decide(exam.checker, second.id, { outcome: 'unchanged' })).data).toMatchObject({
      state: 'unchanged',
    });
    expect(await resultOf(chen)).toMatchObject({ outcome: 'absent' });
  });

  it('issues certificates once, numbered without gap or twin; a mark that is being checked waits alone', async () => {
    expect(await exam.duties()).toEqual([
      ['decide-score-reviews', '2026-12-29', true],
      ['issue-certificates', null, false],
    ]);
    expect(await refusedPreview()).toMatchObject({ code: 'number-pattern-wrong' });
    await equipBody(world, exam.administrator);
    expect(await preview()).toMatchObject({
      candidates: 3,
      offerings: [
        { candidates: 2, firstNumber: 'S000011000123265000001', lastNumber: 'S000011000123265000002' },
        { candidates: 1, firstNumber: 'S000011000123263000001', lastNumber: 'S000011000123263000001' },
      ],
      held: [{ hold: 'review-open', offering: { level: 5 }, names: ['池来'] }],
      alreadyIssued: 0,
      sealed: false,
      demonstration: false,
    });
    const issue = (candidates: number, withoutSeal?: true) =>
      exam.publisher.api.call(certificates.issueCertificates, {
        params: exam.params,
        body: { candidates, ...(withoutSeal && { withoutSeal }) },
      });
    expect(await issue(4, true)).toMatchObject({ code: 'changed-meanwhile', data: { candidates: 3 } });
    expect(await issue(3)).toMatchObject({ code: 'seal-missing' });
    const issued = await Promise.all(Array.from({ length: 20 }, () => issue(3, true)));
    expect(issued.map(({ code }) => code).toSorted()).toEqual([
      ...Array.from({ length: 19 }, () => 'changed-meanwhile'),
      'ok',
    ]);
    const registering = ['register-certificates', '2027-01-29', false];
    expect(await exam.duties()).toEqual([['decide-score-reviews', '2026-12-29', true], registering]);
    const open = { params: exam.params, query: { state: 'open' } };
    const [last] = (await exam.checker.api.ok(scoreReviewList.rows, open)).items;
    await exam.checker.api.ok(results.decideScoreReview, {
      params: { id: last?.id ?? '' },
      body: { reason: '重新核算', outcome: 'unchanged' },
    });
    expect(await preview()).toMatchObject({ candidates: 1, held: [], alreadyIssued: 3 });
    expect((await issue(1, true)).data).toEqual({ issued: 1, alreadyIssued: 3 });
    const { items } = await exam.publisher.api.ok(certificateList.rows, {
      params: exam.params,
      query: {},
    });
    expect(items.map(({ number, name }) => [number, name])).toEqual([
      ['S000011000123263000001', '郭卫国'],
      ['S000011000123265000001', '安娜'],
      ['S000011000123265000002', '薄一'],
      ['S000011000123265000003', '池来'],
    ]);
    const doubled = world.db.tx((h) => h.run('UPDATE certificate SET number = ?', ['S000011000123265000001']));
    expect(isDuplicate(await doubled.catch((error: unknown) => error), 'uq_certificate_number')).toBe(true);
    expect((await codesOf(anna)).filter((code) => code === 'certificate-issued')).toHaveLength(1);
    expect(await exam.stageOf(anna)).toBe('certified');
    expect(await chen.person.api.refused(certificates.getCertificate, { params: { id: chen.id } })).toMatchObject({
      status: 404,
    });
    expect(await exam.counts()).toMatchObject({
      paid: 5,
      ticketed: 5,
      scored: 5,
      published: 5,
      certified: 4,
      duties: [{ code: 'register-certificates', waiting: 4, overdue: false }],
    });
  });
});
