import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applications,
  calendars,
  certificates,
  notices,
  orders,
  publishing,
  results,
  sessions,
  sittings,
} from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import type { Facts } from '@jikaotong/shared/notice';
import { knownFacts } from '../../builders/facts';
import { portrait } from '../../builders/photos';
import { handIn, handInRefused, readyDraft, uploaded } from '../../support/apply';
import { colleagueOf } from '../../support/counter';
import { examinationMarked } from '../../support/marking';
import { type SignedInPerson, candidateByWechat, equipBody, firstAdministrator } from '../../support/people';
import { planSession } from '../../support/plan-session';
import { type World, openWorld } from '../../support/world';

const rjea = { id: 'rjea', name: '蓉江电梯行业协会' } as const;
const noticeId = 'rjea-2026-certification';
const offeringCode = 'elevator-mechanic-special';
const fileOf = (ending: string) => readFile(new URL(`../../notices/${noticeId}.${ending}`, import.meta.url), 'utf8');

/** Three years beyond 一级, no title, a project and a degree: in by the innermost way. */
const master = (change: Partial<Facts> = {}): Facts =>
  knownFacts({
    jobs: [{ occupation: '电梯安装维修工', from: localDate('2008-07-01'), to: null, employer: '成都某某电梯有限公司' }],
    certificates: [
      { occupation: '电梯安装维修工', level: 1, issuedOn: localDate('2021-06-30'), number: 'S000051000123211000001' },
    ],
    diplomas: [{ school: 'bachelor', major: '机械工程', status: 'graduated', on: localDate('2015-07-01') }],
    declared: { 'led-innovation': true, 'contest-top-three': false },
    ...change,
  });

describe('a sixth notice, of a body that the language was not made for', () => {
  let world: World;
  let officer: SignedInPerson;
  let reviewer: SignedInPerson;
  let yaml: string;
  let rawText: string;
  let sessionId: string;
  let luo: SignedInPerson;
  let luoId: string;
  const stage = async () => (await luo.api.ok(applications.getApplication, { params: { id: luoId } })).progress.stage;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-03-25' });
    officer = await firstAdministrator(world, 'rj-admin', rjea);
    await equipBody(world, officer, rjea);
    reviewer = await colleagueOf(world, officer, rjea.id, 'shenhe', ['reviewer']);
    [yaml, rawText] = await Promise.all([fileOf('yaml'), fileOf('txt')]);
    luo = await candidateByWechat(world, 'o-luo');
  });
  afterAll(() => world.stop());

  it('tells a slip in the file at its line, and keeps nothing of it', async () => {
    const slip = yaml.replace('level: 0\n', 'level: 3.5\n');
    const line = yaml.slice(0, yaml.indexOf('level: 0\n')).split('\n').length;
    const refused = await officer.api.refused(publishing.importNotice, { body: { yaml: slip, rawText } });
    expect(refused).toMatchObject({
      code: 'notice-file-refused',
      data: { problems: [{ file: 'notice', line, path: 'offerings.0.level' }] },
    });
    expect((await world.stranger.call(notices.getNotice, { params: { id: noticeId } })).status).toBe(404);
  });

  it('is imported, confirmed leaf by leaf and published', async () => {
    const draft = await officer.api.ok(publishing.importNotice, { body: { yaml, rawText } });
    expect(draft).toMatchObject({ noticeId, bodyId: rjea.id, baseVersion: 0, changes: [], state: 'open' });
    const params = { id: draft.id };
    expect((await officer.api.refused(publishing.publishNotice, { params })).code).toBe('assumption-not-confirmed');
    for (const { path } of draft.assumptions)
      await officer.api.ok(publishing.confirmAssumption, { params, body: { paths: [path], confirmed: true } });
    expect(await officer.api.ok(publishing.publishNotice, { params })).toMatchObject({ noticeId, version: 1 });
    const { notice } = await world.stranger.ok(notices.getNotice, { params: { id: noticeId } });
    expect(notice.offerings.map(({ level }) => level)).toEqual([0, -1]);
  });

  it('has a session whose windows of its own kinds stand among the others', async () => {
    sessionId = await planSession(officer, {
      noticeId,
      name: '2026年5月批次',
      examOn: '2026-05-23',
      offerings: { [offeringCode]: ['theory', 'skill', 'review'] },
      opens: '2026-03-24',
      closes: '2026-04-22',
      payBy: '2026-05-03',
    });
    const { windows, offerings } = await world.stranger.ok(sessions.getSession, { params: { id: sessionId } });
    const spans = windows.map(({ kind, opens, closes }) => [kind, opens, closes]);
    expect(spans).toEqual(
      expect.arrayContaining([
        ['application', '2026-03-24', '2026-04-22'],
        ['论文提交', '2026-03-24', '2026-04-28'],
        ['论文答辩', '2026-05-13', '2026-05-20'],
        ['ticket', '2026-05-08', '2026-05-23'],
      ]),
    );
    expect(offerings).toMatchObject([{ level: 0, totalFen: 180_000 }]);
  });

  it('judges through all four storeys of its condition, the same for a visitor and for whoever hands in', async () => {
    const assess = async (facts: Facts) =>
      (await world.stranger.ok(notices.assessFacts, { params: { id: noticeId }, body: { offeringCode, facts } }))
        .verdict;
    const alone = master({ diplomas: [] });
    expect(await assess(master())).toBe('eligible');
    expect(await assess(alone)).toBe('ineligible');
    expect(
      await assess(master({ diplomas: [], declared: { 'led-innovation': true, 'contest-top-three': true } })),
    ).toBe('needs-review');
    const draft = await readyDraft(luo, sessionId, { offeringCode, name: '罗师傅', facts: alone });
    luoId = draft.id;
    expect((await handInRefused(luo, luoId)).code).toBe('not-eligible');
    await luo.api.ok(applications.saveApplication, {
      params: { id: luoId },
      ifMatch: draft.version,
      body: { facts: master() },
    });
  });

  it('asks for the papers of the way taken, is approved and paid', async () => {
    expect((await handInRefused(luo, luoId)).code).toBe('documents-missing');
    const scan = async () => [await uploaded(luo, 'document', await portrait())];
    const { version } = await luo.api.ok(applications.getApplication, { params: { id: luoId } });
    const papers = [
      { document: 'certificate-original-or-number', fileIds: [], number: 'S000051000123211000001' },
      { document: 'innovation-proof', fileIds: await scan() },
      { document: 'diploma', fileIds: await scan() },
    ];
    await luo.api.ok(applications.saveApplication, { params: { id: luoId }, ifMatch: version, body: { papers } });
    const submitted = await handIn(luo, luoId);
    expect(submitted).toMatchObject({ offering: { level: 0, workType: '电梯修理' } });
    await reviewer.api.ok(applications.approveApplication, {
      params: { id: luoId },
      body: { version: submitted.version },
    });
    const order = await luo.api.ok(orders.getOrder, { params: { id: luoId } });
    expect(order).toMatchObject({ totalFen: 180_000, payBy: '2026-05-03', payee: { account: '0610028800451936' } });
    const { jsapi } = await luo.api.ok(orders.startPayment, { params: { id: order.id }, body: { method: 'jsapi' } });
    await world.owner.requestPayment(jsapi ?? {});
    await luo.api.ok(orders.queryPayment, { params: { id: order.id } });
    expect(await stage()).toBe('paid');
  });

  it('stands in the calendar of whoever entered under its printed name', async () => {
    const { items } = await luo.api.ok(calendars.getCalendar, {});
    expect(items).toContainEqual(
      expect.objectContaining({ window: '论文答辩', opens: '2026-05-13', closes: '2026-05-20' }),
    );
  });

  it('goes on to ticket and marks; a certificate of that level waits for its numbering', async () => {
    await world.moveTo('2026-05-08');
    const { number } = await luo.api.ok(sittings.getTicket, { params: { id: luoId } });
    expect(number).toMatch(/^20260523T\d{4}$/);
    await world.moveTo('2026-05-24');
    await examinationMarked(world, officer, sessionId, { [number]: { 理论知识: 82, 操作技能: 90, 综合评审: 77 } });
    const params = { id: sessionId };
    expect(await officer.api.ok(results.publishResults, { body: {}, params })).toMatchObject({
      publicityCloses: '2026-05-29',
    });
    await world.moveTo('2026-05-30');
    expect(await luo.api.ok(results.getResult, { params: { id: luoId } })).toMatchObject({ outcome: 'passed' });
    expect(await officer.api.ok(certificates.previewCertificates, { params })).toMatchObject({
      candidates: 0,
      held: [{ hold: 'level-without-form', offering: { level: 0 }, names: ['罗师傅'] }],
    });
  });
});
