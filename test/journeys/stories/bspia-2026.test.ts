import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, certificates, notices, orders, results, sessions, sittings } from '@jikaotong/shared/contract';
import { futureInstaller } from '../../builders/facts';
import { approvedFor } from '../../support/apply';
import { examinationMarked } from '../../support/marking';
import {
  type SignedInPerson,
  candidateByWechat,
  equipBody,
  firstAdministrator,
  staffMember,
} from '../../support/people';
import { planSession } from '../../support/plan-session';
import { type World, openWorld } from '../../support/world';
import { readPdfText } from '../../../bff/src/platform/pdf/read-text.testing';
import { issueCertificates } from '../../support/issue-certificates';

const noticeId = 'bspia-2026-certification';
const offeringCode = 'installer-5';

// each step is looked at from every side in applying, paying, seats-and-tickets and marks-to-certificate
describe('B26: 安全防范系统安装维护员五级, from September to the certificate', () => {
  let world: World;
  let administrator: SignedInPerson;
  let reviewer: SignedInPerson;
  let finance: SignedInPerson;
  let sessionId: string;
  let he: SignedInPerson;
  let heId: string;
  const stage = async () => (await he.api.ok(applications.getApplication, { params: { id: heId } })).progress.stage;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-09-07' });
    administrator = await firstAdministrator(world);
    await equipBody(world, administrator);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    finance = await staffMember(world, administrator, 'caiwu', ['finance']);
    sessionId = await planSession(administrator, {
      noticeId,
      name: '2026年10月批次',
      examOn: '2026-10-17',
      offerings: { [offeringCode]: ['theory', 'skill'] },
      opens: '2026-09-07',
      closes: '2026-09-18',
      payBy: '2026-09-30',
    });
    he = await candidateByWechat(world, 'o-he');
  });
  afterAll(() => world.stop());

  it('tells whoever asks whether they may apply, before they have signed in', async () => {
    const body = { offeringCode, facts: futureInstaller() };
    expect((await world.stranger.ok(notices.assessFacts, { params: { id: noticeId }, body })).verdict).toBe('eligible');
  });

  it('counts its days in working days, across the holidays of October', async () => {
    const { windows } = await world.stranger.ok(sessions.getSession, { params: { id: sessionId } });
    const spans = windows.map(({ kind, opens, closes }) => [kind, opens, closes]);
    expect(spans).toEqual(
      expect.arrayContaining([
        ['ticket', '2026-10-12', '2026-10-17'],
        ['results', '2026-10-23', '2026-10-23'],
        ['publicity', '2026-10-23', '2026-11-03'],
      ]),
    );
  });

  it('is reviewed, then paid with cash at the counter', async () => {
    heId = await approvedFor(he, reviewer, sessionId, { offeringCode, name: '何小满' });
    const order = await he.api.ok(orders.getOrder, { params: { id: heId } });
    expect(order).toMatchObject({ totalFen: 28_000, payBy: '2026-09-30' });
    await finance.api.ok(orders.recordReceipt, {
      params: { id: order.id },
      body: { method: 'cash', amountFen: order.totalFen, paidOn: world.today() },
    });
    expect(await stage()).toBe('paid');
  });

  it('ends with a certificate after the publicity', async () => {
    const params = { id: sessionId };
    await world.moveTo('2026-10-11', '20:00');
    expect((await he.api.refused(sittings.getTicket, { params: { id: heId } })).data).toMatchObject({
      opensOn: '2026-10-12',
    });
    await world.moveTo('2026-10-12');
    const { number } = await he.api.ok(sittings.getTicket, { params: { id: heId } });
    await world.moveTo('2026-10-18');
    await examinationMarked(world, administrator, sessionId, { [number]: { 理论知识: 72, 操作技能: 60 } });
    await world.moveTo('2026-10-23');
    expect(await administrator.api.ok(results.publishResults, { body: {}, params })).toMatchObject({
      publicityCloses: '2026-11-03',
    });
    expect(await stage()).toBe('in-publicity');
    await world.moveTo('2026-11-04');
    expect((await issueCertificates(administrator.api, params.id)).issued).toBe(1);
    expect(await stage()).toBe('certified');
  });

  it('lets anybody check the certificate, and tells a guesser nothing', async () => {
    const stranger = await candidateByWechat(world, 'o-stranger');
    const own = await he.api.ok(certificates.getCertificate, { params: { id: heId } });
    expect(own).toMatchObject({ state: 'issued', name: '何小满', lookupUrl: 'http://jndj.osta.org.cn' });
    expect(await stranger.api.refused(certificates.getCertificate, { params: { id: heId } })).toMatchObject({
      status: 404,
    });
    const pdf = await he.api.file(certificates.downloadCertificate, { params: { id: heId } });
    expect(readPdfText(pdf)).toContain(own.number);

    const { call, ok } = world.stranger;
    const verified = await ok(certificates.verifyCertificate, { query: { token: own.qr } });
    expect(verified).toEqual({
      number: own.number,
      state: 'issued',
      duplicatedOn: null,
      fromBefore: false,
      nameMasked: '何*满',
      occupation: '安全防范系统安装维护员',
      level: 5,
      bodyName: '北京安全防范行业协会',
      issuedOn: '2026-11-04',
      voidedOn: null,
      replaced: false,
    });
    const typed = { number: ` ${own.number.toLowerCase()} `, name: '何小满' };
    expect(await ok(certificates.verifyCertificate, { query: typed })).toEqual(verified);
    const guesses = [
      { number: own.number, name: '何小美' },
      { number: own.number.replace(/1$/, '9'), name: '何小满' },
    ];
    for (const query of guesses)
      expect(await call(certificates.verifyCertificate, { query })).toMatchObject({
        code: 'not-found',
        data: undefined,
      });
    const { qr } = await he.api.ok(sittings.getTicket, { params: { id: heId } });
    for (const token of [own.qr.replace(/.{6}$/, 'AAAAAA'), qr, 'v1.x.y.z'])
      expect((await call(certificates.verifyCertificate, { query: { token } })).code).toBe('token-invalid');

    await world.db.tx((h) => h.run("UPDATE certificate SET state = 'void' WHERE number = ?", [own.number]));
    expect(await ok(certificates.verifyCertificate, { query: { token: own.qr } })).toMatchObject({ state: 'void' });
  });
});
