import {
  type BodyRole,
  type ReplyOf,
  accounts,
  applications,
  breachCases,
  certificates,
  collections,
  corrections,
  messages,
  objections,
  orders,
  results,
  retakes,
  sittings,
} from '@jikaotong/shared/contract';
import { certificateList } from '@jikaotong/shared/lists';
import { localDate } from '@jikaotong/shared/kernel';
import { portrait } from '../builders/photos';
import { handIn, uploaded } from './apply';
import { colleagueOf } from './counter';
import { issueCertificates } from './issue-certificates';
import { everythingChecked, examinationMarked } from './marking';
import { type SignedInPerson, equipBody, firstAdministrator } from './people';
import { readAll } from './read-all';
import { type World, openWorld } from './world';

/** Somebody with an application, by whose name lists find them. */
export type Examined = { readonly person: SignedInPerson; readonly id: string; readonly name: string };

type Marks = Readonly<Record<string, number | string>>;
type Severity = { readonly severity?: 'light' | 'serious' };

/** Everybody who works for one body, and what a story that walks all dates of a session does through their doors. */
export async function openNoticeStory(at: {
  readonly body: { readonly id: string; readonly name: string };
  readonly day: string;
  readonly time?: string;
}) {
  const { body } = at;
  const world: World = await openWorld(at);
  const administrator = await firstAdministrator(world, `${body.id}-admin`, body);
  await equipBody(world, administrator, body);
  const colleague = (name: string, ...roles: BodyRole[]) => colleagueOf(world, administrator, body.id, name, roles);
  const staff = {
    reviewer: await colleague('shenhe', 'reviewer'),
    finance: await colleague('caiwu', 'finance'),
    officer: await colleague('kaowu', 'exam-officer'),
    second: await colleague('kaowu2', 'exam-officer'),
    marker: await colleague('dengfen', 'score-officer'),
    checker: await colleague('fuhe', 'score-officer'),
    judge: await colleague('hecha', 'score-officer'),
    publisher: await colleague('fabu', 'publisher'),
  };

  const viewOf = ({ person, id }: Examined) => person.api.ok(applications.getApplication, { params: { id } });
  const orderOf = ({ person, id }: Examined) => person.api.ok(orders.getOrder, { params: { id } });
  const ticketOf = ({ person, id }: Examined) => person.api.ok(sittings.getTicket, { params: { id } });
  const certificateOf = ({ person, id }: Examined) => person.api.ok(certificates.getCertificate, { params: { id } });
  const rows = (sessionId: string) => readAll(staff.publisher.api, certificateList, sessionId);
  const certificateId = async (sessionId: string, one: Examined) => {
    const { number } = await certificateOf(one);
    return (await rows(sessionId)).find((row) => row.number === number)?.id ?? '';
  };
  const received = async (
    one: Examined,
    method: 'transfer' | 'cash' | 'cheque',
    paidOn: string = world.today(),
  ): Promise<void> => {
    const { id, totalFen: amountFen } = await orderOf(one);
    const receipt = { method, amountFen, paidOn: localDate(paidOn) };
    await staff.finance.api.ok(orders.recordReceipt, { params: { id }, body: receipt });
  };

  const approve = async ({ id }: Pick<Examined, 'id'>): Promise<void> => {
    const { version } = await staff.reviewer.api.ok(applications.getReview, { params: { id } });
    await staff.reviewer.api.ok(applications.approveApplication, { params: { id }, body: { version } });
  };
  const beginRetake = ({ person, id }: Examined, body: { sessionId: string; offeringCode: string }) =>
    person.api.call(retakes.beginRetake, { params: { id }, body });

  return {
    world,
    administrator,
    ...staff,
    viewOf,
    orderOf,
    ticketOf,
    certificateOf,
    rows,
    certificateId,
    received,
    stageOf: async (one: Examined) => (await viewOf(one)).progress.stage,
    /** The newest first. */
    toldTo: async ({ person }: Examined) => (await person.api.ok(messages.listMessages, { query: {} })).items,
    resultOf: ({ person, id }: Examined) => person.api.ok(results.getResult, { params: { id } }),
    approve,
    payByWechat: async (one: Examined): Promise<void> => {
      const params = { id: (await orderOf(one)).id };
      const { jsapi } = await one.person.api.ok(orders.startPayment, { params, body: { method: 'jsapi' } });
      await world.owner.requestPayment(jsapi ?? {});
      await one.person.api.ok(orders.queryPayment, { params });
    },
    /** The public list does not show a ticket that was revoked; whoever scans it hears so. */
    ticketState: async (qr: string) => (await world.stranger.ok(sittings.verifyTicket, { query: { token: qr } })).state,
    mark: async (sessionId: string, marks: ReadonlyMap<Examined, Marks>) => {
      const entries: Record<string, Marks> = {};
      for (const [one, points] of marks) entries[(await ticketOf(one)).number] = points;
      return examinationMarked(world, staff.marker, sessionId, entries);
    },
    /** Confirmed by another, then published. */
    publish: async (id: string) => {
      await everythingChecked(staff.checker, id);
      return staff.publisher.api.ok(results.publishResults, { params: { id }, body: {} });
    },
    issue: (sessionId: string) => issueCertificates(staff.publisher.api, sessionId),
    verify: async (number: string, name: string) =>
      world.stranger.ok(certificates.verifyCertificate, { query: { number, name } }),
    /** One asks for another name with evidence; staff accept, and publishers replace the certificate. */
    rename: async (sessionId: string, one: Examined, name: string) => {
      const old = await certificateId(sessionId, one);
      const evidenceFileIds = [await uploaded(one.person, 'document', await portrait())];
      const asked = { name, reason: '身份证上的姓名与证书不一致', evidenceFileIds };
      const { id } = await one.person.api.ok(corrections.askCorrection, { params: { id: one.id }, body: asked });
      await staff.reviewer.api.ok(corrections.decideCorrection, { params: { id }, body: { accept: true } });
      await staff.publisher.api.ok(certificates.replaceCertificate, {
        params: { id: old },
        body: { reason: '姓名按身份证更正' },
      });
    },
    makeVoid: async (sessionId: string, one: Examined, reason: string): Promise<string> => {
      const id = await certificateId(sessionId, one);
      await staff.publisher.api.ok(certificates.voidCertificate, { params: { id }, body: { reason } });
      return id;
    },
    /** Somebody without an account objects to a line of the public list, by a phone that a code proves. */
    objectTo: async (id: string, ticketNumber: string) => {
      const phone = '13911110001';
      world.clock.passWall(61_000);
      await world.stranger.ok(accounts.requestCode, { body: { phone } });
      const code = await world.owner.smsCode(phone);
      return world.stranger.call(objections.fileObjection, {
        params: { id },
        body: { ticketNumber, subject: 'identity', reasons: '照片不像本人，请核对', name: '举报人甲', phone, code },
      });
    },
    /** A ticket that may not be there yet. */
    askTicket: ({ person, id }: Examined) => person.api.call(sittings.getTicket, { params: { id } }),
    askReview: ({ person, id }: Examined, subject: 'theory' | 'skill') =>
      person.api.call(results.askScoreReview, { params: { id }, body: { subject, reason: '与估分差距较大' } }),
    previewCertificates: (id: string) => staff.publisher.api.call(certificates.previewCertificates, { params: { id } }),
    /** Why no retake is left; null while one is. */
    noRetake: async ({ person, id }: Examined) => (await person.api.ok(retakes.getRetake, { params: { id } })).no,
    beginRetake,
    /** Begun, signed, handed in and approved. */
    retake: async (one: Examined, body: { sessionId: string; offeringCode: string }): Promise<Examined> => {
      const draft = (await beginRetake(one, body)).data as { id: string; version: number };
      const signatureFileId = await uploaded(one.person, 'signature', await portrait());
      const change = { params: { id: draft.id }, ifMatch: draft.version, body: { signatureFileId } };
      await one.person.api.ok(applications.saveApplication, change);
      await handIn(one.person, draft.id);
      await approve(draft);
      return { ...one, id: draft.id };
    },
    choose: ({ person, id }: Examined, body: object) =>
      person.api.call(collections.chooseCollection, { params: { id }, body: body as never }),
    openBreach: ({ id }: Examined, body: object): Promise<{ code: string; data: unknown }> =>
      staff.officer.api.call(breachCases.openBreach, { params: { id }, body: body as never }),
    /** Told, heard, proposed by one and decided by another, on one day. */
    decideBreach: async (one: Examined, breachId: string, { severity }: Severity = {}) => {
      const params = { id: breachId };
      await staff.officer.api.ok(breachCases.notifyBreach, { params });
      await one.person.api.ok(breachCases.stateToBreach, { params, body: { words: '没有什么要说的' } });
      const body = { drops: false, reason: '监考记录和监控录像', ...(severity && { severity }) };
      await staff.officer.api.ok(breachCases.proposeBreach, { params, body });
      await staff.second.api.ok(breachCases.confirmBreach, { params, body: { agrees: true } });
      return one.person.api.ok(breachCases.getBreach, { params });
    },
  };
}
export type NoticeStory = Awaited<ReturnType<typeof openNoticeStory>>;

/** The id of a case that was opened. */
export const idIn = (answer: { readonly data: unknown }): string =>
  String((answer.data as ReplyOf<typeof breachCases.openBreach>).id);

/** A window as the day it opens and the day it closes. */
export const spansOf = (windows: readonly { kind: string; opens: string | null; closes: string | null }[]) =>
  Object.fromEntries(windows.map(({ kind, opens, closes }) => [kind, [opens, closes]]));
