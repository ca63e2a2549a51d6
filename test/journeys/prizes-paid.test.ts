import { awards, contestEntries, overview, ownAwards, stagePublication, stages } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { awardList } from '@jikaotong/shared/lists';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actOn } from '../support/act-on';
import { C25 } from '../support/contest-entry';
import { awardBoardOf, keyedStage, lockedByTwo, nameOf } from '../support/contest-story';
import { entriesOf } from '../support/listed-entries';
import { type SignedInPerson, staffMember } from '../support/people';
import { type StageStaff, confirmAll, deskOf, entered, previewOf, stageStaff } from '../support/stage';
import { type World, openWorld } from '../support/world';

/** Thirty per cent of ten, and of three, go on; two are in the final. */
const MANY = 10;
const descending = (numbers: readonly number[]) =>
  Object.fromEntries(numbers.map((number, at) => [number, ['80', String(90 - at)] as const]));
const ACCOUNT = { bank: '中国工商银行北京分行', number: '6222020200012345678' };

describe('prizes, from the lock to the last payment', () => {
  let world: World;
  let staff: StageStaff;
  let officer: SignedInPerson;
  let finance: SignedInPerson;
  let people: SignedInPerson[];
  let finalId: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    staff = await stageStaff(world);
    officer = await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']);
    finance = await staffMember(world, staff.administrator, 'caiwu', ['finance']);
    people = await entered(world, staff, MANY, nameOf);
    const { id } = await entriesOf(staff.administrator);
    await world.moveTo('2025-07-28', '18:00');
    await keyedStage(staff, id, { marks: descending(Array.from({ length: MANY }, (_, at) => at + 1)) });
    const [, semiFinal = '', final = ''] = (await deskOf(staff.marker, id)).stages.map((one) => one.id);
    await keyedStage(staff, semiFinal, { marks: descending([1, 2, 3]) });
    await keyedStage(staff, final, { marks: descending([1]) });
    await lockedByTwo(world, C25, { proposes: officer, locks: staff.publisher });
    finalId = final;
  });
  afterAll(() => world.stop());

  const dueOf = async (who: SignedInPerson) =>
    (await who.api.ok(overview.listDuties, {})).items.map(({ code, waiting }) => `${code} ${waiting}`);
  const lines = async (money: string) =>
    (await finance.api.ok(awardList.rows, { params: { id: finalId }, query: { money } })).items;
  const pay = (how: 'transfer' | 'cash', money: string, by = finance) =>
    actOn(world, by, {
      list: awardList,
      id: finalId,
      choice: { act: 'pay', which: { match: { money } }, needs: { paidOn: localDate('2025-08-10'), how } },
    });
  const entryOf = async () => {
    const [entry] = (await winner().api.ok(contestEntries.listMyEntries, {})).items;
    return { id: entry?.id ?? '' };
  };
  const winner = () => people[0] ?? staff.marker;
  const own = async () => (await winner().api.ok(ownAwards.listMyAwards, { params: await entryOf() })).items;

  it('wait for an account, and are a duty of finance once one is told', async () => {
    await world.moveTo('2025-08-10');
    expect(await dueOf(finance)).toEqual(['collect-award-accounts 1']);
    const waiting = await lines('no-account');
    expect(waiting.length).toBeGreaterThan(0);
    expect(await pay('transfer', 'no-account')).toMatchObject({ done: 0, refused: waiting.length });
    const body = { holder: nameOf(1), ...ACCOUNT };
    const others = { ...body, holder: nameOf(2) };
    expect(
      await winner().api.refused(ownAwards.giveAwardAccount, { params: await entryOf(), body: others }),
    ).toMatchObject({
      data: { state: 'account-not-own' },
    });
    await winner().api.ok(ownAwards.giveAwardAccount, { params: await entryOf(), body });
    expect(await dueOf(finance)).toEqual([`pay-prizes ${waiting.length}`]);
    expect((await lines('due')).map(({ id }) => id)).toEqual(waiting.map(({ id }) => id));
  });

  it('are noted as paid by finance alone, once, on a day that has come', async () => {
    const due = await lines('due');
    const choice = { act: 'pay' as const, which: { match: { money: 'due' } } };
    const chosen = (by: SignedInPerson, paidOn: string) =>
      by.api.call(awardList.acting.select, {
        params: { id: finalId },
        body: { ...choice, needs: { paidOn: localDate(paidOn), how: 'transfer' } },
      });
    expect((await chosen(officer, '2025-08-10')).code).toBe('forbidden');
    const ahead = { ...choice, needs: { paidOn: localDate('2025-08-11'), how: 'transfer' as const } };
    const early = await actOn(world, finance, { list: awardList, id: finalId, choice: ahead });
    expect(early).toMatchObject({ done: 0, refused: due.length });
    expect(await pay('transfer', 'due')).toMatchObject({ done: due.length, refused: 0, mayTakeBack: true });
    await expect(pay('transfer', 'due')).rejects.toThrow('empty');
    expect(await dueOf(finance)).toEqual([]);
    expect((await own()).filter(({ fen }) => fen !== null).map(({ paidOn }) => paidOn)).toEqual(
      due.map(() => '2025-08-10'),
    );
    const book = new exceljs.Workbook();
    const sheet = await finance.api.file(awardList.sheet, { params: { id: finalId }, query: { money: 'paid' } });
    await book.xlsx.load(Uint8Array.from(sheet).buffer);
    expect(JSON.stringify(book.worksheets[0]?.getSheetValues())).toContain('2025-08-10');
  });

  it('are not withheld as long as they are noted as paid', async () => {
    const [line] = await lines('paid');
    const at = { params: { id: line?.id ?? '' } };
    const body = { state: 'withheld' as const, was: 'given' as const, reason: '查实替考' };
    expect(await officer.api.refused(awards.changeAward, { ...at, body })).toMatchObject({
      code: 'wrong-state',
      data: { state: 'award-paid' },
    });
    const back = { act: 'unpay' as const, which: { ids: [line?.id ?? ''] } };
    expect(await actOn(world, finance, { list: awardList, id: finalId, choice: back })).toMatchObject({ done: 1 });
    expect(await dueOf(finance)).toEqual(['pay-prizes 1']);
    await officer.api.ok(awards.changeAward, { ...at, body });
    expect(await dueOf(finance)).toEqual([]);
    await officer.api.ok(awards.changeAward, { ...at, body: { state: 'given', was: 'withheld', reason: '查实无误' } });
    expect(await pay('cash', 'due')).toMatchObject({ done: 1 });
  });

  it('that stand apart from corrected ranks are withheld, or kept with a reason until the rank changes once more', async () => {
    const note = async (standing: 'disqualified' | 'present', reason: string) => {
      const params = { id: finalId, number: '1' };
      const { version } = await staff.marker.api.ok(stages.getStageEntrant, { params });
      const body = { standing, version, reason, witness: '裁判长' };
      await staff.marker.api.ok(stages.noteStanding, { params, body });
      await confirmAll(staff.second, finalId);
      const { revision, turn } = await previewOf(staff.publisher, finalId);
      await staff.publisher.api.ok(stagePublication.publishStage, {
        params: { id: finalId },
        body: { revision, turn, reason, despiteAwards: true },
      });
    };
    const kept = () =>
      actOn(world, officer, {
        list: awardList,
        id: finalId,
        choice: { act: 'keep', which: { match: { apart: 'yes' } }, needs: { reason: '组委会决定维持' } },
      });
    await expect(kept()).rejects.toThrow('empty');
    await note('disqualified', '被投诉，先取消资格');
    const apart = async () => (await dueOf(officer)).filter((duty) => duty.startsWith('settle-apart-awards'));
    const given = (await officer.api.ok(awardList.rows, { params: { id: finalId }, query: {} })).items.filter(
      ({ recipient, rank }) => recipient === 'entrant' && rank !== null,
    );
    expect(await apart()).toEqual([`settle-apart-awards ${given.length}`]);
    expect(await kept()).toMatchObject({ done: given.length, refused: 0 });
    expect(await apart()).toEqual([]);
    expect((await awardBoardOf(officer, C25)).apart).toEqual([]);
    await note('present', '查实无误，恢复');
    await note('disqualified', '再次取消资格');
    // the same rank as the one for which they were kept
    expect(await apart()).toEqual([]);
  });
});
