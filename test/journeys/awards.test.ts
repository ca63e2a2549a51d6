import exceljs from 'exceljs';
import {
  awards,
  messages,
  overview,
  ownAwards,
  protests,
  stagePublication,
  stages,
  units,
} from '@jikaotong/shared/contract';
import { awardList, protestList } from '@jikaotong/shared/lists';
import type { AwardBoardView } from '@jikaotong/shared/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awardSource } from '../../bff/src/features/awards/award-list.repository';
import { planFaults } from '../../bff/src/platform/lists/plan.testing';
import { JIA, JIA_ALSO, PLANTED, enteredCompetition, rankedStage } from '../support/competition';
import { C25 } from '../support/contest-entry';
import { KNOWN_KEYS, knownCrypto, nameOf } from '../support/many-paid';
import { patience } from '../support/patience';
import { readText } from '../support/read-pages';
import { type SignedInPerson, bspia, candidateByPhone, candidateByWechat, staffMember } from '../support/people';
import { type StageStaff, confirmAll, key, previewOf, publish, stageStaff } from '../support/stage';
import { registered } from '../support/units';
import { type World, openWorld } from '../support/world';

const params = { id: C25 };
/** Names by rank of the final, from 1. */
const RANKED = ['首位', ...Array.from({ length: 35 }, (_, place) => nameOf(place))];
const ranks = (from: number, to: number) => RANKED.slice(from - 1, to);

/** C25 四, worked by hand: 400 came, 30 % are 120; of those 36 reach the final; rank 4 holds no union card. */
const BY_HAND: Readonly<Record<string, readonly string[]>> = {
  'labour-medal': ranks(1, 1),
  'technical-expert': ranks(1, 3),
  'talent-pool': ranks(1, 10),
  'free-training': ranks(1, 10),
  'union-subsidy-first': ranks(1, 1),
  'union-subsidy': [...ranks(2, 3), ...ranks(5, 10)],
  // ten winners, and the two companies that they are of
  'city-policy': [...ranks(1, 10), JIA, '第1公司'],
  'prize-first': ranks(1, 1),
  'prize-second': ranks(2, 6),
  'prize-seventh': ranks(7, 10),
  finalists: RANKED,
  // 甲 has ten by both names together, 丙 eleven, 30 companies twelve each, the school was found worthy; 乙 has nine
  'organising-unit': [JIA, '丁学校', '丙事业单位', ...Array.from({ length: 30 }, (_, at) => `第${at + 1}公司`)],
  'training-certificate': ['首位', ...Array.from({ length: 119 }, (_, place) => nameOf(place))],
};
/** 2000 + 8 × 1000 of the union, 6000 + 5 × 3000 + 4 × 1000 of the association. */
const MONEY_FEN = 3_500_000;

describe('C25 from its published ranks to the last certificate', () => {
  let world: World;
  let staff: StageStaff;
  let officer: SignedInPerson;
  let finance: SignedInPerson;
  let first: { person: SignedInPerson; id: string };
  let ids: string[];
  let finalId: string;
  const board = () => officer.api.ok(awards.getAwardBoard, { params });
  const propose = async (by = officer) =>
    by.api.call(awards.proposeAwards, { params, body: { turn: (await board()).turn } });
  const lock = async (by: SignedInPerson, agrees = true) =>
    by.api.call(awards.lockAwards, { params, body: { turn: (await board()).turn, agrees } });
  const named = ({ awards: all }: AwardBoardView) =>
    Object.fromEntries(all.map(({ code, lines }) => [code, lines.map(({ name }) => name).toSorted()]));
  const byHand = () => Object.fromEntries(Object.entries(BY_HAND).map(([code, names]) => [code, names.toSorted()]));
  const own = { params: { id: '' } };
  const file = (stage: 'preliminary' | 'final') =>
    first.person.api.call(protests.fileProtest, {
      ...own,
      body: { stage, subject: '技能操作计分', words: '第三项漏计两分', evidenceFileIds: [] },
    });
  const told = async (code: string) =>
    (await first.person.api.ok(messages.listMessages, { query: {} })).items.filter((one) => one.code === code);

  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
    staff = await stageStaff(world);
    officer = await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']);
    finance = await staffMember(world, staff.administrator, 'caiwu', ['finance']);
    ({ first, ids } = await enteredCompetition(world, staff));
    own.params.id = first.id;
    await world.moveTo('2025-07-28', '18:00');
  }, patience(120_000));
  afterAll(() => world.stop());

  it('has 412 entrants, and no award before the final is published', async () => {
    expect([ids.length, new Set(PLANTED.map(({ unit }) => unit)).size]).toEqual([412, 38]);
    expect(await board()).toMatchObject({ state: 'open', revision: 0, publishedOn: null });
    expect((await propose()).code).toBe('not-published');
    expect((await first.person.api.refused(awards.getAwardBoard, { params })).code).toBe('forbidden');
  });

  it('hears a protest inside its window, decided by somebody who did not mark; meanwhile nothing is proposed', async () => {
    await rankedStage(world, staff, { stage: 'preliminary', ids, absent: 12 });
    expect(await first.person.api.ok(protests.listMyProtests, own)).toMatchObject({
      rule: { to: '仲裁组' },
      stages: [{ stage: 'preliminary', until: '2025-07-30', may: true }],
    });
    expect((await file('final')).code).toBe('not-published');
    expect((await file('preliminary')).code).toBe('ok');
    expect((await file('preliminary')).code).toBe('protest-open');
    const { items: due } = await officer.api.ok(overview.listDuties, {});
    expect(due.filter(({ code }) => code === 'decide-protests')).toMatchObject([{ noticeId: C25, waiting: 1 }]);
    await world.moveTo('2025-07-31');
    const [row] = (await officer.api.ok(protestList.rows, { params: bspia, query: {} })).items;
    const at = { params: { id: row?.id ?? '' } };
    const before = await officer.api.ok(protests.getStaffProtest, at);
    expect(before.decideBy).toBe('2025-07-30');
    expect(before.published).toMatchObject({ number: 1, rank: 1 });
    await officer.api.ok(protests.noteProtest, { ...at, body: { words: '调取评分表，听取选手意见' } });
    const body = { upheld: false, ranksChange: false, reason: '评分表无漏计' };
    const decided = await officer.api.ok(protests.decideProtest, { ...at, body });
    expect(decided.ledger.map(({ kind, by }) => [kind, by])).toEqual([
      ['filed', '首位'],
      ['noted', 'kaowu'],
      ['rejected', 'kaowu'],
    ]);
    expect((await officer.api.refused(protests.decideProtest, { ...at, body })).code).toBe('wrong-state');
    expect(await told('protest-decided')).toHaveLength(1);
    expect(await file('preliminary')).toMatchObject({ code: 'too-late', data: { closedOn: '2025-07-30' } });
  });

  it('waits for an open protest, and after one that is upheld for the ranks published anew', async () => {
    await rankedStage(world, staff, { stage: 'semi-final', ids: ids.slice(0, 120) });
    finalId = await rankedStage(world, staff, { stage: 'final', ids: ids.slice(0, 36), tied: true });
    expect((await file('final')).code).toBe('ok');
    expect(await propose()).toMatchObject({ code: 'protests-open', data: { count: 1 } });
    const [row] = (await officer.api.ok(protestList.rows, { params: bspia, query: { state: 'open' } })).items;
    const { number } = await world.db.read(async (h) => {
      const [found] = await h.query<{ number: number }>(
        'SELECT number FROM stage_entrant WHERE stage_id = ? AND candidate_id = ?',
        [finalId, first.id],
      );
      return { number: Number(found?.number) };
    });
    await key(staff.marker, finalId, { number, part: 'skill', mark: '99.9', reason: '申诉成立，补计' });
    const checked = { part: 'skill' as const, how: '复核' };
    await staff.administrator.api.ok(stages.confirmStageNotes, { params: { id: finalId }, body: checked });
    const at = {
      params: { id: row?.id ?? '' },
      body: { upheld: true, ranksChange: true, reason: '漏计两分，予以更正' },
    };
    // whoever noted or confirmed a mark of this stage does not decide about it
    expect((await staff.administrator.api.refused(protests.decideProtest, at)).code).toBe('same-marker');
    await officer.api.ok(protests.decideProtest, at);
    expect(await propose()).toMatchObject({ code: 'protest-awaits-ranks', data: { count: 1 } });
    await publish(staff.publisher, finalId, '申诉成立，更正成绩');
    expect(await propose()).toMatchObject({ code: 'award-questions-open', data: { count: 1 } });
  });

  it('counts joined units as one, and asks staff about a school at the threshold', async () => {
    const before = await board();
    expect(named(before)['organising-unit']).not.toContain(JIA);
    const [alike] = before.units;
    expect(alike).toMatchObject({
      joined: null,
      names: [
        { name: JIA, entrants: 6 },
        { name: JIA_ALSO, entrants: 4 },
      ],
    });
    const joined = { names: [JIA, JIA_ALSO], name: JIA, kind: 'company' as const };
    await officer.api.ok(awards.joinUnits, { params, body: joined });
    const [question] = before.questions;
    expect(question).toMatchObject({ award: 'organising-unit', open: true, about: [{ name: '丁学校' }] });
    const wrong = { key: 'prize-first:entrant:x', given: true, reason: '…' };
    expect((await officer.api.refused(awards.answerAward, { params, body: wrong })).data).toMatchObject({
      state: 'not-asked',
    });
    const answer = { key: question?.about[0]?.key ?? '', given: true, reason: '组委会认定院校属事业单位' };
    const answered = await officer.api.ok(awards.answerAward, { params, body: answer });
    expect(answered.questions[0]).toMatchObject({ open: false, about: [{ answer: { given: true, by: 'kaowu' } }] });
  });

  it('is exactly what a table says that was worked by hand', async () => {
    const all = await board();
    expect(named(all)).toEqual(byHand());
    expect(all.totalFen).toBe(MONEY_FEN);
    expect(all.awards.every(({ source }) => 'clause' in source && source.clause.startsWith('四'))).toBe(true);
  });

  it('is locked by a second person, once, and as it was proposed', async () => {
    expect((await lock(staff.publisher)).data).toMatchObject({ state: 'not-proposed' });
    expect((await propose()).code).toBe('ok');
    expect((await lock(officer)).code).toBe('award-by-another');
    expect((await lock(staff.publisher, false)).code).toBe('ok');
    expect((await propose()).code).toBe('ok');
    const { turn } = await board();
    const stale = { params, body: { turn: turn - 1, agrees: true } };
    expect((await staff.publisher.api.refused(awards.lockAwards, stale)).code).toBe('changed-meanwhile');
    // published on a Thursday, two workdays: the Monday after is the last day, and locking would end it
    const closes = { code: 'protest-window-open', data: { stage: '决赛', until: '2025-08-04' } };
    expect(await lock(staff.publisher)).toMatchObject(closes);
    await world.moveTo('2025-08-04');
    expect(await lock(staff.publisher)).toMatchObject(closes);
    expect((await board()).protests.window).toEqual(closes.data);
    await world.moveTo('2025-08-05');
    expect((await board()).protests.window).toBeNull();
    const both = await Promise.all([staff.publisher, staff.administrator].map((by) => lock(by)));
    expect(both.map(({ code }) => code).toSorted()).toEqual(['awards-locked', 'ok']);
    const locked = await board();
    expect(named(locked)).toEqual(byHand());
    expect(locked).toMatchObject({ state: 'locked', proposed: { by: 'kaowu' }, totalFen: MONEY_FEN });
    expect((await propose()).code).toBe('awards-locked');
    expect((await file('final')).code).toBe('awards-locked');
    const { stages: after } = await first.person.api.ok(protests.listMyProtests, own);
    expect(after.map(({ may }) => may)).toEqual([false, false, false]);
  });

  it('tells the winner, asks for an account, and keeps it sealed until finance exports it for a reason', async () => {
    expect([(await told('contest-awarded')).length, (await told('award-account-asked')).length]).toEqual([1, 1]);
    const atHand = async () => {
      const { items, contests: all } = await finance.api.ok(overview.listDuties, {});
      return { prizes: all[0]?.awards, due: items.map(({ code, waiting }) => `${code} ${waiting}`) };
    };
    const { prizes } = await atHand();
    const missing = prizes?.missing ?? 0;
    expect(missing).toBeGreaterThan(0);
    expect(await atHand()).toEqual({
      prizes: { lockedOn: '2025-08-05', winners: missing, missing, due: 0 },
      due: [`collect-award-accounts ${missing}`],
    });
    const account = { holder: '首位', bank: '中国工商银行北京分行', number: '6222020200012345678' };
    const mine = await first.person.api.ok(ownAwards.giveAwardAccount, { ...own, body: account });
    // the prize and what the union adds
    expect((await atHand()).due).toEqual([`collect-award-accounts ${missing - 1}`, 'pay-prizes 2']);
    expect(mine.account).toMatchObject({ fen: 800_000, given: { numberMasked: expect.stringContaining('****') } });
    const stranger = await candidateByWechat(world, 'o-nobody');
    expect((await stranger.api.refused(ownAwards.listMyAwards, own)).status).toBe(404);
    const at = { id: finalId };
    const { items } = await finance.api.ok(awardList.rows, { params: at, query: { award: 'prize-first' } });
    expect(items[0]).toMatchObject({ fen: 600_000, account: expect.stringContaining('****'), rank: 1 });
    const sheet = async (query: Record<string, string>) => {
      const book = new exceljs.Workbook();
      await book.xlsx.load(Uint8Array.from(await finance.api.file(awardList.sheet, { params: at, query })).buffer);
      return JSON.stringify(book.worksheets[0]?.getSheetValues());
    };
    expect(await sheet({ award: 'prize-first' })).not.toContain(account.number);
    expect(await sheet({ award: 'prize-first', reason: '发放奖金' })).toContain(account.number);
    const ofUnion = await finance.api.ok(awardList.counts, { params: at, query: { giver: '北京市总工会' } });
    expect(ofUnion.total).toBe(9);
    const pdf = async (query: Record<string, string>) =>
      await readText(await finance.api.file(awards.printGiverList, { params, query }));
    const giver = '北京安全防范行业协会';
    const masked = await pdf({ giver });
    expect(masked).not.toContain(account.number);
    expect(masked).toContain('个人信息已遮盖');
    const whole = await pdf({ giver, reason: '发放奖金' });
    for (const said of [
      account.number,
      account.bank,
      '6000.00元',
      '合计15000.00元（含税）',
      '另有36人没有同意录入',
      nameOf(8),
    ])
      expect(whole).toContain(said);
    expect((await finance.api.refused(awards.printGiverList, { params, query: { giver: '无此单位' } })).code).toBe(
      'nothing-to-print',
    );
    const given = { withinId: finalId, crypto: knownCrypto };
    expect(await world.db.read((h) => planFaults(h, awardList, awardSource, given))).toEqual([]);
  });

  it('numbers the papers of an award without a gap, and hands the winner a certificate', async () => {
    const body = { award: 'training-certificate' };
    const numbering = ({ awards: all }: AwardBoardView) => all.find(({ code }) => code === body.award)?.numbering;
    const range = { papers: 120, first: 'BSPIA-PX2025-0001', last: 'BSPIA-PX2025-0120' };
    expect(numbering(await board())).toEqual(range);
    const issued = await officer.api.ok(awards.issueAwardPapers, { params, body });
    expect(numbering(issued)).toBeNull();
    await officer.api.ok(awards.issueAwardPapers, { params, body });
    const numbers = issued.awards.find(({ code }) => code === body.award)?.lines.map(({ paperNumber }) => paperNumber);
    expect(numbers).toEqual(Array.from({ length: 120 }, (_, at) => `BSPIA-PX2025-${String(at + 1).padStart(4, '0')}`));
    expect(
      (await officer.api.call(awards.issueAwardPapers, { params, body: { award: 'technical-expert' } })).data,
    ).toMatchObject({ state: 'no-papers' });
    const { items } = await first.person.api.ok(ownAwards.listMyAwards, own);
    const paper = items.find(({ code }) => code === 'training-certificate');
    const pdf = await first.person.api.file(ownAwards.getAwardPaper, { params: { id: paper?.id ?? '' } });
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('lets the winner agree to a database, withholds with a reason, and shows the public masked names', async () => {
    const said = await first.person.api.ok(ownAwards.consentToDatabase, { ...own, body: { consents: true } });
    expect(said.items.flatMap(({ code, consents }) => (consents === null ? [] : [code]))).toEqual([
      'talent-pool',
      'finalists',
    ]);
    const before = await board();
    const line = before.awards.find(({ code }) => code === 'prize-seventh')?.lines[3];
    const at = {
      params: { id: line?.id ?? '' },
      body: { state: 'withheld' as const, was: 'given' as const, reason: '查实替考' },
    };
    const after = await officer.api.ok(awards.changeAward, at);
    expect(after.totalFen).toBe(MONEY_FEN - 100_000);
    expect((await officer.api.refused(awards.changeAward, at)).code).toBe('changed-meanwhile');
    const shown = await world.stranger.ok(awards.getContestAwards, { params });
    const seventh = shown.awards.find(({ code }) => code === 'prize-seventh')?.lines ?? [];
    expect(seventh.map(({ rank }) => rank)).toEqual([7, 8, 9]);
    expect(seventh.every(({ name }) => name.includes('*'))).toBe(true);
  });

  it('shows a unit its people’s awards, and nothing to who only registers under its name', async () => {
    const agent = await candidateByPhone(world, '13700002001');
    const unit = await registered(agent, { name: JIA });
    const seen = async () => (await agent.api.ok(ownAwards.listUnitAwards, { params: { id: unit.id } })).items;
    expect(await seen()).toEqual([]);
    const reviewer = await staffMember(world, staff.administrator, 'shenhe-units', ['reviewer']);
    await reviewer.api.ok(units.approveUnit, { params: { id: unit.id }, body: { version: unit.version } });
    expect((await seen()).map(({ recipient }) => recipient)).toContain(RANKED[0]);
  });

  it('publishes no other ranks of the final before whose awards stand was seen', async () => {
    await key(staff.marker, finalId, { number: 1, part: 'skill', mark: '1', reason: '重复计分' });
    await confirmAll(staff.second, finalId);
    const { revision, turn } = await previewOf(staff.publisher, finalId);
    const again = { params: { id: finalId }, body: { revision, turn, reason: '更正' } };
    const refused = await staff.publisher.api.refused(stagePublication.publishStage, again);
    expect(refused.code).toBe('award-ranks-stand');
    expect(JSON.stringify(refused.data)).toContain('第1名，现第36名');
    const seen = { ...again, body: { ...again.body, despiteAwards: true } };
    expect((await board()).apart).toEqual([]);
    await staff.publisher.api.ok(stagePublication.publishStage, seen);
    expect(named(await board())).toMatchObject({ 'prize-first': ranks(1, 1) });
    expect((await board()).apart).toContain('1号（第1名，现第36名）');
  });

  it('reminds next year of what the unit may recommend', async () => {
    await world.moveTo('2026-01-05', '09:30');
    expect(await told('award-recommendation-due')).toMatchObject([{ data: { unit: JIA } }]);
  });
});
