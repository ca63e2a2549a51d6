import {
  calendars,
  contestEntries,
  contests,
  messages,
  stagePublication,
  stageRankings,
  stages,
} from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { stageEntrantSource } from '../../bff/src/features/stages/entrant-list.repository';
import { planFaults } from '../../bff/src/platform/lists/plan.testing';
import { stageEntrantList } from '@jikaotong/shared/lists';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { C25 } from '../support/contest-entry';
import { entriesOf } from '../support/listed-entries';
import { type SignedInPerson, firstAdministrator } from '../support/people';
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
import { knownCrypto } from '../support/many-paid';
import { type World, openWorld } from '../support/world';

// Number 11 does not come. 30 % of ten scored are three; 3 and 4 are equal in total and skill, and the line runs between.
const MARKS = {
  1: ['90', '95'],
  2: ['94', '81'],
  3: ['80', '80'],
  4: ['80', '80'],
  5: ['70', '79'],
  6: ['60', '78'],
  7: ['60', '77'],
  8: ['60', '76'],
  9: ['60', '75'],
  10: ['60', '74'],
} as const;

describe('a stage from its roster to its published ranks', () => {
  let world: World;
  let staff: StageStaff;
  let people: SignedInPerson[];
  let id: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    staff = await stageStaff(world);
    people = await entered(world, staff, 12);
    ({ id } = await entriesOf(staff.administrator));
  });
  afterAll(() => world.stop());

  const person = (number: number): SignedInPerson => people[number - 1] ?? staff.administrator;
  const params = () => ({ id });
  const entryOf = async (number: number) =>
    (await person(number).api.ok(contestEntries.listMyEntries, {})).items[0]?.id ?? '';
  const told = async (number: number, code: string) =>
    (await person(number).api.ok(messages.listMessages, { query: {} })).items.filter((one) => one.code === code);
  const pathOf = async (number: number) =>
    (await person(number).api.ok(stageRankings.listMyStages, { params: { id: await entryOf(number) } })).items;

  it('has nothing to mark before its roster is frozen, and freezes once', async () => {
    expect(await deskOf(staff.marker, id)).toMatchObject({ frozenAt: null, waiting: 12, entrants: 0 });
    expect((await deskOf(staff.marker, id)).early).toEqual([
      { why: 'entry-open', until: '2025-07-25', of: null },
      { why: 'unannounced', until: null, of: null },
    ]);
    expect((await staff.marker.api.refused(stagePublication.previewStage, { params: params() })).code).toBe(
      'wrong-state',
    );
    const freezing = { params: params(), body: { seen: [] } };
    expect((await staff.marker.api.refused(stages.freezeStageRoster, freezing)).code).toBe('forbidden');
    const frozen = await freezeRoster(staff.administrator, id);
    expect(frozen).toMatchObject({ entrants: 12, revision: 0, turn: 0, unmarked: { theory: 12, skill: 12 } });
    expect((await staff.administrator.api.refused(stages.freezeStageRoster, freezing)).code).toBe('wrong-state');
  });

  it('takes marks as they are keyed, each at the version seen, and a second person confirms them', async () => {
    await keyAll(staff.marker, id, MARKS);
    const at = { params: { id, number: '1' } };
    const body = { part: 'theory' as const, mark: '90', version: 1, reason: null };
    expect((await staff.marker.api.refused(stages.keyStageMark, { ...at, body })).code).toBe('changed-meanwhile');
    const now = { ...body, version: 2 };
    expect((await staff.marker.api.refused(stages.keyStageMark, { ...at, body: now })).code).toBe('same-marker');
    const wrong = { ...now, mark: '100.1' };
    expect((await staff.marker.api.refused(stages.keyStageMark, { ...at, body: wrong })).code).toBe('mark-refused');
    // the same mark by somebody else is the second pair of eyes
    const seen = await staff.second.api.ok(stages.keyStageMark, { ...at, body: now });
    expect(seen).toMatchObject({ open: ['skill'], version: 2 });
    expect(seen.notes.find(({ part }) => part === 'theory')).toMatchObject({
      points: '90',
      byName: 'dengfen',
      confirmedByName: 'hedui',
    });
    const mine = { params: params(), body: { part: 'theory' as const, how: '核对' } };
    expect((await staff.marker.api.refused(stages.confirmStageNotes, mine)).code).toBe('same-marker');
  });

  it('publishes nothing while a note waits for somebody else, somebody lacks a mark, or a tie is open', async () => {
    await note(staff.marker, id, { number: 11, standing: 'absent' });
    const tried = async () => {
      const { revision, turn } = await previewOf(staff.publisher, id);
      const body = { revision, turn, reason: null };
      return staff.publisher.api.refused(stagePublication.publishStage, { params: params(), body });
    };
    expect(await tried()).toMatchObject({ code: 'marks-unconfirmed' });
    await confirmAll(staff.second, id);
    // number 12 steps back after the roster was frozen: nobody waits for that mark
    expect(await tried()).toMatchObject({ code: 'stage-incomplete', data: { entrants: 1 } });
    await person(12).api.ok(contestEntries.withdrawEntry, { params: { id: await entryOf(12) } });
    expect(await tried()).toMatchObject({ code: 'tie-undecided', data: { ties: 1 } });
    expect(await deskOf(staff.marker, id)).toMatchObject({ standings: { present: 10, absent: 1, withdrawn: 1 } });
  });

  it('shows what it would be, without showing an entrant anything', async () => {
    const suppose = [{ kind: 'decided' as const, order: [4, 3] }];
    const supposed = await staff.publisher.api.ok(stagePublication.supposeStage, {
      params: params(),
      body: { suppose },
    });
    expect(supposed.undecidedTies).toBe(0);
    expect(supposed.differences.map(({ number, after }) => [number, after?.rank, after?.advances])).toEqual([
      [4, 3, 'yes'],
      [3, 4, 'no'],
    ]);
    expect((await previewOf(staff.publisher, id)).against.undecidedTies).toBe(1);
    expect((await world.stranger.refused(stageRankings.getStageRanking, { params: params(), query: {} })).code).toBe(
      'not-published',
    );
    expect((await pathOf(1))[0]).toMatchObject({ reached: 'yes', rank: null, groups: [] });
  });

  it('lets the jury decide exactly a full tie, by name and reason', async () => {
    const { turn } = await previewOf(staff.publisher, id);
    const said = { jury: '评委组：赵一、钱二、孙三', reason: '加试一题，4号用时较短', turn };
    const decide = (order: number[]) => ({ params: params(), body: { ...said, order } });
    expect(await staff.marker.api.refused(stagePublication.decideTie, decide([3, 5]))).toMatchObject({
      code: 'tie-refused',
      data: { code: 'decision-entrant-not-tied', entrants: ['5'] },
    });
    const decided = await staff.marker.api.ok(stagePublication.decideTie, decide([4, 3]));
    expect(decided.ties).toMatchObject([{ from: 3, to: 4, total: '80.00', decision: { reason: said.reason } }]);
    expect((await staff.marker.api.refused(stagePublication.decideTie, decide([3, 4]))).code).toBe('changed-meanwhile');
    // another decision in place of this one is only tried
    const suppose = [{ kind: 'decided' as const, order: [3, 4] }];
    const tried = await staff.marker.api.ok(stagePublication.supposeStage, { params: params(), body: { suppose } });
    expect(tried.differences.map(({ number, before, after }) => [number, before?.rank, after?.rank])).toEqual([
      [3, 4, 3],
      [4, 3, 4],
    ]);
  });

  it('publishes as previewed, tells everybody their own, and lets those who advance into the next stage', async () => {
    const stale = { ...(await previewOf(staff.publisher, id)), reason: null };
    const body = { revision: stale.revision, turn: stale.turn - 1, reason: null };
    expect((await staff.publisher.api.refused(stagePublication.publishStage, { params: params(), body })).code).toBe(
      'changed-meanwhile',
    );
    expect(await publish(staff.publisher, id)).toMatchObject({ revision: 1 });
    const list = await world.stranger.ok(stageRankings.getStageRanking, { params: params(), query: {} });
    expect(list.items.map(({ number, rank, total, advances }) => [number, rank, total, advances]).slice(0, 5)).toEqual([
      [1, 1, '93.50', true],
      [2, 2, '84.90', true],
      [4, 3, '80.00', true],
      [3, 4, '80.00', false],
      [5, 5, '76.30', false],
    ]);
    expect(list.items.slice(-2).map(({ number, rank }) => [number, rank])).toEqual([
      [11, null],
      [12, null],
    ]);
    expect(list.items.every(({ name }) => name.includes('*'))).toBe(true);
    expect(list.contestName).toBe('安全防范设备值机员竞赛');
    expect(list.items.every(({ unit }) => unit !== null && unit !== '')).toBe(true);
    expect(list.groups[0]?.line).toMatchObject({
      quota: 3,
      lastTotal: '80.00',
      share: { counted: 10, base: 'scored' },
    });
    expect((await told(4, 'stage-published'))[0]?.data).toMatchObject({ rank: 3, total: '80.00', advances: 'yes' });
    expect((await told(3, 'stage-published'))[0]?.data).toMatchObject({ rank: 4, advances: 'no' });
    expect((await told(11, 'stage-published'))[0]?.data).toMatchObject({ rank: null, standing: 'absent' });
    expect((await pathOf(4)).map(({ code, reached }) => [code, reached])).toEqual([
      ['preliminary', 'yes'],
      ['semi-final', 'yes'],
      ['final', 'open'],
    ]);
    expect((await pathOf(3)).map(({ reached }) => reached)).toEqual(['yes', 'no', 'no']);
    const { stages: all } = await deskOf(staff.marker, id);
    expect(await deskOf(staff.marker, all[1]?.id ?? '')).toMatchObject({ name: '复赛', waiting: 3, frozenAt: null });
  });

  it('corrects a mark with a reason, publishes anew with what changed, and tells exactly those touched', async () => {
    const at = { number: 5, part: 'theory' as const, mark: '95' };
    const { version } = await staff.marker.api.ok(stages.getStageEntrant, { params: { id, number: '5' } });
    const bare = { part: at.part, mark: at.mark, version, reason: null };
    expect(
      (await staff.marker.api.refused(stages.keyStageMark, { params: { id, number: '5' }, body: bare })).code,
    ).toBe('stage-reason-needed');
    await key(staff.marker, id, { ...at, reason: '登分抄错一题' });
    await confirmAll(staff.second, id);
    const preview = await previewOf(staff.publisher, id);
    // 5 now has 83.80 and comes before 4 and 3, who keeps going on
    expect(preview.differences.map(({ number, before, after }) => [number, before?.rank, after?.rank])).toEqual([
      [5, 5, 3],
      [4, 3, 4],
      [3, 4, 5],
    ]);
    expect(preview.passedOver).toMatchObject([{ number: 5 }]);
    expect(preview.ask).toBe('replacement');
    expect(await publish(staff.publisher, id, '5号理论成绩登记有误')).toMatchObject({ revision: 2 });
    for (const [number, times] of [
      [5, 1],
      [4, 1],
      [3, 1],
      [1, 0],
      [6, 0],
    ] as const)
      expect(await told(number, 'stage-republished')).toHaveLength(times);
    expect((await told(4, 'stage-republished'))[0]?.data).toMatchObject({ rank: 4, advances: 'yes' });
    expect((await pathOf(4))[1]?.reached).toBe('yes');
    const [own] = await pathOf(5);
    const reason = '5号理论成绩登记有误';
    expect(own).toMatchObject({ rank: { rank: 3, advances: false, reason }, earlier: [{ rank: 5, total: '76.30' }] });
    // nothing of theirs was corrected, and nothing says so
    expect((await pathOf(1))[0]).toMatchObject({ rank: { revision: 2, reason: null }, earlier: [] });
    const list = await world.stranger.ok(stageRankings.getStageRanking, { params: params(), query: {} });
    expect(list).toMatchObject({ revision: 2, reason: '5号理论成绩登记有误' });
  });

  it('closes ranks up after a disqualification, and lets the next one in only by a decision', async () => {
    const bare = { number: 2, standing: 'disqualified' as const, reason: '作弊' };
    const seen = await staff.marker.api.ok(stages.getStageEntrant, { params: { id, number: '2' } });
    const body = { standing: bare.standing, version: seen.version, reason: bare.reason, witness: null };
    expect((await staff.marker.api.refused(stages.noteStanding, { params: { id, number: '2' }, body })).code).toBe(
      'witness-needed',
    );
    await note(staff.marker, id, { ...bare, witness: '监考李四' });
    await confirmAll(staff.second, id);
    const replacement = (number: number) => ({
      params: params(),
      body: { number, reason: '2号取消资格，空出一个名额' },
    });
    expect((await staff.publisher.api.refused(stagePublication.admitInstead, replacement(5))).code).toBe(
      'not-next-in-line',
    );
    await publish(staff.publisher, id, '2号取消资格');
    expect((await pathOf(2)).map(({ reached }) => reached)).toEqual(['yes', 'no', 'no']);
    const { stages: all } = await deskOf(staff.marker, id);
    expect(await deskOf(staff.marker, all[1]?.id ?? '')).toMatchObject({ waiting: 2 });
    expect((await staff.publisher.api.refused(stagePublication.admitInstead, replacement(3))).code).toBe(
      'not-next-in-line',
    );
    await staff.publisher.api.ok(stagePublication.admitInstead, replacement(5));
    expect(await told(5, 'stage-admitted')).toHaveLength(1);
    expect(await deskOf(staff.marker, all[1]?.id ?? '')).toMatchObject({ waiting: 3 });
  });

  it('is one list by number with the marks that count, narrowed by how somebody stood, on an index', async () => {
    const rows = async (query: Record<string, string>) =>
      (await staff.marker.api.ok(stageEntrantList.rows, { params: params(), query })).items;
    expect(
      (await rows({})).map(({ number, rank, theory, skill }) => [number, rank, theory, skill]).slice(0, 3),
    ).toEqual([
      [1, 1, '90', '95'],
      [2, null, '94', '81'],
      [3, 4, '80', '80'],
    ]);
    const stood = async (standing: string) => (await rows({ standing })).map(({ number }) => number);
    expect([await stood('present'), await stood('unnoted')]).toEqual([[1, 3, 4, 5, 6, 7, 8, 9, 10], []]);
    expect([await stood('absent'), await stood('disqualified'), await stood('withdrawn')]).toEqual([[11], [2], [12]]);
    expect(await rows({ open: 'yes' })).toEqual([]);
    const given = { withinId: id, crypto: knownCrypto };
    expect(await world.db.read((h) => planFaults(h, stageEntrantList, stageEntrantSource, given))).toEqual([]);
    const elsewhere = await firstAdministrator(world, 'elsewhere', { id: 'cecc', name: '别的机构' });
    expect((await elsewhere.api.refused(stageEntrantList.rows, { params: params(), query: {} })).code).toBe(
      'not-found',
    );
    expect((await elsewhere.api.refused(stages.getStageDesk, { params: params() })).code).toBe('not-found');
  });

  it('does not exist for the staff of another body, and marks are nobody else’s to see', async () => {
    expect((await person(1).api.refused(stages.getStageDesk, { params: params() })).code).toBe('forbidden');
    expect((await world.stranger.refused(stages.getStageEntrant, { params: { id, number: '1' } })).code).toBe(
      'not-signed-in',
    );
    const items = (await world.stranger.ok(stageRankings.listPublishedStages, { params: { id: C25 } })).items;
    expect(items.map(({ name, revision }) => [name, revision])).toEqual([
      ['初赛', 3],
      ['复赛', 0],
      ['决赛', 0],
    ]);
  });

  it('tells and reminds of the next stage whoever goes on, and nobody else', async () => {
    const at = { params: { id: C25, stage: 'semi-final' as const } };
    const body = { day: localDate('2025-07-12'), startsAt: timeOfDay('09:00'), place: '亦庄考点' };
    const before = await staff.administrator.api.ok(contests.getStaffContest, { params: { id: C25 } });
    await staff.administrator.api.ok(contests.announceStage, { ...at, body });
    await world.moveTo('2025-07-11', '09:30');
    const seen = [];
    for (const number of people.keys()) {
      const { api } = person(number + 1);
      const [entry] = (await api.ok(contestEntries.listMyEntries, {})).items;
      if (entry?.state !== 'entered') continue;
      const { items } = await api.ok(calendars.getCalendar, {});
      const heard = [
        await told(number + 1, 'contest-stage-announced'),
        await told(number + 1, 'contest-stage-reminder'),
      ];
      seen.push({
        goesOn: (await pathOf(number + 1))[1]?.reached,
        isOut: entry.outAfter === 'preliminary',
        heard: heard.map((list) => list.length),
        inCalendar: items.some(({ window }) => window === 'semi-final'),
      });
    }
    const expected = seen.map(({ goesOn }) =>
      goesOn === 'yes'
        ? { goesOn, isOut: false, heard: [1, 1], inCalendar: true }
        : { goesOn, isOut: true, heard: [0, 0], inCalendar: false },
    );
    expect(seen).toEqual(expected);
    expect(new Set(seen.map(({ goesOn }) => goesOn))).toEqual(new Set(['yes', 'no']));
    // as many as staff had read before they announced it
    expect(before.told[1]).toMatchObject({
      stage: 'semi-final',
      accounts: seen.filter(({ goesOn }) => goesOn === 'yes').length,
      neither: 0,
    });
  });
});
