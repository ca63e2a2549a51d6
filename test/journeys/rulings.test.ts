import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, rulings } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { reviewList } from '@jikaotong/shared/lists';
import { knownFacts } from '../builders/facts';
import { handedIn } from '../support/apply';
import { type Examination, openExamination } from '../support/examination';
import { candidateByWechat } from '../support/people';
import { type World, openWorld } from '../support/world';

const offeringCode = 'security-manager-3';
const workedAs = (...occupations: string[]) =>
  knownFacts({
    jobs: occupations.map((occupation, at) => ({
      occupation,
      from: localDate(`${2012 + at}-03-01`),
      to: at === occupations.length - 1 ? null : localDate(`${2013 + at}-03-01`),
      employer: '某单位',
    })),
  });

describe('deciding about a word for all of a session', () => {
  let world: World;
  let exam: Examination;
  let order = 0;
  const apply = async (openid: string, name: string, occupation: string) => {
    order += 1;
    const person = await candidateByWechat(world, openid);
    return handedIn(person, exam.params.id, { name, order, offeringCode, facts: workedAs(occupation) });
  };
  const words = async () =>
    (await exam.reviewer.api.ok(rulings.listDoubtedWords, { params: exam.params })).items.map(
      ({ word, waiting, alone, ruling }) => [word, waiting, alone, ruling?.counts ?? null],
    );
  const clear = async () =>
    (
      await exam.reviewer.api.ok(reviewList.rows, {
        params: exam.params,
        query: { doubts: 'clear', state: 'submitted' },
      })
    ).items
      .map(({ name }) => name)
      .toSorted();
  const rule = { offeringCode, code: 'job-occupation-not-listed', word: '治安巡逻员', counts: true } as const;
  const reason = '与保安员从事同样的巡逻守护工作';
  let patrol: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    patrol = (await apply('o-1', '张建国', '治安巡逻员')).id;
    await apply('o-2', '李秀英', '治安巡逻员');
    await apply('o-3', '测试测试', '治安巡逻员');
    await apply('o-4', '王卫东', '小区楼管');
  });
  afterAll(() => world.stop());

  it('shows the words that are left to judgement, and how many say each', async () => {
    expect(await words()).toEqual([
      ['治安巡逻员', 3, 2, null],
      ['小区楼管', 1, 1, null],
    ]);
    expect(await clear()).toEqual([]);
  });

  it('clears who is in doubt for nothing else, and sweeps nobody along', async () => {
    const { reviewer, officer, params } = exam;
    expect(await officer.api.refused(rulings.makeRuling, { params, body: { ...rule, reason } })).toMatchObject({
      status: 403,
    });
    const unknown = await reviewer.api.refused(rulings.makeRuling, {
      params,
      body: { ...rule, offeringCode: 'x', reason },
    });
    expect(unknown.code).toBe('offering-unknown');
    expect(await reviewer.api.ok(rulings.makeRuling, { params, body: { ...rule, reason } })).toEqual({
      clear: 2,
      inDoubt: 1,
    });
    const again = await reviewer.api.refused(rulings.makeRuling, {
      params,
      body: { ...rule, word: ' 治安巡逻员 ', reason },
    });
    expect([again.status, again.code]).toEqual([409, 'ruled-already']);
    expect(await clear()).toEqual(['张建国', '李秀英'].toSorted());
    expect(await words()).toEqual([
      ['小区楼管', 1, 1, null],
      ['治安巡逻员', 3, 2, true],
    ]);
    const { rulings: shown } = await reviewer.api.ok(applications.getReview, { params: { id: patrol } });
    expect(shown).toMatchObject([{ word: '治安巡逻员', counts: true, reason, by: expect.stringMatching(/./) }]);
  });

  it('holds for who hands in later, and for nobody else', async () => {
    await apply('o-5', '赵海燕', '治安巡逻员');
    await apply('o-6', '周平', '小区保洁');
    expect(await clear()).toEqual(['张建国', '李秀英', '赵海燕'].toSorted());
  });

  it('puts everybody who waits in doubt again when it is taken back, and leaves who is approved', async () => {
    const { reviewer, params } = exam;
    const { version } = await reviewer.api.ok(applications.getReview, { params: { id: patrol } });
    await reviewer.api.ok(applications.approveApplication, { params: { id: patrol }, body: { version } });
    const { items } = await reviewer.api.ok(rulings.listDoubtedWords, { params });
    const { id } = items.find(({ ruling }) => ruling !== null)?.ruling ?? { id: '' };
    expect(await reviewer.api.ok(rulings.takeBackRuling, { params: { id } })).toEqual({ clear: 0, inDoubt: 3 });
    expect((await reviewer.api.refused(rulings.takeBackRuling, { params: { id } })).code).toBe('wrong-state');
    expect(await clear()).toEqual([]);
    expect((await reviewer.api.ok(applications.getReview, { params: { id: patrol } })).state).toBe('approved');
  });

  it('clears nobody where the word does not count', async () => {
    const { reviewer, params } = exam;
    const body = { ...rule, word: '小区楼管', counts: false, reason: '与本职业无关' };
    expect(await reviewer.api.ok(rulings.makeRuling, { params, body })).toEqual({ clear: 0, inDoubt: 1 });
    expect(await clear()).toEqual([]);
  });

  it('lets nobody through against it without a word, and keeps the word', async () => {
    const { reviewer, params } = exam;
    const { items } = await reviewer.api.ok(reviewList.rows, { params, query: { q: '王卫东' } });
    const at = { params: { id: items[0]?.id ?? '' } };
    const { version } = await reviewer.api.ok(applications.getReview, at);
    const refused = await reviewer.api.refused(applications.approveApplication, { ...at, body: { version } });
    expect([refused.code, refused.data]).toEqual(['reason-needed', { words: ['小区楼管'] }]);
    // a word that nobody decided about is left to the reviewer
    const [other] = (await reviewer.api.ok(reviewList.rows, { params, query: { q: '周平' } })).items;
    const cleaner = { params: { id: other?.id ?? '' } };
    const seen = await reviewer.api.ok(applications.getReview, cleaner);
    await reviewer.api.ok(applications.approveApplication, { ...cleaner, body: { version: seen.version } });
    const body = { version, reason: '另有值守证明' };
    expect((await reviewer.api.ok(applications.approveApplication, { ...at, body })).state).toBe('approved');
  });
});
