import {
  awardLists,
  awards,
  coachContacts,
  messages,
  ownAwards,
  protests,
  registrations,
  stageDraws,
  stageRankings,
} from '@jikaotong/shared/contract';
import { awardList, protestList } from '@jikaotong/shared/lists';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awardBoardOf, awardedIn, keyedStage, lockedByTwo, nameOf } from '../support/contest-story';
import { entriesOf } from '../support/listed-entries';
import { patience } from '../support/patience';
import { type SignedInPerson, bspia, candidateByPhone, candidateByWechat, staffMember } from '../support/people';
import { readPages, readText, textOf } from '../support/read-pages';
import { numberOf } from '../support/rosters';
import { sendSheet } from '../support/send-sheet';
import { type StageStaff, deskOf, stageStaff } from '../support/stage';
import { type World, openWorld } from '../support/world';

const C24 = 'bspia-2024-competition-installer';
const params = { id: C24 };

const JIA = '北京甲安防有限公司';
const YI = '北京乙安防有限公司';
const SCHOOL = '丁学校';
const WINNERS_PHONE = '13800001001';
type Listed = { readonly unit: string; readonly kind: string };
const some = (many: number, unit: string, kind: string): Listed[] =>
  Array.from({ length: many }, () => ({ unit, kind }));
/** 甲 eleven, 乙 five, 丙 five of whom one does not come, a school six, 戊 ten of no known kind, one of no unit. */
const LISTED: readonly Listed[] = [
  ...some(1, JIA, '企业'),
  ...some(1, YI, '企业'),
  ...some(1, SCHOOL, '院校'),
  ...some(10, JIA, '企业'),
  ...some(4, YI, '企业'),
  ...some(5, SCHOOL, '院校'),
  ...some(10, '戊单位', ''),
  ...some(1, '', ''),
  ...some(5, '北京丙安防有限公司', '企业'),
];
const names = (...of: number[]) => of.map(nameOf).toSorted();

/** The export of the site, with what staff filled in beside. */
const csv = (): Buffer =>
  Buffer.from(
    [
      '姓名,证件类型,证件号码,手机号,单位,报名编号,单位类型,教练,有工会会员互助服务卡',
      ...LISTED.map(({ unit, kind }, at) => {
        const coach = at === 0 ? '王教练' : '';
        const card = at === 0 ? '是' : '否';
        const phone = at === 0 ? WINNERS_PHONE : '';
        return [nameOf(at + 1), '居民身份证', numberOf(at + 1), phone, unit, `JS${at + 1}`, kind, coach, card].join(
          ',',
        );
      }),
    ].join('\r\n'),
  );

describe('C24 from the imported list to the last certificate', () => {
  let world: World;
  let staff: StageStaff;
  let officer: SignedInPerson;
  let winner: SignedInPerson;
  let first: string;
  const own = { params: { id: '' } };
  const told = async (code: string) =>
    (await winner.api.ok(messages.listMessages, { query: {} })).items.filter((one) => one.code === code);
  const stageId = async (at: 0 | 1 | 2) => (await deskOf(officer, first)).stages[at]?.id ?? '';

  beforeAll(async () => {
    world = await openWorld({ day: '2024-05-06' });
    staff = await stageStaff(world);
    officer = await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']);
    first = (await entriesOf(officer, C24)).id;
    winner = await candidateByPhone(world, WINNERS_PHONE);
  });
  afterAll(() => world.stop());

  it('takes the list with units, coaches and cards; who follows it here finds their place', async () => {
    const bytes = csv();
    const sheet = { endpoints: registrations.listSheet, id: C24, bytes };
    expect(await sendSheet(world, officer, sheet)).toMatchObject({ state: 'done', applied: LISTED.length });
    const again = await officer.api.ok(registrations.listSheet.upload, { params, file: { bytes, name: 'l.csv' } });
    expect(again.counts).toMatchObject({ added: 0, changed: 0, same: LISTED.length });
    const steps = { params: { ...params, step: 1 }, body: { way: 'individual' as const, done: true } };
    await winner.api.ok(registrations.tickStep, steps);
    const body = {
      way: 'individual' as const,
      state: 'submitted' as const,
      reference: null,
      registeredOn: null,
      name: nameOf(1),
      documentType: 'resident-id' as const,
      documentNumber: numberOf(1),
    };
    const { listed } = await winner.api.ok(registrations.noteRegistration, { params, body });
    own.params.id = listed?.entryId ?? '';
    expect((await winner.api.ok(stageRankings.listMyStages, own)).items.map(({ reached }) => reached)).toEqual([
      'yes',
      'open',
      'open',
    ]);
    expect((await winner.api.ok(stageDraws.listMyPlaces, own)).items).toEqual([]);
    const stranger = await candidateByWechat(world, 'o-stranger');
    expect((await stranger.api.refused(stageRankings.listMyStages, own)).code).toBe('not-found');
  });

  it(
    'ranks 37 who came: eleven go on, then three; the winner on the list is told and may protest',
    async () => {
      await world.moveTo('2024-06-20');
      const came = LISTED.length - 1;
      const marksOf = (many: number) =>
        Object.fromEntries(Array.from({ length: many }, (_, at) => [at + 1, ['80', String(95 - at)] as const]));
      await keyedStage(staff, first, { marks: marksOf(came), absent: [LISTED.length] });
      const list = await world.stranger.ok(stageRankings.getStageRanking, { params: { id: first }, query: {} });
      expect(list.groups[0]?.line).toMatchObject({ quota: 11, share: { counted: 37 } });
      expect(await told('stage-published')).toMatchObject([{ data: { rank: 1, advances: 'yes' } }]);
      const words = { stage: 'preliminary' as const, subject: '计分', words: '漏计一分', evidenceFileIds: [] };
      await winner.api.ok(protests.fileProtest, { ...own, body: words });
      const [row] = (await officer.api.ok(protestList.rows, { params: bspia, query: {} })).items;
      const body = { upheld: false, ranksChange: false, reason: '计分无误' };
      await officer.api.ok(protests.decideProtest, { params: { id: row?.id ?? '' }, body });
      await keyedStage(staff, await stageId(1), { marks: marksOf(11) });
      await keyedStage(staff, await stageId(2), { marks: marksOf(3) });
      expect((await winner.api.ok(stageRankings.listMyStages, own)).items.map(({ rank }) => rank?.rank)).toEqual([
        1, 1, 1,
      ]);
    },
    patience(60_000),
  );

  it('asks staff for every level certificate and for the school, and names what a table by hand says', async () => {
    const { questions } = await awardBoardOf(officer, C24);
    expect(questions.map(({ award, about }) => [award, about.map(({ name }) => name)])).toEqual([
      ['level-certificate', [nameOf(1), nameOf(2), nameOf(3)]],
      ['named-honours', [nameOf(1), nameOf(2), nameOf(3)]],
      ['union-plan', [nameOf(1), nameOf(2), nameOf(3)]],
      ['technical-team', [SCHOOL]],
    ]);
    const keyOf = (award: string, at: number) => questions.find((one) => one.award === award)?.about[at]?.key ?? '';
    const answer = (key: string, given: boolean) =>
      officer.api.ok(awards.answerAward, { params, body: { key, given, reason: '组委会逐人认定' } });
    await answer(keyOf('level-certificate', 0), true);
    await answer(keyOf('level-certificate', 1), true);
    await answer('level-certificate:rest', false);
    await answer('named-honours:rest', false);
    await answer(keyOf('union-plan', 0), true);
    await answer('union-plan:rest', false);
    await answer(keyOf('technical-team', 0), false);
    const byHand = {
      'gold-medal': names(1),
      'silver-medal': names(2),
      'bronze-medal': names(3),
      'award-certificate': names(1, 2, 3),
      'level-certificate': names(1, 2),
      'coach-award': ['王教练'],
      'unit-award': [JIA],
      'union-plan': names(1),
      'prize-first': names(1),
      'prize-second': names(2, 3),
      finalists: names(1, 2, 3),
      // 丙 has four who came, and nobody in the top ten
      'technical-team': [JIA, YI].toSorted(),
      // 戊 has exactly ten: more than ten it says
      'organising-unit': [JIA],
      'national-contest': names(1, 2, 3),
    };
    expect(awardedIn(await awardBoardOf(officer, C24))).toEqual(byHand);
    const locked = await lockedByTwo(world, C24, { proposes: officer, locks: staff.publisher });
    expect(awardedIn(locked)).toEqual(byHand);
    expect(locked.totalFen).toBe(1_200_000);
  });

  it('gives the winner from the list awards and money to account for, its givers their lists, the unit its paper', async () => {
    const mine = await winner.api.ok(ownAwards.listMyAwards, own);
    expect(mine.items.map(({ code }) => code)).toEqual([
      'gold-medal',
      'award-certificate',
      'level-certificate',
      'union-plan',
      'prize-first',
      'finalists',
      'national-contest',
    ]);
    expect(mine.account).toEqual({ fen: 600_000, given: null });
    // the certificates are the organising committee's to make; the body makes the unit's own
    const issue = (award: string) => officer.api.call(awards.issueAwardPapers, { params, body: { award } });
    expect((await issue('award-certificate')).data).toEqual({ state: 'no-papers' });
    expect((await issue('organising-unit')).code).toBe('ok');
    const bytes = await officer.api.file(awards.printAwardPapers, { params, query: { award: 'organising-unit' } });
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
    // the coach is reached by the phone that the winner tells, with the coach's consent
    expect(await told('award-coach-asked')).toMatchObject([{ data: { coach: '王教练', award: '传承奖' } }]);
    const coach = async () => (await winner.api.ok(coachContacts.getCoachContact, own)).asked;
    expect(await coach()).toMatchObject({ coach: '王教练', award: '传承奖', giver: '大赛组委会', contact: null });
    const contact = { phone: '13800007777', agrees: true as const };
    const unsaid = await winner.api.call(coachContacts.giveCoachContact, {
      ...own,
      body: { ...contact, agrees: false as never },
    });
    expect(unsaid.code).toBe('invalid-input');
    await winner.api.ok(coachContacts.giveCoachContact, { ...own, body: contact });
    expect((await coach())?.contact).toEqual({ phoneMasked: '138****7777', agreedOn: '2024-06-25' });
    const ofGiver = { giver: '大赛组委会' };
    const pages = async (query: Record<string, string>) =>
      await readText(await officer.api.file(awards.printGiverList, { params, query }));
    expect(await pages(ofGiver)).not.toContain('13800007777');
    expect(await pages({ ...ofGiver, reason: '颁奖联系' })).toContain('13800007777');
    const board = await awardBoardOf(officer, C24);
    const lineOf = (code: string) => board.awards.find((one) => one.code === code)?.lines[0]?.id ?? '';
    const ofCoach = { params: { id: lineOf('coach-award') } };
    await officer.api.ok(coachContacts.noteAwardCoach, { ...ofCoach, body: { ...contact, phone: '13800008888' } });
    expect(await officer.api.ok(coachContacts.getAwardCoach, ofCoach)).toMatchObject({
      coach: '王教练',
      contact: { phoneMasked: '138****8888' },
    });
    const medal = { params: { id: lineOf('gold-medal') } };
    expect((await officer.api.refused(coachContacts.getAwardCoach, medal)).data).toEqual({ state: 'no-coach-award' });
    const stranger = await candidateByWechat(world, 'o-no-coach');
    expect((await stranger.api.refused(coachContacts.getCoachContact, own)).code).toBe('not-found');
    // and a unit has a list of its own
    const ofUnit = async (query: Record<string, string>) =>
      (await readPages(await officer.api.file(awardLists.printUnitLists, { params, query }))).map((page) =>
        textOf([page]),
      );
    const jia = await ofUnit({ unit: JIA, reason: '交单位签收' });
    expect(jia.join('')).toContain(`单位：${JIA}`);
    expect(jia.join('')).toContain('王教练传承奖');
    expect(jia.join('')).not.toContain(YI);
    const every = await ofUnit({ reason: '交单位签收' });
    // a page each, and nobody else's on it
    const unitsOn = every.map((page) => [JIA, YI, SCHOOL].filter((unit) => page.includes(`单位：${unit}`)));
    expect(unitsOn.flat().toSorted()).toEqual([JIA, YI, SCHOOL].toSorted());
    expect(unitsOn.every((units) => units.length === 1)).toBe(true);
    expect((await ofUnit({})).join('')).not.toContain(nameOf(1));
    const nobody = { params, query: { unit: '戊单位' } };
    expect((await officer.api.refused(awardLists.printUnitLists, nobody)).code).toBe('nothing-to-print');
    // who gives them needs a list of the people
    const at = { params: { id: await stageId(2) }, query: { giver: '大赛组委会' } };
    const { items } = await officer.api.ok(awardList.rows, at);
    expect(items.map(({ award, name, coach, unit }) => [award, name ?? coach ?? unit])).toEqual([
      ['金牌', nameOf(1)],
      ['银牌', nameOf(2)],
      ['铜牌', nameOf(3)],
      ...[1, 2, 3].map((number) => ['获奖证书', nameOf(number)]),
      ['传承奖', '王教练'],
      ['优胜奖', JIA],
    ]);
  });
});
