import exceljs from 'exceljs';
import {
  awards,
  contestEntries,
  judging,
  messages,
  ownAwards,
  posters,
  protests,
  stageDraws,
  stageRankings,
} from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { awardList, drawnPlaceList, entryList, protestList } from '@jikaotong/shared/lists';
import type { UnitKind } from '@jikaotong/shared/notice';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { C25, entryBody } from '../support/contest-entry';
import { awardBoardOf, awardedIn, keyedStage, lockedByTwo, nameOf } from '../support/contest-story';
import {
  type JudgedStage,
  type Judging,
  SHEET,
  actOf,
  holdKey,
  judgeOf,
  listOf,
  lockBody,
  send,
  viewOf,
} from '../support/judging';
import { acceptedTogether, entriesOf, listedEntries } from '../support/listed-entries';
import { patience } from '../support/patience';
import { type SignedInPerson, bspia, candidateByWechat, staffMember } from '../support/people';
import { posterLink } from '../support/poster-link';
import { type StageStaff, confirmAll, deskOf, key, note, publish, stageStaff, freezeRoster } from '../support/stage';
import { type World, openWorld } from '../support/world';

const JIA = '北京甲安防有限公司';
const JIA_ALSO = '北京市甲安防有限责任公司';
const SCHOOL = '丁学校';

/** Thirty in the order in which they enter: 甲 ten by two spellings, 乙 nine, a school ten, 戊 one. */
const UNITS: readonly (readonly [unit: string, kind: UnitKind, many: number])[] = [
  [JIA, 'company', 6],
  [JIA_ALSO, 'company', 4],
  ['乙公司', 'company', 9],
  [SCHOOL, 'school', 10],
  ['戊公司', 'company', 1],
];
const ENTRANTS = UNITS.flatMap(([unit, unitType, many]) => Array.from({ length: many }, () => ({ unit, unitType })));
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const names = (...of: number[]) => of.map(nameOf).toSorted();

describe('C25 from its QR to the last certificate', () => {
  let world: World;
  let staff: StageStaff;
  let officer: SignedInPerson;
  let finance: SignedInPerson;
  let judged: JudgedStage;
  const people: SignedInPerson[] = [];
  const entryIds: string[] = [];
  const judges: Judging[] = [];

  const person = (number: number): SignedInPerson => people[number - 1] ?? staff.administrator;
  const own = (number: number) => ({ params: { id: entryIds[number - 1] ?? '' } });
  const told = async (number: number, code: string) =>
    (await person(number).api.ok(messages.listMessages, { query: {} })).items.filter((one) => one.code === code);
  const stageId = async (at: 0 | 1 | 2) => (await deskOf(officer, judged.id)).stages[at]?.id ?? '';

  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    staff = await stageStaff(world);
    officer = await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']);
    finance = await staffMember(world, staff.administrator, 'caiwu', ['finance']);
    const { id } = await entriesOf(staff.administrator);
    judged = { ...staff, officer, world, id, at: { id, part: 'skill' } };
  });
  afterAll(() => world.stop());

  it(
    'is entered by thirty who scan the poster, and staff accept them together',
    async () => {
      const link = await posterLink(officer, C25);
      const code = new URL(link.replace('/#', '')).searchParams.get('code') ?? '';
      const poster = await world.stranger.ok(posters.getPoster, { params: { code } });
      expect(poster).toMatchObject({ state: 'open', noticeId: C25, entersHere: true, closesOn: '2025-07-25' });
      const params = { id: poster.noticeId ?? '' };
      for (const [at, { unit, unitType }] of ENTRANTS.entries()) {
        const entrant = await candidateByWechat(world, `o-sao-${at}`);
        const told = await entryBody(entrant, { order: at + 1, name: nameOf(at + 1) });
        const group = unitType === 'school' ? 'school' : 'monitor';
        // number 4 holds no card of the union
        const body = { ...told, unit, unitType, group, unionCard: at !== 3, coach: null };
        entryIds.push((await entrant.api.ok(contestEntries.enterContest, { params, body })).id);
        people.push(entrant);
      }
      const waiting = await listedEntries(staff.administrator, { state: 'submitted' });
      expect(waiting).toHaveLength(30);
      const body = { act: 'accept' as const, which: { ids: waiting.map(({ id }) => id) } };
      const chosen = await officer.api.call(entryList.acting.select, { params: { id: judged.id }, body });
      expect(chosen.code).toBe('forbidden');
      const mine = await staff.administrator.api.ok(entryList.acting.select, { params: { id: judged.id }, body });
      expect((await acceptedTogether(world, staff.administrator, mine)).view).toMatchObject({ done: 30, refused: 0 });
    },
    patience(60_000),
  );

  it('freezes the roster once it is closed, draws heats, and judges come in by their links', async () => {
    await world.moveTo('2025-07-26');
    await freezeRoster(staff.administrator, judged.id);
    const hours = { day: localDate('2025-07-28'), startsAt: timeOfDay('08:00'), endsAt: timeOfDay('18:00') };
    await officer.api.ok(stageDraws.drawStage, {
      params: { id: C25, stage: 'preliminary' },
      body: { stations: 5, minutes: 40, gapMinutes: 10, blocks: [hours], papers: [] },
    });
    expect(await told(1, 'contest-drawn')).toHaveLength(1);
    await officer.api.ok(judging.defineMarkingSheet, { params: judged.at, body: SHEET });
    await holdKey(judged);
    judges.push(await judgeOf(judged, { name: '张裁判', phone: '13900000301' }));
    judges.push(await judgeOf(judged, { name: '李裁判', phone: '13900000302', unit: '乙公司' }));
    await world.moveTo('2025-07-28');
    // one of them is of 乙公司, whose nine the other judges alone
    expect((await Promise.all(judges.map(listOf))).map((list) => list.numbers.length)).toEqual([30, 21]);
  });

  it('is judged on phones by drawn numbers, theory keyed in by one and confirmed by another', async () => {
    const { items } = await officer.api.ok(drawnPlaceList.rows, { params: { id: judged.id }, query: { limit: '50' } });
    const numberOf = new Map(
      items.map(({ id, name }) => [id, numbers(1, 30).find((one) => nameOf(one) === name) ?? 0]),
    );
    for (const number of [29, 30]) await note(staff.marker, judged.id, { number, standing: 'absent' });
    for (const judge of judges) {
      const acts = (await listOf(judge)).numbers.flatMap(({ placeId }) => {
        const number = numberOf.get(placeId) ?? 0;
        return number > 28 ? [] : [actOf(placeId, [6000 - number * 50, 4000 - number * 100])];
      });
      expect((await send(judge, ...acts)).answers.every(({ outcome }) => outcome === 'done')).toBe(true);
    }
    for (const number of numbers(1, 28))
      await key(staff.marker, judged.id, { number, part: 'theory', mark: String(95 - number) });
    await confirmAll(staff.second, judged.id);
    const lock = async (by: SignedInPerson) =>
      by.api.call(judging.lockMarks, { params: judged.at, body: lockBody(await viewOf(judged)) });
    expect((await lock(staff.marker)).code).toBe('ok');
    expect((await lock(staff.second)).code).toBe('ok');
  });

  it('publishes the preliminary: eight of 28 go on, each is told their own, everybody sees masked names', async () => {
    await publish(staff.publisher, judged.id);
    const list = await world.stranger.ok(stageRankings.getStageRanking, { params: { id: judged.id }, query: {} });
    expect(list.groups[0]?.line).toMatchObject({ quota: 8, share: { counted: 28, percent: 30, rounded: 8 } });
    // 30 % of 94 and 70 % of 98.5
    expect(list.items[0]).toMatchObject({ rank: 1, total: '97.15', advances: true });
    expect(list.items.every(({ name }) => name.includes('*'))).toBe(true);
    expect((await told(8, 'stage-published'))[0]?.data).toMatchObject({ rank: 8, advances: 'yes' });
    expect((await told(9, 'stage-published'))[0]?.data).toMatchObject({ rank: 9, advances: 'no' });
    expect((await told(30, 'stage-published'))[0]?.data).toMatchObject({ rank: null, standing: 'absent' });
    const [first, second] = (await person(9).api.ok(stageRankings.listMyStages, own(9))).items;
    expect([first?.rank?.rank, second?.reached]).toEqual([9, 'no']);
  });

  it('hears a protest within two working days, decided by somebody who marked nothing', async () => {
    const body = {
      stage: 'preliminary' as const,
      subject: '技能计分',
      words: '安全文明一项扣分过多',
      evidenceFileIds: [],
    };
    await person(9).api.ok(protests.fileProtest, { ...own(9), body });
    const [row] = (await officer.api.ok(protestList.rows, { params: bspia, query: { state: 'open' } })).items;
    const decision = { params: { id: row?.id ?? '' }, body: { upheld: false, ranksChange: false, reason: '评分无误' } };
    await officer.api.ok(protests.decideProtest, decision);
    expect(await told(9, 'protest-decided')).toHaveLength(1);
    await world.moveTo('2025-07-31');
    expect(await person(10).api.refused(protests.fileProtest, { ...own(10), body })).toMatchObject({
      code: 'too-late',
      data: { closedOn: '2025-07-30' },
    });
  });

  it('goes on over the semi-final to a final of two', async () => {
    const marks = Object.fromEntries(numbers(1, 8).map((number) => [number, ['80', String(90 - number)] as const]));
    await keyedStage(staff, await stageId(1), { marks });
    const final = await stageId(2);
    expect(await deskOf(officer, final)).toMatchObject({ waiting: 2 });
    // in the final the second one is better
    await keyedStage(staff, final, { marks: { 1: ['80', '85'], 2: ['80', '86'] } });
    const path = (await person(2).api.ok(stageRankings.listMyStages, own(2))).items;
    expect(path.map(({ rank }) => rank?.rank)).toEqual([2, 2, 1]);
  });

  it('asks staff what the notice leaves open, and names exactly the awards that a table by hand says', async () => {
    const params = { id: C25 };
    const [question] = (await awardBoardOf(officer, C25)).questions;
    expect(question).toMatchObject({ award: 'organising-unit', about: [{ name: SCHOOL }] });
    const joined = { names: [JIA, JIA_ALSO], name: JIA, kind: 'company' as const };
    await officer.api.ok(awards.joinUnits, { params, body: joined });
    const turn = { params, body: { turn: (await awardBoardOf(officer, C25)).turn } };
    expect((await officer.api.refused(awards.proposeAwards, turn)).code).toBe('award-questions-open');
    const answer = { key: question?.about[0]?.key ?? '', given: false, reason: '院校不在通知所列单位之内' };
    await officer.api.ok(awards.answerAward, { params, body: answer });
    const byHand = {
      'labour-medal': names(2),
      'technical-expert': names(1, 2),
      'talent-pool': names(1, 2),
      'free-training': names(1, 2),
      'union-subsidy-first': names(2),
      'union-subsidy': names(1),
      'city-policy': [...names(1, 2), JIA].toSorted(),
      'prize-first': names(2),
      'prize-second': names(1),
      finalists: names(1, 2),
      'organising-unit': [JIA],
      'training-certificate': names(...numbers(1, 8)),
    };
    expect(awardedIn(await awardBoardOf(officer, C25))).toEqual(byHand);
    const locked = await lockedByTwo(world, C25, { proposes: officer, locks: staff.publisher });
    expect(awardedIn(locked)).toEqual(byHand);
    // 6000 and 3000 of the association, 2000 and 1000 of the union
    expect(locked).toMatchObject({ state: 'locked', totalFen: 1_200_000 });
    expect(await told(2, 'award-account-asked')).toHaveLength(1);
  });

  it('hands out its papers: eight training certificates by number, lists a giver for finance, masked to the public', async () => {
    const params = { id: C25 };
    const body = { award: 'training-certificate' };
    const issued = await officer.api.ok(awards.issueAwardPapers, { params, body });
    const lines = issued.awards.find(({ code }) => code === body.award)?.lines ?? [];
    expect(lines.map(({ paperNumber }) => paperNumber?.slice(-4))).toEqual(numbers(1, 8).map((one) => `000${one}`));
    const isPdf = (bytes: Uint8Array) => Buffer.from(bytes).subarray(0, 5).toString() === '%PDF-';
    expect(isPdf(await officer.api.file(awards.printAwardPapers, { params, query: body }))).toBe(true);
    const paperOf = async (number: number) => {
      const { items } = await person(number).api.ok(ownAwards.listMyAwards, own(number));
      return { params: { id: items.find(({ code }) => code === body.award)?.id ?? '' } };
    };
    expect(isPdf(await person(8).api.file(ownAwards.getAwardPaper, await paperOf(8)))).toBe(true);
    expect((await person(9).api.refused(ownAwards.getAwardPaper, await paperOf(8))).code).toBe('not-found');
    expect((await person(9).api.ok(ownAwards.listMyAwards, own(9))).items).toEqual([]);
    const at = { params: { id: await stageId(2) }, query: { giver: '北京市总工会', reason: '发放资助' } };
    const book = new exceljs.Workbook();
    await book.xlsx.load(Uint8Array.from(await finance.api.file(awardList.sheet, at)).buffer);
    const cells = JSON.stringify(book.worksheets[0]?.getSheetValues());
    expect(numbers(1, 3).map((number) => cells.includes(nameOf(number)))).toEqual([true, true, false]);
    const shown = await world.stranger.ok(awards.getContestAwards, { params });
    expect(shown.awards.flatMap((one) => one.lines).filter(({ to }) => to === 'entrant')).toSatisfy(
      (all: readonly { name: string }[]) => all.length > 0 && all.every(({ name }) => name.includes('*')),
    );
  });
});
