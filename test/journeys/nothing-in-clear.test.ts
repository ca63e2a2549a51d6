import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  applications,
  certificates,
  corrections,
  files,
  orders,
  personalData,
  results,
  sittings,
} from '@jikaotong/shared/contract';
import { certificateList, reviewList, scoreReviewList } from '@jikaotong/shared/lists';
import { localDate } from '@jikaotong/shared/kernel';
import { citizenNumber } from '../builders/citizen-number';
import { futureInstaller } from '../builders/facts';
import { portrait } from '../builders/photos';
import { identityOf, uploaded } from '../support/apply';
import { type Examination, openExamination } from '../support/examination';
import { issueCertificates } from '../support/issue-certificates';
import { patience } from '../support/patience';
import { type SignedInPerson, candidateByPhone, equipBody } from '../support/people';
import { type Leak, leaksOfFiles, leaksOfTables, lookFor, writingsOfDay } from '../support/planted';
import { type World, openWorld } from '../support/world';

const birthDate = localDate('1978-05-01');
const documentNumber = citizenNumber({ birthDate, sex: 'female', order: 77 });
const phone = '13977880011';
const newPhone = '13977880022';
const employer = '金丝雀安防技术公司';
const formerEmployer = '青鸟保安服务公司';
const address = '燕子胡同七号院';
const school = '百灵职业学院';
const diplomaNumber = 'XUEXIN9127733';
const account = '6222020200066677788';
const fileName = '白鹭毕业证扫描件';

/** The name is left out: lists sort by it. */
const planted = [
  { what: 'document number', writings: [documentNumber] },
  { what: 'birth date', writings: writingsOfDay(birthDate) },
  { what: 'sex', writings: ['"sex":"female"', '"sex": "female"', '\\"sex\\":\\"female\\"'] },
  { what: 'phone', writings: [phone, newPhone] },
  { what: 'employer', writings: [employer, formerEmployer] },
  { what: 'address', writings: [address] },
  { what: 'school', writings: [school] },
  { what: 'diploma number', writings: [diplomaNumber] },
  { what: 'account number', writings: [account] },
  { what: 'file name', writings: [fileName] },
] as const;
const look = lookFor(planted);
/** Rules of notices name a sex as well. */
const isOfPeople = ({ at }: Leak) => !at.startsWith('notice_version.');

const onServer = process.env['JIKAOTONG_TEST_DB'] === 'mariadb';

describe('a whole story of one candidate', () => {
  let folder: string;
  let world: World;
  let exam: Examination;
  let person: SignedInPerson;
  let applicationId = '';
  const papers: (readonly [string, Buffer])[] = [];
  let log = '';
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'planted-'));
    mkdirSync(path.join(folder, 'tmp'));
    vi.stubEnv('TMPDIR', path.join(folder, 'tmp'));
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      log += Buffer.from(chunk).toString();
      return true;
    });
    const env = { DATA_DIR: path.join(folder, 'data'), LOG_LEVEL: 'debug' };
    world = await openWorld({ day: '2026-11-23', env, ...(onServer ? {} : { kept: true }) });
    exam = await openExamination(world);
    await equipBody(world, exam.administrator);
    await apply();
    await pay();
    await sit();
    await goWrong();
  }, patience(120_000));
  afterAll(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const paperOf = async (name: string, bytes: Promise<Buffer>) => papers.push([name, await bytes]);

  async function apply() {
    person = await candidateByPhone(world, phone);
    const facts = futureInstaller({
      birthDate,
      sex: 'female',
      jobs: [
        { occupation: '保安员', from: localDate('2001-03-01'), to: localDate('2012-03-01'), employer: formerEmployer },
        { occupation: '安全防范系统安装维护员', from: localDate('2012-03-01'), to: null, employer },
      ],
      diplomas: [
        {
          school: 'higher-vocational',
          schoolName: school,
          major: '安全防范技术',
          status: 'graduated',
          on: localDate('2000-07-01'),
        },
      ],
    });
    const body = { sessionId: exam.params.id, offeringCode: 'installer-5', facts };
    const draft = await person.api.ok(applications.createApplication, { body });
    applicationId = draft.id;
    const photoFileId = await uploaded(person, 'photo', await portrait());
    const signatureFileId = await uploaded(person, 'signature', await portrait());
    const { id: scan } = await person.api.ok(files.uploadFile, {
      query: { purpose: 'document' },
      file: { bytes: await portrait(), name: `${fileName}${documentNumber}.jpg` },
    });
    const told = identityOf({ name: '何静', birthDate, sex: 'female', documentNumber, phone });
    const params = { id: applicationId };
    const saved = await person.api.ok(applications.saveApplication, {
      params,
      ifMatch: draft.version,
      body: {
        candidate: { ...told, birthDate, sex: 'female', employer, address },
        route: '1',
        photoFileId,
        signatureFileId,
        papers: [{ document: 'diploma', fileIds: [scan], number: diplomaNumber }],
      },
    });
    expect(saved.candidate).toMatchObject({ birthDate, sex: 'female', employer, address });
    const statements = { truthful: true, noticeRead: true } as const;
    const sent = await person.api.ok(applications.submitApplication, { params, body: statements });
    await exam.reviewer.api.ok(applications.returnApplication, {
      params,
      body: { version: sent.version, remarks: [{ field: 'facts', text: `${employer}应写全称，电话${phone}打不通` }] },
    });
    const again = await person.api.ok(applications.submitApplication, { params, body: statements });
    await exam.reviewer.api.ok(reviewList.rows, { params: exam.params, query: { q: phone } });
    await exam.reviewer.api.ok(applications.approveApplication, { params, body: { version: again.version } });
    await paperOf(
      'form',
      person.api.file(applications.downloadForm, { params: { ...params, document: 'application-form' } }),
    );
  }

  async function pay() {
    const { id } = await person.api.ok(orders.getOrder, { params: { id: applicationId } });
    const claim = async () =>
      person.api.ok(orders.claimTransfer, {
        params: { id },
        body: {
          fileId: await uploaded(person, 'voucher', await portrait()),
          paidOn: localDate('2026-11-23'),
          reference: `尾号转账 ${account}`,
        },
      });
    const [first] = (await claim()).receipts;
    const refused = { params: { id: first?.id ?? '' }, body: { reason: `账号${account}没有到款` } };
    await exam.finance.api.ok(orders.refuseTransfer, refused);
    const receipts = (await claim()).receipts;
    const receiptId = receipts.find(({ state }) => state === 'claimed')?.id ?? '';
    const order = await person.api.ok(orders.getOrder, { params: { id: applicationId } });
    await exam.finance.api.ok(orders.recordReceipt, {
      params: { id },
      body: { receiptId, method: 'transfer', amountFen: order.totalFen, paidOn: world.today(), reference: account },
    });
  }

  async function sit() {
    const params = { id: applicationId };
    const evidenceFileIds = [await uploaded(person, 'document', await portrait())];
    for (const accept of [false, true]) {
      const body = { employer: formerEmployer, phone: newPhone, reason: `已从${employer}离职`, evidenceFileIds };
      await person.api.ok(corrections.askCorrection, { params, body });
      const [asked] = (await person.api.ok(corrections.listCorrections, { params })).items;
      const decided = accept ? { accept } : { accept, reason: `请由${formerEmployer}出具证明` };
      await exam.reviewer.api.ok(corrections.decideCorrection, { params: { id: asked?.id ?? '' }, body: decided });
    }
    await world.moveTo('2026-12-07');
    await paperOf('ticket', person.api.file(sittings.downloadTicket, { params }));
    const ticket = await person.api.ok(sittings.getTicket, { params });
    await world.moveTo('2026-12-14');
    await exam.takeFilled({ [ticket.number]: { 理论知识: 88, 操作技能: 90 } });
    await world.moveTo('2026-12-18');
    await exam.publish();
    const asked = { subject: 'theory' as const, reason: `有疑问请打${phone}` };
    await person.api.ok(results.askScoreReview, { params, body: asked });
    const reviews = await exam.checker.api.ok(scoreReviewList.rows, { params: exam.params, query: {} });
    expect(reviews.items).toMatchObject([{ reason: asked.reason }]);
    const decided = { outcome: 'unchanged' as const, reason: `已打${phone}告知` };
    await exam.checker.api.ok(results.decideScoreReview, { params: { id: reviews.items[0]?.id ?? '' }, body: decided });
    await world.moveTo('2026-12-31');
    await issueCertificates(exam.publisher.api, exam.params.id);
    const issued = await exam.publisher.api.ok(certificateList.rows, { params: exam.params, query: {} });
    const replacing = { params: { id: issued.items[0]?.id ?? '' }, body: { reason: `${employer}来函更正` } };
    await exam.publisher.api.ok(certificates.replaceCertificate, replacing);
    await paperOf('certificate', person.api.file(certificates.downloadCertificate, { params }));
    await person.api.ok(personalData.requestExport, {});
    await world.runJobs();
  }

  /** What is refused, and what nobody expects, is written to the log. */
  async function goWrong() {
    await person.api.call(applications.saveApplication, {
      params: { id: applicationId },
      ifMatch: 1,
      body: { candidate: { employer, address, phone, documentNumber } },
    });
    const raw = (at: string, init?: RequestInit) => person.api.fetch(`${world.origin}/api/v1${at}`, init);
    await raw(`/${documentNumber}?q=${phone}`);
    await raw('/applications', { method: 'POST', body: `{"employer": "${employer}", "phone": "${phone}"` });
    vi.spyOn(world.db, 'read').mockRejectedValueOnce(new Error(`Duplicate entry '${documentNumber}' for key 'k'`));
    await raw('/applications');
  }

  it('leaves what was told in no table', async () => {
    expect((await leaksOfTables(world.db, look)).filter(isOfPeople)).toEqual([]);
  });

  // a server keeps its files to itself
  it.each(onServer ? [] : ['the database’s file and its log'])('leaves it not in %s', () => {
    const sexless = lookFor(planted.filter(({ what }) => what !== 'sex'));
    expect(leaksOfFiles(folder, sexless)).toEqual([]);
  });

  it('leaves it in no stored file, nothing temporary, and no line of the log', () => {
    for (const inside of onServer ? ['data', 'tmp'] : ['data/files', 'tmp'])
      expect(leaksOfFiles(path.join(folder, inside), look)).toEqual([]);
    expect(log).toContain('"level"');
    expect(look('log', Buffer.from(log))).toEqual([]);
  });

  it('leaves it in nothing that a paper says of itself', () => {
    expect(papers.map(([name, bytes]) => [name, bytes.subarray(0, 5).toString()])).toEqual(
      ['form', 'ticket', 'certificate'].map((name) => [name, '%PDF-']),
    );
    // what is drawn is packed, and meant to be read; the rest stands as it is
    for (const [name, bytes] of papers) expect(look(name, bytes)).toEqual([]);
  });

  it('would be found where one column is written as it was told', async () => {
    const told = JSON.stringify({ birthDate, employer, sex: 'female' });
    await world.db.tx((h) => h.run('UPDATE application SET fees = ? WHERE id = ?', [told, applicationId]));
    const found = (await leaksOfTables(world.db, look)).filter(isOfPeople);
    expect(found).toEqual(['birth date', 'sex', 'employer'].map((what) => ({ at: 'application.fees', what })));
    const inFiles = leaksOfFiles(folder, look).some(({ what }) => what === 'employer');
    expect(inFiles).toBe(!onServer);
  });
});
