import { type BodyOf, contestEntries, messages, stagePublication, stageRankings } from '@jikaotong/shared/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesOf } from '../support/listed-cases';
import { entriesOf } from '../support/listed-entries';
import { type SignedInPerson, staffMember } from '../support/people';
import {
  type StageStaff,
  confirmAll,
  deskOf,
  entered,
  key,
  keyAll,
  note,
  previewOf,
  publish,
  stageStaff,
  freezeRoster,
} from '../support/stage';
import { type World, openWorld } from '../support/world';

type Supposed = BodyOf<typeof stagePublication.supposeStage>['suppose'][number];

const REASON = '2号退赛，空出一个名额';
/** Ten, each worse than the one before; 30 % are three. */
const MARKS = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [at + 1, ['80', String(95 - at)] as const]));

describe('who goes on in place of another', () => {
  let world: World;
  let staff: StageStaff;
  let reviewer: SignedInPerson;
  let people: SignedInPerson[];
  let id: string;
  let next: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    staff = await stageStaff(world);
    reviewer = await staffMember(world, staff.administrator, 'shenhe', ['reviewer']);
    people = await entered(world, staff, 10);
    ({ id } = await entriesOf(staff.administrator));
    await freezeRoster(staff.administrator, id);
    await keyAll(staff.marker, id, MARKS);
    await confirmAll(staff.second, id);
    next = (await deskOf(staff.marker, id)).stages[1]?.id ?? '';
  });
  afterAll(() => world.stop());

  const person = (number: number): SignedInPerson => people[number - 1] ?? staff.administrator;
  const told = async (number: number, code: string) =>
    (await person(number).api.ok(messages.listMessages, { query: {} })).items.filter((one) => one.code === code);
  const suppose = (...supposed: readonly Supposed[]) =>
    staff.publisher.api.call(stagePublication.supposeStage, { params: { id }, body: { suppose: [...supposed] } });
  const moves = async (...supposed: readonly Supposed[]) => {
    const body = { suppose: [...supposed] };
    const { differences } = await staff.publisher.api.ok(stagePublication.supposeStage, { params: { id }, body });
    return differences.map(({ number, before, after }) => [number, before?.rank, after?.rank, after?.advances]);
  };
  const admit = (number: number) =>
    staff.publisher.api.call(stagePublication.admitInstead, {
      params: { id },
      body: { number, reason: REASON },
    });
  const leave = async (number: number) => {
    const [entry] = (await person(number).api.ok(contestEntries.listMyEntries, {})).items;
    await person(number).api.ok(contestEntries.withdrawEntry, { params: { id: entry?.id ?? '' } });
  };
  const casesNow = async () => (await casesOf(reviewer, 'open')).filter(({ kind }) => kind === 'passed-over');

  it('is looked at before anything is published: somebody steps back, a mark changes, both', async () => {
    // nine are scored, 2.7 are three
    expect(await moves({ kind: 'withdrawn', number: 9 })).toEqual([
      [10, 10, 9, 'no'],
      [9, 9, undefined, undefined],
    ]);
    expect(await moves({ kind: 'disqualified', number: 2 })).toMatchObject([
      [3, 3, 2, 'yes'],
      [4, 4, 3, 'yes'],
      ...[5, 6, 7, 8, 9, 10].map((number) => [number, number, number - 1, 'no']),
      [2, 2, undefined, undefined],
    ]);
    const better = { kind: 'marked' as const, number: 4, part: 'skill' as const, mark: '93.5' };
    expect(await moves(better)).toEqual([
      [4, 4, 3, 'yes'],
      [3, 3, 4, 'no'],
    ]);
    expect(await moves(better, { kind: 'withdrawn', number: 1 })).toMatchObject([
      [2, 2, 1, 'yes'],
      [4, 4, 2, 'yes'],
      ...[5, 6, 7, 8, 9, 10].map((number) => [number, number, number - 1, 'no']),
      [1, 1, undefined, undefined],
    ]);
    expect(await suppose({ kind: 'withdrawn', number: 77 })).toMatchObject({
      code: 'tie-refused',
      data: { code: 'decision-entrant-unknown', entrants: ['77'] },
    });
    expect((await suppose({ kind: 'marked', number: 1, part: 'skill', mark: '101' })).code).toBe('mark-refused');
    // nothing of it was written down
    expect(await previewOf(staff.publisher, id)).toMatchObject({ revision: 0, replacements: [], admitted: [] });
  });

  it('is offered to the next by rank when somebody leaves the roster of the next stage, and decided with a reason', async () => {
    await publish(staff.publisher, id);
    expect(await previewOf(staff.publisher, id)).toMatchObject({ replacements: [], admitted: [] });
    expect((await admit(4)).code).toBe('not-next-in-line');
    await freezeRoster(staff.administrator, next);
    // who steps back is no mark: the stage has not begun
    await note(staff.marker, next, { number: 2, standing: 'withdrawn' });
    expect((await previewOf(staff.publisher, id)).replacements).toMatchObject([
      { number: 4, free: 1, groupName: null },
    ]);
    expect((await admit(5)).code).toBe('not-next-in-line');
    // the fourth has left the contest: the fifth is next
    await leave(4);
    expect((await previewOf(staff.publisher, id)).replacements).toMatchObject([{ number: 5, free: 1 }]);
    expect((await admit(4)).code).toBe('not-next-in-line');
    expect((await admit(5)).code).toBe('ok');
    expect((await admit(6)).code).toBe('not-next-in-line');
    expect(await previewOf(staff.publisher, id)).toMatchObject({
      replacements: [],
      admitted: [{ number: 5, on: '2025-07-10', reason: REASON, byName: 'fabu' }],
      passedOver: [],
    });
    expect((await told(5, 'stage-admitted')).map(({ data }) => data)).toMatchObject([{ reason: REASON }]);
    const [entry] = (await person(5).api.ok(contestEntries.listMyEntries, {})).items;
    const path = await person(5).api.ok(stageRankings.listMyStages, { params: { id: entry?.id ?? '' } });
    expect(path.items.map(({ reached }) => reached)).toEqual(['yes', 'yes', 'open']);
    expect(path.items.map(({ admitted }) => admitted)).toEqual([{ on: '2025-07-10', reason: REASON }, null, null]);
    expect(await deskOf(staff.marker, next)).toMatchObject({ entrants: 4, standings: { unnoted: 3, withdrawn: 1 } });
  });

  it('becomes a case for staff once the next stage has begun, one for each who should have advanced', async () => {
    await key(staff.marker, next, { number: 1, part: 'skill', mark: '90' });
    expect((await admit(6)).code).toBe('next-stage-begun');
    const correct = async (number: number, mark: string) => {
      await key(staff.marker, id, { number, part: 'skill', mark, reason: '登分抄错' });
      await confirmAll(staff.second, id);
    };
    await correct(6, '99');
    expect(await previewOf(staff.publisher, id)).toMatchObject({ ask: 'case', passedOver: [{ number: 6 }] });
    expect(await casesNow()).toEqual([]);
    await publish(staff.publisher, id, '6号技能成绩登记有误');
    const [entry] = (await person(6).api.ok(contestEntries.listMyEntries, {})).items;
    expect(await casesNow()).toMatchObject([{ kind: 'passed-over', entryId: entry?.id }]);
    // once more: the same person is one case, and whoever was let in before is none
    await correct(5, '99.5');
    await publish(staff.publisher, id, '5号技能成绩登记有误');
    expect(await casesNow()).toHaveLength(1);
    expect((await told(6, 'stage-republished'))[0]?.data).toMatchObject({ rank: 2, advances: 'no' });
    // taken back, the case is no more; and once again it is another one
    const [first] = await casesNow();
    await correct(6, '50');
    await publish(staff.publisher, id, '6号技能成绩核对后改回');
    expect(await casesNow()).toEqual([]);
    await correct(6, '99');
    await publish(staff.publisher, id, '6号技能成绩确认登记有误');
    const again = await casesNow();
    expect(again).toMatchObject([{ entryId: first?.entryId }]);
    expect(again[0]?.id).not.toBe(first?.id);
  });

  it('counts who withdraws in the middle of a stage as withdrawn: no mark is waited for', async () => {
    await key(staff.marker, next, { number: 1, part: 'theory', mark: '80' });
    await keyAll(staff.marker, next, { 4: ['80', '91'] });
    await note(staff.marker, next, { number: 3, standing: 'withdrawn', reason: '比赛中突发疾病' });
    await confirmAll(staff.second, next);
    await publish(staff.publisher, next);
    const { items } = await world.stranger.ok(stageRankings.getStageRanking, { params: { id: next }, query: {} });
    expect(items.map(({ number, rank }) => [number, rank])).toEqual([
      [4, 1],
      [1, 2],
      [2, null],
      [3, null],
    ]);
  });
});
