import {
  awards,
  contestEntries,
  contests,
  overview,
  stagePublication,
  stageRankings,
} from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { awardList } from '@jikaotong/shared/lists';
import { contestNextWords } from '@jikaotong/shared/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { C25 } from '../support/contest-entry';
import { awardBoardOf, awardedIn, keyedStage, lockedByTwo } from '../support/contest-story';
import { entriesOf } from '../support/listed-entries';
import { type SignedInPerson, staffMember } from '../support/people';
import { type StageStaff, confirmAll, entered, key, previewOf, stageStaff } from '../support/stage';
import { type World, openWorld } from '../support/world';

/** Ten of one unit, which is as many as the notice asks of a unit that it honours. */
const MANY = 10;
const UNIT = '北京某某安防有限公司';
const params = { id: C25 };

describe('awards of a competition whose later stages are cancelled', () => {
  let world: World;
  let staff: StageStaff;
  let officer: SignedInPerson;
  let people: SignedInPerson[];
  const board = () => awardBoardOf(officer, C25);
  const propose = async () => officer.api.call(awards.proposeAwards, { params, body: { turn: (await board()).turn } });
  const answer = async (given: boolean) => {
    const key = (await board()).questions.find(({ ofRanks }) => ofRanks)?.about[0]?.key ?? '';
    const body = { key, given, reason: '组委会7月29日会议决定' };
    return officer.api.ok(awards.answerAward, { params, body });
  };

  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    staff = await stageStaff(world);
    officer = await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']);
    people = await entered(world, staff, MANY);
    const { id } = await entriesOf(staff.administrator);
    await world.moveTo('2025-07-28', '18:00');
    const marks = Object.fromEntries(Array.from({ length: MANY }, (_, at) => [at + 1, ['80', `${90 - at}`] as const]));
    await keyedStage(staff, id, { marks });
  });
  afterAll(() => world.stop());

  it('wait for the ranks of the final as long as it is held', async () => {
    expect(await board()).toMatchObject({ lastHeld: '决赛', revision: 0, questions: [] });
    expect((await propose()).code).toBe('not-published');
  });

  it('are those that no rank decides, until staff say with a reason whose ranks are the final ones', async () => {
    const body = { reason: '赞助方退出' };
    await staff.administrator.api.ok(contests.cancelStage, { params: { ...params, stage: 'semi-final' }, body });
    const open = await board();
    expect(open).toMatchObject({ lastHeld: '初赛', revision: 1, questions: [{ ofRanks: true, open: true }] });
    expect(awardedIn(open)).toEqual({ 'organising-unit': [UNIT] });
    expect(await propose()).toMatchObject({ code: 'award-questions-open', data: { count: 1 } });
  });

  it('go by the ranks of the last stage that was held only where staff said so', async () => {
    const no = await answer(false);
    expect(no.questions[0]).toMatchObject({ open: false, about: [{ answer: { given: false, by: 'kaowu' } }] });
    expect(awardedIn(no)).toEqual({ 'organising-unit': [UNIT] });
    const yes = await answer(true);
    expect(yes.awards.find(({ code }) => code === 'prize-first')?.lines).toMatchObject([{ rank: 1 }]);
    expect(awardedIn(yes)['finalists']).toBeUndefined();
    const locked = await lockedByTwo(world, C25, { proposes: officer, locks: staff.publisher });
    expect(locked).toMatchObject({ state: 'locked', questions: [{ ofRanks: true }] });
    const at = { params: { id: locked.finalId }, query: { award: 'prize-first' } };
    expect((await officer.api.ok(awardList.rows, at)).items).toMatchObject([{ rank: 1 }]);
  });

  it('leave an entrant a path that says what was held and what was not', async () => {
    const [first] = people;
    if (!first) throw new Error('nobody entered');
    const [entry] = (await first.api.ok(contestEntries.listMyEntries, {})).items;
    if (!entry) throw new Error('no entry');
    const own = await first.api.ok(stageRankings.listMyStages, { params: { id: entry.id } });
    expect(own.items.map(({ rankedOn, cancelled }) => [rankedOn, cancelled?.reason])).toEqual([
      ['2025-07-28', undefined],
      [undefined, '赞助方退出'],
      [undefined, '赞助方退出'],
    ]);
    expect(contestNextWords(entry.contest, localDate('2025-08-01'))).toEqual({
      title: '复赛已取消',
      text: '原因：赞助方退出',
    });
  });

  it('are found from the duty to collect accounts, and stand apart from ranks that are corrected afterwards', async () => {
    const { items, contests: all } = await officer.api.ok(overview.listDuties, {});
    const { finalId } = await board();
    expect(items).toMatchObject([{ code: 'collect-award-accounts', sessionId: finalId }]);
    expect(all[0]?.awards?.missing).toBe(items[0]?.waiting);
    const { id } = await entriesOf(staff.administrator);
    await key(staff.marker, id, { number: 1, part: 'skill', mark: '1', reason: '重复计分' });
    await confirmAll(staff.second, id);
    const { revision, turn } = await previewOf(staff.publisher, id);
    const again = { params: { id }, body: { revision, turn, reason: '更正' } };
    const publish = (seen: boolean) =>
      staff.publisher.api.call(stagePublication.publishStage, {
        ...again,
        body: { ...again.body, ...(seen && { despiteAwards: true }) },
      });
    expect((await publish(false)).code).toBe('award-ranks-stand');
    expect((await publish(true)).code).toBe('ok');
    expect((await board()).apart).toContain(`1号（第1名，现第${MANY}名）`);
  });
});
