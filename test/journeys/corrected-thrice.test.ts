import { awards, messages, stagePublication } from '@jikaotong/shared/contract';
import type { AwardBoardView } from '@jikaotong/shared/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { C25 } from '../support/contest-entry';
import { awardBoardOf, awardedIn, keyedStage, lockedByTwo } from '../support/contest-story';
import { casesOf } from '../support/listed-cases';
import { entriesOf } from '../support/listed-entries';
import { type SignedInPerson, staffMember } from '../support/people';
import {
  type StageStaff,
  confirmAll,
  deskOf,
  entered,
  freezeRoster,
  key,
  keyAll,
  note,
  previewOf,
  publish,
  stageStaff,
} from '../support/stage';
import { type World, openWorld } from '../support/world';

/** Thirty per cent of ten, and then of three, go on. */
const MANY = 10;
const descending = (numbers: readonly number[]) =>
  Object.fromEntries(numbers.map((number, at) => [number, ['80', String(90 - at)] as const]));

/** One competition whose preliminary is corrected before the semi-final, after it has begun, and once awards are locked. */
describe('marks of the preliminary corrected three times', () => {
  let world: World;
  let staff: StageStaff;
  let reviewer: SignedInPerson;
  let officer: SignedInPerson;
  let people: SignedInPerson[];
  let preliminary: string;
  let semiFinal: string;
  let final: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    staff = await stageStaff(world);
    reviewer = await staffMember(world, staff.administrator, 'shenhe', ['reviewer']);
    officer = await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']);
    people = await entered(world, staff, MANY);
    ({ id: preliminary } = await entriesOf(staff.administrator));
    await keyedStage(staff, preliminary, { marks: descending(Array.from({ length: MANY }, (_, at) => at + 1)) });
    [, semiFinal = '', final = ''] = (await deskOf(staff.marker, preliminary)).stages.map(({ id }) => id);
  });
  afterAll(() => world.stop());

  const correct = async (stage: string, number: number, mark: string, reason: string) => {
    await key(staff.marker, stage, { number, part: 'skill', mark, reason });
    await confirmAll(staff.second, stage);
  };
  /** By number, how often each has been told that ranks of theirs were corrected. */
  const toldOfCorrection = async () =>
    Promise.all(
      people.map(async (person) => {
        const { items } = await person.api.ok(messages.listMessages, { query: {} });
        return items.filter(({ code }) => code === 'stage-republished').length;
      }),
    );
  const passedOver = async () => (await casesOf(reviewer, 'open')).filter(({ kind }) => kind === 'passed-over');

  it('before the next stage: the ranks change, who goes on does not, and the one below may be let in', async () => {
    await freezeRoster(staff.administrator, semiFinal);
    await correct(preliminary, 4, '95', '4号技能成绩登记有误');
    expect(await previewOf(staff.publisher, preliminary)).toMatchObject({
      ask: 'replacement',
      passedOver: [{ number: 4 }],
    });
    await publish(staff.publisher, preliminary, '4号技能成绩登记有误');
    expect(await deskOf(staff.marker, semiFinal)).toMatchObject({ entrants: 3 });
    expect(await passedOver()).toEqual([]);
    // four, and the three who moved down; five to ten keep rank and mark
    expect(await toldOfCorrection()).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
  });

  it('after it has begun: nobody is let in, and who should have gone on is a case for staff', async () => {
    await key(staff.marker, semiFinal, { number: 1, part: 'skill', mark: '90' });
    await correct(preliminary, 5, '96', '5号技能成绩登记有误');
    expect(await previewOf(staff.publisher, preliminary)).toMatchObject({ ask: 'case' });
    await publish(staff.publisher, preliminary, '5号技能成绩登记有误');
    // one for five, one for four, whom nobody let in while there was time
    expect(await passedOver()).toHaveLength(2);
    expect(await deskOf(staff.marker, semiFinal)).toMatchObject({ entrants: 3 });
    expect(await toldOfCorrection()).toEqual([2, 2, 2, 2, 1, 0, 0, 0, 0, 0]);
  });

  it('after the awards are locked: no award follows, the publisher sees none that stands apart, and everybody keeps theirs', async () => {
    await world.moveTo('2025-07-28', '18:00');
    await key(staff.marker, semiFinal, { number: 1, part: 'theory', mark: '80' });
    await keyAll(staff.marker, semiFinal, { 2: ['70', '70'], 3: ['60', '60'] });
    await confirmAll(staff.second, semiFinal);
    await publish(staff.publisher, semiFinal);
    await keyedStage(staff, final, { marks: descending([1]) });
    const locked = await lockedByTwo(world, C25, { proposes: officer, locks: staff.publisher });
    const given = awardedIn(locked);
    await correct(preliminary, 1, '10', '1号技能成绩登记有误');
    const { revision, turn } = await previewOf(staff.publisher, preliminary);
    const again = { params: { id: preliminary }, body: { revision, turn, reason: '1号技能成绩登记有误' } };
    expect((await staff.publisher.api.call(stagePublication.publishStage, again)).code).toBe('ok');
    const after = await awardBoardOf(officer, C25);
    expect(after.apart).toEqual([]);
    expect(awardedIn(after)).toEqual(given);
  });

  it('a disqualification in the final after that: seen first, then the award is withheld and nobody moves up', async () => {
    const reason = '查实替考';
    await note(staff.marker, final, { number: 1, standing: 'disqualified', reason, witness: '裁判长' });
    await confirmAll(staff.second, final);
    const { revision, turn } = await previewOf(staff.publisher, final);
    const publishing = (despiteAwards: boolean) =>
      staff.publisher.api.call(stagePublication.publishStage, {
        params: { id: final },
        body: { revision, turn, reason, ...(despiteAwards && { despiteAwards }) },
      });
    expect((await publishing(false)).code).toBe('award-ranks-stand');
    expect((await publishing(true)).code).toBe('ok');
    const apart = await awardBoardOf(officer, C25);
    expect(apart.apart).toHaveLength(1);
    const byRank = (board: AwardBoardView) =>
      board.awards.flatMap(({ lines }) => lines.filter(({ rank, state }) => rank !== null && state === 'given'));
    for (const { id } of byRank(apart)) {
      if (id === null) throw new Error('an award of a locked list without an id');
      const body = { state: 'withheld' as const, was: 'given' as const, reason };
      await officer.api.ok(awards.changeAward, { params: { id }, body });
    }
    const after = await awardBoardOf(officer, C25);
    expect(byRank(after)).toEqual([]);
    expect(after.apart).toEqual([]);
  });
});
