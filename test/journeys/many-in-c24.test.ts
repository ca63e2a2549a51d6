import { awards, registrations, stageMarks, stagePublication, stageRankings } from '@jikaotong/shared/contract';
import type { StageCode, UnitKind } from '@jikaotong/shared/notice';
import { stageEntrantList } from '@jikaotong/shared/lists';
import { unitTypeWord } from '@jikaotong/shared/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proveCount } from '../../bff/src/prove-count.testing';
import {
  ABSENT,
  ALL,
  C24_AWARDS,
  C24_FOR_STAFF,
  COACHES,
  DECISIONS,
  DISQUALIFIED,
  FINALISTS,
  FINAL_DECISION,
  SEMI_FINALISTS,
  UNITS,
  WITHOUT_UNION_CARD,
  marksOf,
} from '../../scripts/notice/competition-table.testing';
import { awardBoardOf, lockedByTwo } from '../support/contest-story';
import { entriesOf } from '../support/listed-entries';
import { patience } from '../support/patience';
import { type SignedInPerson, staffMember } from '../support/people';
import { readAll } from '../support/read-all';
import { numberOf } from '../support/rosters';
import { sendSheet } from '../support/send-sheet';
import {
  type StageStaff,
  confirmAll,
  deskOf,
  note,
  previewOf,
  publish,
  stageStaff,
  freezeRoster,
} from '../support/stage';
import { type World, openWorld } from '../support/world';

const C24 = 'bspia-2024-competition-installer';
const params = { id: C24 };
const MANY = proveCount(40);
const AT_FULL_COUNT_MS = 600_000;

type Table = {
  readonly scored: number;
  readonly semiFinalists: readonly string[];
  readonly finalists: readonly string[];
  readonly awards: typeof C24_AWARDS;
  readonly forStaff: readonly string[];
};

/** All 412 of 37 units. */
const EVERYBODY: Table = {
  scored: 387,
  semiFinalists: SEMI_FINALISTS,
  finalists: FINALISTS,
  awards: C24_AWARDS,
  forStaff: C24_FOR_STAFF,
};
/**
 * The first forty of them, by hand: 020 and 040 do not come, 30 % of 38 = 11.4 → 11, the last of whom is 010 behind 011; 30 % of
 * 11 = 3.3 → 3. U01 has 28 who came and the first; 001 of U04 and every other unit have one.
 */
const FIRST_FORTY: Table = {
  scored: 38,
  semiFinalists: ALL.slice(0, 11),
  finalists: ALL.slice(0, 3),
  awards: {
    'gold-medal': [['entrant:003'], null],
    'silver-medal': [['entrant:002'], null],
    'bronze-medal': [['entrant:001'], null],
    'award-certificate': [['entrant:003', 'entrant:002', 'entrant:001'], null],
    'coach-award': [['coach:王教练'], null],
    'unit-award': [['unit:U01'], null],
    'prize-first': [['entrant:003'], 600_000],
    'prize-second': [['entrant:002', 'entrant:001'], 300_000],
    finalists: [['entrant:001', 'entrant:002', 'entrant:003'], null],
    'technical-team': [['unit:U01'], null],
    'organising-unit': [['unit:U01'], null],
    'national-contest': [['entrant:003', 'entrant:002', 'entrant:001'], null],
  },
  forStaff: ['level-certificate', 'named-honours', 'union-plan'],
};
const table = MANY === ALL.length ? EVERYBODY : FIRST_FORTY;
if (MANY !== ALL.length && MANY !== 40) throw new Error('only all of them or the first forty are worked by hand');
const everybody = ALL.slice(0, MANY);

/** 选手 and three digits in words: a name of its own for each. */
const nameOf = (entrant: string): string =>
  `选手${[...entrant].map((digit) => '零壹贰叁肆伍陆柒捌玖'.charAt(Number(digit))).join('')}`;
const unitOf = (entrant: string): readonly [name: string, kind: UnitKind] | null => {
  const unit = UNITS.find(([, , people]) => people.includes(entrant));
  return unit ? [unit[0], unit[1]] : null;
};

/** The export of the site, with what staff filled in beside. */
const list = (): Buffer =>
  Buffer.from(
    [
      '姓名,证件类型,证件号码,手机号,单位,报名编号,单位类型,教练,有工会会员互助服务卡',
      ...everybody.map((entrant) => {
        const [unit, kind] = unitOf(entrant) ?? ['', null];
        const card = WITHOUT_UNION_CARD.includes(entrant) ? '否' : '是';
        const document = `居民身份证,${numberOf(Number(entrant))}`;
        const of = `${unit},JS${entrant},${kind ? unitTypeWord(kind) : ''},${COACHES[entrant] ?? ''}`;
        return `${nameOf(entrant)},${document},,${of},${card}`;
      }),
    ].join('\r\n'),
  );

type Held = { readonly absent: readonly string[]; readonly disqualified: readonly string[] };
const HELD: Readonly<Record<'preliminary' | 'semi-final' | 'final', Held>> = {
  // who has not both marks has left before the end: no rank, but taking part
  preliminary: { absent: ABSENT, disqualified: [...DISQUALIFIED, '077', '177', '277'] },
  'semi-final': { absent: ['050', '051', '052', '053'], disqualified: [] },
  final: { absent: ['034'], disqualified: [] },
};

describe(`C24 with ${MANY} entrants, from the imported list to the awards`, () => {
  let world: World;
  let staff: StageStaff;
  let officer: SignedInPerson;
  let first: string;
  let rosters: Readonly<Record<string, readonly string[]>> = {};

  beforeAll(async () => {
    world = await openWorld({ day: '2024-05-06' });
    staff = await stageStaff(world);
    officer = await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']);
    first = (await entriesOf(officer, C24)).id;
  });
  afterAll(() => world.stop());

  /** The whole evening of a stage: roster, marks by a sheet, who did not come, the jury's ties, the second person, the ranks. */
  const hold = async (id: string, code: keyof typeof HELD & StageCode) => {
    await freezeRoster(staff.administrator, id);
    const rows = await readAll(staff.marker.api, stageEntrantList, id);
    const numbers = new Map(rows.map(({ name, number }) => [name, number]));
    const roster = everybody.filter((entrant) => numbers.has(nameOf(entrant)));
    rosters = { ...rosters, [code]: roster };
    const numberOfEntrant = (entrant: string) => numbers.get(nameOf(entrant)) ?? 0;
    const { absent, disqualified } = HELD[code];
    const lines = roster.flatMap((entrant) => {
      if (absent.includes(entrant) || disqualified.includes(entrant)) return [];
      const marks = marksOf(code, entrant).map((mark) => (mark / 100).toFixed(2));
      return [[numberOfEntrant(entrant), nameOf(entrant), ...marks].join(',')];
    });
    const bytes = Buffer.from(['参赛号,姓名,理论,技能', ...lines].join('\n'));
    const sent = await sendSheet(world, staff.marker, { endpoints: stageMarks.marksSheet, id, bytes });
    expect(sent).toMatchObject({ state: 'done', applied: lines.length });
    for (const entrant of roster) {
      const number = numberOfEntrant(entrant);
      if (absent.includes(entrant)) await note(staff.marker, id, { number, standing: 'absent' });
      if (disqualified.includes(entrant)) await disqualify(id, number);
    }
    await confirmAll(staff.second, id);
    for (const { order, reason } of code === 'final' ? FINAL_DECISION : DECISIONS) {
      const wanted = order.map(numberOfEntrant);
      const { ties, turn } = await previewOf(staff.publisher, id);
      const tied = ties.find(({ entrants }) => entrants.every(({ number }) => wanted.includes(number)));
      if (!tied) continue;
      const body = { order: wanted, jury: '评委组三人', reason, turn };
      await staff.publisher.api.ok(stagePublication.decideTie, { params: { id }, body });
    }
    await publish(staff.publisher, id);
    return { numberOfEntrant };
  };
  const disqualify = (id: string, number: number) =>
    note(staff.marker, id, { number, standing: 'disqualified', reason: '没有完成比赛', witness: '赵监场' });

  it('takes the list, once', { timeout: patience(AT_FULL_COUNT_MS) }, async () => {
    const sheet = { endpoints: registrations.listSheet, id: C24, bytes: list() };
    expect(await sendSheet(world, officer, sheet)).toMatchObject({ state: 'done', applied: MANY });
    const file = { bytes: sheet.bytes, name: 'l.csv' };
    const again = await officer.api.ok(registrations.listSheet.upload, { params, file });
    expect(again.counts).toMatchObject({ added: 0, changed: 0, same: MANY });
  });

  it(
    'holds three stages: who goes on is who a table by hand says',
    { timeout: patience(AT_FULL_COUNT_MS) },
    async () => {
      await world.moveTo('2024-06-20');
      await hold(first, 'preliminary');
      const { groups } = await world.stranger.ok(stageRankings.getStageRanking, { params: { id: first }, query: {} });
      expect(groups[0]?.line).toMatchObject({ quota: table.semiFinalists.length, share: { counted: table.scored } });
      const { stages } = await deskOf(officer, first);
      await hold(stages[1]?.id ?? '', 'semi-final');
      const { numberOfEntrant } = await hold(stages[2]?.id ?? '', 'final');
      expect(rosters).toEqual({
        preliminary: everybody,
        'semi-final': table.semiFinalists,
        final: table.finalists,
      });
      // after publication the fourth is disqualified, and everybody below moves up
      if (!table.finalists.includes('004')) return;
      const id = stages[2]?.id ?? '';
      await disqualify(id, numberOfEntrant('004'));
      await confirmAll(staff.second, id);
      await publish(staff.publisher, id, '复核录像，取消004号成绩');
    },
  );

  it(
    'gives every award that the table by hand gives, and no other',
    { timeout: patience(AT_FULL_COUNT_MS) },
    async () => {
      const { questions } = await awardBoardOf(officer, C24);
      // of every unit of another kind that reaches the thresholds one is asked by itself
      expect([...new Set(questions.map(({ award }) => award))]).toEqual(table.forStaff);
      for (const { award, about } of questions)
        await officer.api.ok(awards.answerAward, {
          params,
          body: {
            key: award === 'technical-team' ? (about[0]?.key ?? '') : `${award}:rest`,
            given: false,
            reason: '组委会逐项认定',
          },
        });
      const board = await lockedByTwo(world, C24, { proposes: officer, locks: staff.publisher });
      const given = Object.fromEntries(
        board.awards.flatMap(({ code, lines }) =>
          lines.length === 0
            ? []
            : [[code, [lines.map(({ name }) => name).toSorted(), [...new Set(lines.map(({ fen }) => fen))]]]],
        ),
      );
      const byHand = Object.fromEntries(
        Object.entries(table.awards).map(([code, [to, fen]]) => [code, [to.map(calledHere).toSorted(), [fen]]]),
      );
      expect(given).toEqual(byHand);
      const money = Object.values(table.awards).reduce((sum, [to, fen]) => sum + to.length * (fen ?? 0), 0);
      expect(board.totalFen).toBe(money);
    },
  );
});

/** `entrant:003`, `unit:U01` and `coach:…` of the table, as the board names them. */
function calledHere(to: string): string {
  const [kind = '', name = ''] = to.split(':');
  return kind === 'entrant' ? nameOf(name) : name;
}
