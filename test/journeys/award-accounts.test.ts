import {
  awardAccounts,
  awards,
  type BodyOf,
  type NewsReach,
  ownAwards,
  registrations,
} from '@jikaotong/shared/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { awardBoardOf, lockedByTwo } from '../support/contest-story';
import { C24, LISTED, WINNERS_PHONE, listedEntrants, rankedToAwards } from '../support/listed-to-awards';
import { type SignedInPerson, candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { readText } from '../support/read-pages';
import { numberOf } from '../support/rosters';
import { type StageStaff, stageStaff } from '../support/stage';
import { type World, openWorld } from '../support/world';

const GIVER = '北京安全防范行业协会';
const ACCOUNT = { holder: LISTED[0] ?? '', bank: '中国工商银行北京丰台支行', number: '6222020200012345678' };

let world: World;
let staff: StageStaff;
let finance: SignedInPerson;
let at: { params: { id: string } };
let scanFileId: string;
let textsBefore: number;
let reach: NewsReach | null;
beforeAll(async () => {
  world = await openWorld({ day: '2024-05-06' });
  staff = await stageStaff(world);
  finance = await staffMember(world, staff.administrator, 'caiwu', ['finance']);
  await listedEntrants(world, staff);
  await rankedToAwards(staff);
  textsBefore = await textsToWinner();
  reach = (await awardBoardOf(finance, C24)).reach;
  const board = await lockedByTwo(world, C24, { proposes: staff.administrator, locks: staff.publisher });
  at = { params: { id: board.awards.find(({ code }) => code === 'prize-first')?.lines[0]?.id ?? '' } };
  scanFileId = await uploaded(finance, 'document', await portrait());
});
afterAll(() => world.stop());

/** How often the winner was asked by SMS to claim the entry, whose news wait there. */
async function textsToWinner(): Promise<number> {
  await world.runJobs();
  const inbox = await (await fetch(`${world.sandbox.url}/sandbox/sms?phone=${WINNERS_PHONE}`)).text();
  return inbox.split('认领后查看').length - 1;
}

type Body = BodyOf<typeof awardAccounts.noteAwardAccount>;
const noted = (body: Partial<Body> = {}, by = finance) =>
  by.api.call(awardAccounts.noteAwardAccount, { ...at, body: { ...ACCOUNT, scanFileId, ...body } });
const seen = async () => finance.api.ok(awardAccounts.getAwardAccount, at);
const list = async () =>
  readText(
    await finance.api.file(awards.printGiverList, {
      params: { id: C24 },
      query: { giver: GIVER, reason: '发放奖金' },
    }),
  );

it('is asked of a winner without an account by one SMS that says how to claim', async () => {
  expect(reach).toMatchObject({ accounts: 0, texts: 1 });
  expect((await textsToWinner()) - textsBefore).toBe(1);
  expect((await awardBoardOf(finance, C24)).reach).toBeNull();
});

it('is missing of a winner who was entered by a list and claims nothing', async () => {
  expect((await awardBoardOf(finance, C24)).accounts).toEqual({ winners: 1, missing: 1, due: 0 });
  expect(await seen()).toEqual({ name: LISTED[0], fen: 600_000, account: null });
});

it('is noted only with a scan of one’s own, as a number that a bank has, of an award that is money', async () => {
  expect((await noted({ number: '6222-12' })).code).toBe('invalid-input');
  const elses = await uploaded(staff.administrator, 'document', await portrait());
  expect(await noted({ scanFileId: elses })).toMatchObject({ code: 'file-refused', data: { reason: 'not-yours' } });
  const ofCoach = (await awardBoardOf(finance, C24)).awards.find(({ code }) => code === 'coach-award')?.lines[0];
  const coachs = { params: { id: ofCoach?.id ?? '' } };
  expect((await finance.api.refused(awardAccounts.getAwardAccount, coachs)).data).toEqual({ state: 'no-money-won' });
  expect((await noted({}, staff.marker)).code).toBe('forbidden');
  const elsewhere = await firstAdministrator(world, 'elsewhere', { id: 'cecc', name: '别的机构' });
  const theirs = await uploaded(elsewhere, 'document', await portrait());
  expect((await noted({ scanFileId: theirs }, elsewhere)).code).toBe('not-found');
});

it('stands on the list for who pays, with its scan, and can be put right from another form', async () => {
  expect((await noted({ number: '62220202000123456 99' })).code).toBe('ok');
  expect((await noted()).code).toBe('ok');
  const { account } = await seen();
  expect(account).toMatchObject({ holder: ACCOUNT.holder, byWinner: false, scan: { type: 'image/jpeg' } });
  expect(account?.numberMasked).toContain('*');
  expect((await finance.api.fetch(account?.scan?.url ?? '')).status).toBe(200);
  const words = await list();
  expect(words).toContain(ACCOUNT.number);
  expect(words).toContain(ACCOUNT.bank);
  expect((await awardBoardOf(finance, C24)).accounts).toEqual({ winners: 1, missing: 0, due: 1 });
});

it('gives way to what the winner tells, which staff leave alone, whoever is first', async () => {
  const winner = await candidateByPhone(world, WINNERS_PHONE);
  const told = { way: 'individual' as const, state: 'submitted' as const, reference: null, registeredOn: null };
  const who = { name: LISTED[0] ?? '', documentType: 'resident-id' as const, documentNumber: numberOf(1) };
  const { listed } = await winner.api.ok(registrations.noteRegistration, {
    params: { id: C24 },
    body: { ...told, ...who },
  });
  const own = { params: { id: listed?.entryId ?? '' } };
  const body = { ...ACCOUNT, bank: '中国银行北京分行' };
  const [mine] = await Promise.all([winner.api.call(ownAwards.giveAwardAccount, { ...own, body }), noted()]);
  expect(mine.code).toBe('ok');
  expect((await seen()).account).toMatchObject({ bank: body.bank, byWinner: true, scan: null });
  expect(await noted()).toMatchObject({ code: 'wrong-state', data: { state: 'account-of-winner' } });
  expect(await list()).toContain(body.bank);
});
