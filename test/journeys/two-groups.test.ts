import {
  awards,
  contestEntries,
  publishing,
  staffEntries,
  stagePublication,
  stageRankings,
  stages,
} from '@jikaotong/shared/contract';
import { entryList } from '@jikaotong/shared/lists';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RJEA, TWO_GROUPS, twoGroupContest } from '../builders/two-group-contest';
import { acceptEntry } from '../support/competition';
import { entryBody } from '../support/contest-entry';
import { awardBoardOf, awardedIn, keyedStage, lockedByTwo } from '../support/contest-story';
import { actedTogether, entriesOf } from '../support/listed-entries';
import { type SignedInPerson, candidateByWechat, firstAdministrator } from '../support/people';
import {
  type StageStaff,
  confirmAll,
  deskOf,
  keyAll,
  previewOf,
  publish,
  stageStaffOf,
  freezeRoster,
} from '../support/stage';
import { type World, openWorld } from '../support/world';

const params = { id: TWO_GROUPS };
/** Seven employees, then four students. */
const GROUPS = [...Array.from({ length: 7 }, () => 'employee'), ...Array.from({ length: 4 }, () => 'student')];
const nameOf = (number: number) => `选手${'子丑寅卯辰巳午未申酉戌亥'.charAt(number)}`;

describe('a competition of another body, whose employees and students are ranked each by itself', () => {
  let world: World;
  let staff: StageStaff;
  let people: { person: SignedInPerson; id: string }[];
  let first: string;
  const stageId = async (at: 0 | 1 | 2) => (await deskOf(staff.marker, first)).stages[at]?.id ?? '';

  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    staff = await stageStaffOf(world, await firstAdministrator(world, 'rongjiang', RJEA), RJEA.id);
  });
  afterAll(() => world.stop());

  it('is published from its file, and entered by eleven', async () => {
    const draft = await staff.publisher.api.ok(publishing.importNotice, { body: twoGroupContest() });
    const paths = draft.assumptions.map(({ path }) => path);
    const at = { params: { id: draft.id } };
    await staff.publisher.api.ok(publishing.confirmAssumption, { ...at, body: { paths, confirmed: true } });
    await staff.publisher.api.ok(publishing.publishNotice, at);
    first = (await entriesOf(staff.administrator, TWO_GROUPS)).id;
    people = [];
    for (const [at_, group] of GROUPS.entries()) {
      const person = await candidateByWechat(world, `o-group-${at_}`);
      const told = await entryBody(person, { order: at_ + 1, name: nameOf(at_ + 1) });
      const { id } = await person.api.ok(contestEntries.enterContest, { params, body: { ...told, group } });
      await acceptEntry(staff, id);
      people.push({ person, id });
    }
    expect(await deskOf(staff.marker, first)).toMatchObject({ waiting: GROUPS.length, ungrouped: [], frozenAt: null });
  });

  it('asks staff of which group somebody is who named none, before the roster is frozen', async () => {
    const person = await candidateByWechat(world, 'o-group-other');
    const told = await entryBody(person, { order: 12, name: nameOf(12) });
    const body = { ...told, group: 'other', groupNote: '在职研究生' };
    const { id } = await person.api.ok(contestEntries.enterContest, { params, body });
    await acceptEntry(staff, id);
    const at = { params: { id: first } };
    expect(await deskOf(staff.marker, first)).toMatchObject({
      rankingGroups: [{ name: '职工组' }, { name: '学生组' }],
      ungrouped: [{ entryId: id, name: nameOf(12), note: '在职研究生' }],
    });
    expect(
      (await staff.administrator.api.refused(stages.freezeStageRoster, { ...at, body: { seen: [] } })).data,
    ).toEqual({
      state: 'entrants-ungrouped',
    });
    const none = { ranking: 'ungrouped', state: 'submitted,approved' };
    const { items } = await staff.administrator.api.ok(entryList.rows, { ...at, query: none });
    expect(items.map((row) => [row.name, row.ranking])).toEqual([[nameOf(12), 'ungrouped']]);
    const put = (by: SignedInPerson, group: string, entryId = id) =>
      by.api.call(stages.groupStageEntrant, { ...at, body: { entryId, group } });
    expect((await put(staff.marker, 'student')).code).toBe('forbidden');
    expect((await put(staff.administrator, 'children')).code).toBe('not-found');
    expect((await put(staff.administrator, 'student', first)).code).toBe('not-found');
    expect(await put(staff.administrator, 'student')).toMatchObject({ code: 'ok', data: { ungrouped: [] } });
    const ranked = async (ranking: string) =>
      (await staff.administrator.api.ok(entryList.counts, { ...at, query: { ranking, state: 'submitted,approved' } }))
        .total;
    expect([await ranked('ungrouped'), await ranked('grouped')]).toEqual([0, 12]);
    // they step back, and the others are ranked
    await person.api.ok(contestEntries.withdrawEntry, { params: { id } });
  });

  it('takes a group for many at once from the list of entries', async () => {
    const wrong = people.slice(0, 3).map(({ id }) => id);
    const at = { params: { id: first } };
    const put = async (by: SignedInPerson, group: string, regroups = true) => {
      const body = { act: 'group' as const, which: { ids: wrong }, needs: { group, regroups } };
      const chosen = await by.api.ok(entryList.acting.select, { ...at, body });
      const looked = { params: { ...at.params, selectionId: chosen.id } };
      const { put: many, there, others } = await by.api.ok(staffEntries.previewGrouping, looked);
      const done = await actedTogether(world, by, first, chosen);
      return { many, there, others, ...done };
    };
    // whoever is in another group stays there unless that is asked for
    expect(await put(staff.administrator, 'student', false)).toMatchObject({
      many: 0,
      there: 0,
      others: [{ name: '职工组', people: 3 }],
      done: 0,
      refused: 3,
    });
    expect(await put(staff.administrator, 'student')).toMatchObject({
      many: 3,
      others: [{ name: '职工组', people: 3 }],
      done: 3,
      refused: 0,
    });
    expect(await put(staff.administrator, 'student', false)).toMatchObject({ many: 0, there: 3, done: 3, refused: 0 });
    const query = { group: 'student', state: 'approved' };
    expect((await staff.administrator.api.ok(entryList.counts, { ...at, query })).total).toBe(7);
    expect(await put(staff.administrator, 'children')).toMatchObject({ done: 0, refused: 3 });
    expect(await put(staff.administrator, 'employee')).toMatchObject({ done: 3, refused: 0 });
    const select = { ...at, body: { act: 'group' as const, which: { ids: wrong }, needs: { group: 'student' } } };
    expect((await staff.marker.api.refused(entryList.acting.select, select)).code).toBe('forbidden');
  });

  it('has a line of its own for each group, and at least one goes on from each', async () => {
    await world.moveTo('2025-07-28');
    // the students are worse than every employee
    const marks = Object.fromEntries(GROUPS.map((_, at) => [at + 1, ['80', String(95 - at)] as const]));
    // the best two of each group are equal
    const tied = { ...marks, 2: marks[1] ?? ['80', '0'], 9: marks[8] ?? ['80', '0'] };
    await freezeRoster(staff.administrator, first);
    await keyAll(staff.marker, first, tied);
    await confirmAll(staff.second, first);
    const { ties, rows } = await previewOf(staff.publisher, first);
    expect(ties).toMatchObject([
      { groupName: '职工组', from: 1, to: 2, entrants: [{ number: 1 }, { number: 2 }] },
      { groupName: '学生组', from: 1, to: 2, entrants: [{ number: 8 }, { number: 9 }] },
    ]);
    expect(rows.map(({ groupName }) => groupName)).toEqual([
      ...Array.from({ length: 7 }, () => '职工组'),
      ...Array.from({ length: 4 }, () => '学生组'),
    ]);
    for (const { entrants } of ties) {
      const { turn } = await previewOf(staff.publisher, first);
      const order = entrants.map(({ number }) => number);
      const body = { order, jury: '赵一、钱二、孙三', reason: '加试一题', turn };
      await staff.publisher.api.ok(stagePublication.decideTie, { params: { id: first }, body });
    }
    await publish(staff.publisher, first);
    const body = {
      act: 'group' as const,
      which: { ids: [people[0]?.id ?? ''] },
      needs: { group: 'student', regroups: true },
    };
    const chosen = await staff.administrator.api.ok(entryList.acting.select, { params: { id: first }, body });
    expect(await actedTogether(world, staff.administrator, first, chosen)).toMatchObject({ done: 0, refused: 1 });
    const second = { params: { id: await stageId(1) }, body: { entryId: people[0]?.id ?? '', group: 'student' } };
    expect((await staff.administrator.api.refused(stages.groupStageEntrant, second)).data).toEqual({
      state: 'roster-frozen',
    });
    const late = { entryId: people[0]?.id ?? '', group: 'student' };
    const frozen = { params: { id: first }, body: late };
    expect((await staff.administrator.api.refused(stages.groupStageEntrant, frozen)).code).toBe('wrong-state');
    const list = await world.stranger.ok(stageRankings.getStageRanking, { params: { id: first }, query: {} });
    expect(list.groups.map(({ groupName, line }) => [groupName, line?.quota, line?.share?.counted])).toEqual([
      ['职工组', 2, 7],
      ['学生组', 1, 4],
    ]);
    expect(list.items.map(({ number, group, rank, advances }) => [number, group, rank, advances])).toEqual([
      [1, 'employee', 1, true],
      [2, 'employee', 2, true],
      ...[3, 4, 5, 6, 7].map((number) => [number, 'employee', number, false]),
      [8, 'student', 1, true],
      ...[9, 10, 11].map((number) => [number, 'student', number - 7, false]),
    ]);
    await keyedStage(staff, await stageId(1), { marks: { 1: ['80', '80'], 2: ['80', '85'], 3: ['80', '60'] } });
    // this body does not tell totals: everybody has their own
    expect(list.items.every(({ total }) => total === null)).toBe(true);
    expect(list.groups.map(({ line }) => line?.lastTotal)).toEqual([null, null]);
    const of = { params: { id: people[7]?.id ?? '' } };
    const [preliminary] = (await people[7]?.person.api.ok(stageRankings.listMyStages, of))?.items ?? [];
    expect(preliminary?.rank?.total).toBe('85.60');
    // 30 % of two and of one are none: the minimum lets one of each go on
    await keyedStage(staff, await stageId(2), { marks: { 1: ['80', '80'], 2: ['80', '60'] } });
    const [, , final] =
      (await people[7]?.person.api.ok(stageRankings.listMyStages, { params: { id: people[7].id } }))?.items ?? [];
    expect(final?.rank?.rank).toBe(1);
  });

  it('names the first of each group, and its awards are nobody else’s to see or lock', async () => {
    const board = await awardBoardOf(staff.administrator, TWO_GROUPS);
    expect(awardedIn(board)).toMatchObject({
      cup: [nameOf(2), nameOf(8)].toSorted(),
      'prize-first': [nameOf(2), nameOf(8)].toSorted(),
      finalists: [nameOf(2), nameOf(8)].toSorted(),
      'training-certificate': [nameOf(1), nameOf(2), nameOf(8)].toSorted(),
    });
    expect(awardedIn(board)['prize-second']).toBeUndefined();
    const elsewhere = await firstAdministrator(world);
    expect((await elsewhere.api.refused(awards.getAwardBoard, { params })).code).toBe('not-found');
    expect((await elsewhere.api.refused(stages.getStageDesk, { params: { id: first } })).code).toBe('not-found');
    const locked = await lockedByTwo(world, TWO_GROUPS, { proposes: staff.administrator, locks: staff.publisher });
    expect(locked).toMatchObject({ state: 'locked' });
  });
});
