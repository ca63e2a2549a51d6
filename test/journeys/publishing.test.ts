import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  calendars,
  type NoticeDraftView,
  applications,
  messages,
  notices,
  orders,
  publishing,
  sessions,
  noticeTrials,
  noticeVersions,
} from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { futureInstaller, longServingGuard } from '../builders/facts';
import { nextB26, noticeFiles, reworded } from '../builders/notice-files';
import { readyDraft } from '../support/apply';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type SignedInPerson, candidateByWechat, firstAdministrator } from '../support/people';
import { type World, openWorld } from '../support/world';

const B26 = 'bspia-2026-certification';

const confirmAll = async (publisher: SignedInPerson, { id, assumptions }: NoticeDraftView): Promise<void> => {
  const paths = assumptions.map(({ path }) => path);
  await publisher.api.ok(publishing.confirmAssumption, { params: { id }, body: { paths, confirmed: true } });
};

const problemsOf = (data: unknown) => {
  const problems: unknown = Reflect.get(Object(data), 'problems');
  if (!Array.isArray(problems)) throw new Error('no problems');
  return problems.map((problem) => publishing.NoticeFileProblem.parse(problem));
};

describe('a notice from its file to its next version', () => {
  let world: World;
  let exam: Examination;
  let publisher: SignedInPerson;
  let elsewhere: SignedInPerson;
  let young: SignedInPerson;
  let youngDraft: string;
  let grown: SignedInPerson;
  let guard: SignedInPerson;
  let handedIn: Candidate;
  let follower: SignedInPerson;
  let draft: NoticeDraftView;
  const at = () => ({ params: { id: draft.id } });

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    publisher = exam.publisher;
    elsewhere = await firstAdministrator(world, 'waidi', { id: 'elsewhere', name: '外地协会' });
    young = await candidateByWechat(world, 'o-young');
    const bornLate = {
      birthDate: localDate('2009-05-01'),
      facts: futureInstaller({ birthDate: localDate('2009-05-01') }),
    };
    youngDraft = (await readyDraft(young, exam.params.id, { ...bornLate, order: 1 })).id;
    grown = await candidateByWechat(world, 'o-grown');
    await readyDraft(grown, exam.params.id, { order: 2 });
    guard = await candidateByWechat(world, 'o-guard');
    await readyDraft(guard, exam.params.id, {
      order: 3,
      offeringCode: 'security-manager-3',
      facts: longServingGuard(),
    });
    handedIn = await exam.approved('o-handed-in', { order: 4 });
  });
  afterAll(() => world.stop());

  const bring = (who: SignedInPerson, files: { yaml: string; rawText: string | null }) =>
    who.api.call(publishing.importNotice, { body: { yaml: files.yaml, rawText: files.rawText } });
  const told = async (person: SignedInPerson) =>
    (await person.api.ok(messages.listMessages, { query: {} })).items
      .filter(({ code }) => code === 'notice-changed')
      .map(({ data }) => data);

  it('tells what is wrong with a file at its line, and keeps nothing', async () => {
    const next = nextB26();
    const lineOf = (yaml: string, words: string) => yaml.slice(0, yaml.indexOf(words)).split('\n').length;
    const slips = reworded(
      next,
      ['totalFen: 29000', 'totalFen: 29500'],
      ['quote: 准考证为电子版', 'quote: 准考证为纸质版'],
      ['value: white', 'value: purple'],
    );
    const first = await bring(publisher, slips);
    expect(first.code).toBe('notice-file-refused');
    expect(problemsOf(first.data)).toEqual([
      {
        file: 'notice',
        line: lineOf(slips.yaml, 'value: purple'),
        path: 'photo.background.value',
        code: 'invalid-value',
        text: 'value: purple',
      },
    ]);
    const mended = reworded(slips, ['value: purple', 'value: white']);
    expect(problemsOf((await bring(publisher, mended)).data)).toMatchObject([
      { line: lineOf(mended.yaml, 'totalFen: 29500'), path: 'fees.rows.0.totalFen', code: 'fee-sum-differs' },
      { line: lineOf(mended.yaml, 'quote: 准考证为纸质版'), code: 'quote-not-in-clause' },
    ]);
    const { items } = await publisher.api.ok(publishing.listStaffNotices, {});
    expect(items.find(({ noticeId }) => noticeId === B26)).toMatchObject({ version: 1, draft: null });
  });

  it('refuses what is no notice, too long, or not UTF-8', async () => {
    const codes = async (yaml: string, rawText: string | null = '原文') =>
      problemsOf((await bring(publisher, { yaml, rawText })).data).map(({ code }) => code);
    expect(await codes('只是一段话')).toEqual(['not-a-notice']);
    expect(await codes('')).toEqual(['file-empty']);
    expect(await codes('a: [')).toContain('yaml-invalid');
    expect(await codes('id: \u{FFFD}')).toEqual(['encoding-wrong']);
    expect(await codes('a'.repeat(250_000))).toEqual(['file-too-large']);
    expect(await codes(reworded(noticeFiles(B26), [`id: ${B26}`, 'id: some-new-notice']).yaml, null)).toEqual([
      'raw-text-missing',
    ]);
  });

  it('takes a file only from the body it names, and only if it says something new', async () => {
    const next = nextB26();
    expect((await bring(elsewhere, next)).code).toBe('notice-of-another-body');
    const theirs = reworded(next, ['{ id: bspia,', '{ id: elsewhere,']);
    expect((await bring(publisher, theirs)).code).toBe('notice-of-another-body');
    expect((await bring(elsewhere, theirs)).code).toBe('notice-id-taken');
    expect((await bring(publisher, noticeFiles(B26))).code).toBe('notice-unchanged');
    expect((await bring(publisher, { ...noticeFiles(B26), rawText: null })).code).toBe('notice-unchanged');
    expect((await bring(handedIn.person, next)).code).toBe('forbidden');
  });

  it('shows what differs from the running version', async () => {
    const { yaml, rawText } = nextB26();
    draft = await publisher.api.ok(publishing.importNotice, { body: { yaml, rawText } });
    expect(draft).toMatchObject({ noticeId: B26, baseVersion: 1, runningVersion: 1, state: 'open' });
    const decisive = draft.changes.filter(({ wordsOnly }) => !wordsOnly);
    expect(decisive.map(({ unit, offerings }) => [unit, offerings?.join() ?? null])).toEqual([
      ['route', 'installer-5'],
      ['fee-line', 'installer-5'],
      ['fee-total', 'installer-5'],
      ['contact', null],
    ]);
    expect(decisive[1]).toMatchObject({ before: { text: 6500 }, after: { text: 7500 }, data: { item: 'theory' } });
    expect(decisive[0]?.leaves.filter(({ path }) => path.endsWith('atLeast'))).toMatchObject([
      { before: 16, after: 18 },
    ]);
    expect(draft.affected).toEqual({ drafts: 3, submitted: 1, entries: 0 });
    expect(draft.sessions).toMatchObject([{ id: exam.params.id, published: true, lost: [], windows: [] }]);
    expect((await elsewhere.api.refused(publishing.getNoticeDraft, at())).code).toBe('not-found');
  });

  it('says for whom the last session would have gone otherwise', async () => {
    const trial = await publisher.api.ok(noticeTrials.dryRunNotice, { ...at(), body: { facts: null } });
    expect(trial).toMatchObject({ from: 'session', sessionName: '2026年12月批次', total: 4, judged: 4, differing: 3 });
    expect(trial.verdicts).toEqual([{ before: 'eligible', after: 'ineligible', count: 1 }]);
    expect(trial.fees).toMatchObject([{ offering: { code: 'installer-5' }, before: 28000, after: 29000, count: 3 }]);
    const [row] = trial.rows.filter(({ before, after }) => before.verdict !== after.verdict);
    expect(row).toMatchObject({
      name: '张*',
      frozen: false,
      reasons: [{ code: 'too-young' }, ...(row?.reasons.slice(1) ?? [])],
    });
    expect(trial.rows.filter(({ frozen }) => frozen)).toHaveLength(1);
  });

  it('tries a file of facts as well', async () => {
    const facts = JSON.stringify([
      { name: '王某', offering: 'installer-5', facts: futureInstaller({ birthDate: localDate('2009-05-01') }) },
      { offering: 'security-manager-3', on: '2026-11-20', facts: longServingGuard() },
    ]);
    const trial = await publisher.api.ok(noticeTrials.dryRunNotice, { ...at(), body: { facts } });
    expect(trial).toMatchObject({ from: 'facts', total: 2, differing: 1, rows: [{ name: '王某', state: null }] });
    const broken = await publisher.api.refused(noticeTrials.dryRunNotice, {
      ...at(),
      body: { facts: '[{"facts": 1}]' },
    });
    expect(problemsOf(broken.data).map(({ file }) => file)).toContain('facts');
  });

  it('is not published while an assumption is open', async () => {
    const refused = await publisher.api.refused(publishing.publishNotice, at());
    expect(refused.code).toBe('assumption-not-confirmed');
    await confirmAll(publisher, draft);
    const [first] = draft.assumptions;
    const body = { paths: [first?.path ?? ''], confirmed: false };
    const reopened = await publisher.api.ok(publishing.confirmAssumption, { ...at(), body });
    expect(reopened.assumptions.filter(({ confirmedAt }) => confirmedAt === null)).toHaveLength(1);
    expect(await publisher.api.refused(publishing.publishNotice, at())).toMatchObject({
      code: 'assumption-not-confirmed',
      data: { paths: [first?.path] },
    });
    const again = await exam.administrator.api.ok(publishing.confirmAssumption, {
      ...at(),
      body: { ...body, confirmed: true },
    });
    expect(again.assumptions[0]).toMatchObject({ confirmedBy: 'admin', known: true });
    expect(again.assumptions[1]).toMatchObject({ confirmedBy: 'fabu' });
  });

  it('becomes version 2, and every running session follows it with its own days', async () => {
    // somebody who only follows hears of it, too; who follows and applied hears once
    follower = await candidateByWechat(world, 'o-follower');
    for (const { api } of [follower, young])
      await api.ok(calendars.setFollowing, { params: { id: B26 }, body: { followed: true } });
    const before = await world.stranger.ok(sessions.getSession, exam);
    const published = await publisher.api.ok(publishing.publishNotice, at());
    expect(published).toMatchObject({
      noticeId: B26,
      version: 2,
      affected: { drafts: 3, submitted: 1, entries: 0 },
      sessions: [{ id: exam.params.id }],
    });
    const now = await world.stranger.ok(notices.getNotice, { params: { id: B26 } });
    expect(now.version).toBe(2);
    const after = await world.stranger.ok(sessions.getSession, exam);
    expect(after.noticeVersion).toBe(2);
    expect(after.windows).toEqual(before.windows);
    expect(after.offerings.find(({ code }) => code === 'installer-5')?.totalFen).toBe(29000);
    expect((await publisher.api.refused(publishing.publishNotice, at())).code).toBe('wrong-state');
  });

  it('tells each of them once what it changed for them', async () => {
    const common = { title: '关于开展 2026 年北京市社会化职业技能等级认定有关工作的通知', version: 2 };
    const fees = { feeBefore: 28000, feeAfter: 29000 };
    const holds = 'conditions,fees,contacts';
    expect(await told(young)).toEqual([
      {
        ...common,
        standing: 'draft',
        holds,
        stays: '',
        ...fees,
        verdictBefore: 'eligible',
        verdictAfter: 'ineligible',
      },
    ]);
    expect(await told(grown)).toEqual([{ ...common, standing: 'draft', holds, stays: '', ...fees }]);
    expect(await told(guard)).toEqual([{ ...common, standing: 'draft', holds: 'contacts', stays: '' }]);
    expect(await told(handedIn.person)).toEqual([
      { ...common, standing: 'submitted', holds: 'contacts', stays: 'conditions,fees' },
    ]);
    expect(await told(follower)).toEqual([{ ...common, standing: 'follower', holds, stays: '' }]);
    expect(await told(exam.stranger)).toEqual([]);
  });

  it('holds for what is not handed in, and leaves what is', async () => {
    expect(
      (
        await young.api.refused(applications.submitApplication, {
          params: { id: youngDraft },
          body: { truthful: true, noticeRead: true },
        })
      ).code,
    ).toBe('not-eligible');
    const order = await handedIn.person.api.ok(orders.getOrder, { params: { id: handedIn.id } });
    expect(order.totalFen).toBe(28000);
  });

  it('keeps every version for everybody to read', async () => {
    const { items } = await world.stranger.ok(noticeVersions.listNoticeVersions, { params: { id: B26 }, query: {} });
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
    expect(items[0]?.changes).toEqual(draft.changes);
    expect(items[1]?.changes).toEqual([]);
    const old = await world.stranger.ok(noticeVersions.getNoticeVersion, { params: { id: B26, version: 1 } });
    expect(old).toMatchObject({ version: 1, runningVersion: 2, text: noticeFiles(B26).rawText });
    expect(old.changesSince).toEqual(draft.changes);
    expect(
      (await world.stranger.refused(noticeVersions.getNoticeVersion, { params: { id: B26, version: 3 } })).code,
    ).toBe('not-found');
  });

  it('keeps an offering that a session uses', async () => {
    const files = reworded(
      nextB26(),
      ['code: security-manager-3\n', 'code: security-manager-9\n'],
      ['[security-manager-3]', '[security-manager-9]'],
    );
    const gone = await publisher.api.ok(publishing.importNotice, { body: files });
    expect(gone.sessions).toMatchObject([{ lost: [{ code: 'security-manager-3' }] }]);
    await confirmAll(publisher, gone);
    expect(await publisher.api.refused(publishing.publishNotice, { params: { id: gone.id } })).toMatchObject({
      code: 'offering-in-use',
      data: { sessions: ['2026年12月批次'] },
    });
    await publisher.api.ok(publishing.discardNoticeDraft, { params: { id: gone.id } });
    expect((await publisher.api.refused(publishing.discardNoticeDraft, { params: { id: gone.id } })).code).toBe(
      'wrong-state',
    );
  });

  it('lets days and places of a session stand, says where they differ, and sends money to the new account', async () => {
    const files = reworded(
      nextB26(),
      ['0200022309014440258', '0200022309014440999'],
      ['前五个工作日统一发放', '前六个工作日统一发放'],
      [
        'direction: before\n      count: 5\n      unit: workdays\n      anchor: exam-start',
        'direction: before\n      count: 6\n      unit: workdays\n      anchor: exam-start',
      ],
    );
    const third = await publisher.api.ok(publishing.importNotice, { body: files });
    const ticket = { kind: 'ticket', before: { opens: '2026-12-07' }, after: { opens: '2026-12-04' } };
    expect(third.sessions).toMatchObject([{ id: exam.params.id, lost: [], windows: [ticket] }]);
    // what somebody took as true of version 2, and reads as it did, stays so
    expect(third.assumptions.filter(({ confirmedBy, known }) => known && confirmedBy === null)).toEqual([]);
    expect(third.assumptions.some(({ confirmedBy }) => confirmedBy === 'admin')).toBe(true);
    await confirmAll(publisher, third);
    const published = await publisher.api.ok(publishing.publishNotice, { params: { id: third.id } });
    expect(published).toMatchObject({ version: 3, sessions: [{ windows: [ticket] }] });
    const session = await world.stranger.ok(sessions.getSession, exam);
    expect(session.windows.find(({ kind }) => kind === 'ticket')?.opens).toBe('2026-12-07');
    const [newest] = await told(handedIn.person);
    expect(newest).toMatchObject({ version: 3, holds: 'fees', stays: '' });
    const order = await handedIn.person.api.ok(orders.getOrder, { params: { id: handedIn.id } });
    expect(order).toMatchObject({ totalFen: 28000, payee: { account: '0200022309014440999' } });
  });

  it('is a new notice of a body that had none', async () => {
    const files = reworded(
      noticeFiles('cecc-2024-certification'),
      ['id: cecc-2024-certification', 'id: elsewhere-2026'],
      ['{ id: cecc,', '{ id: elsewhere,'],
    );
    const fresh = await elsewhere.api.ok(publishing.importNotice, { body: files });
    expect(fresh).toMatchObject({ baseVersion: 0, runningVersion: 0, changes: [], sessions: [] });
    const trial = await elsewhere.api.ok(noticeTrials.dryRunNotice, {
      params: { id: fresh.id },
      body: { facts: null },
    });
    expect(trial).toMatchObject({ from: 'nothing', total: 0, rows: [] });
    await confirmAll(elsewhere, fresh);
    expect(await elsewhere.api.ok(publishing.publishNotice, { params: { id: fresh.id } })).toMatchObject({
      version: 1,
    });
    expect((await world.stranger.ok(notices.getNotice, { params: { id: 'elsewhere-2026' } })).version).toBe(1);
  });
});
