import type { BodyOf, CollectionMethod, CollectionNotice, collections as contract } from '@jikaotong/shared/contract';
import { addDays, instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import type { CertificateRule } from '@jikaotong/shared/notice';
import { isName, normaliseName, parseIdentityNumber } from '@jikaotong/shared/rules/identity';
import type { Handle } from '../../platform/db';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { tellAccount } from '../../platform/outbox';
import { accountsOf } from '../candidates';
import { loadNoticeVersion } from '../notices';
import { findSession } from '../sessions';
import type { Certificate } from './certificate.record';
import { certificateWords } from './certificate.record';
import { judgeOnHand, judgeWay } from './collection.policy';
import { type Collection, collectionWords } from './collection.record';
import {
  beginAgain,
  changeOnHand,
  findCollection,
  noteCollected,
  noteDuplicate,
  noteRegistered,
  takeBackCollected,
  takeBackRegistered,
} from './collection.repository';
import { UNCOLLECTED_JOB } from './job-kinds';

type Choice = BodyOf<typeof contract.chooseCollection>;
type HandOver = BodyOf<typeof contract.handOverCertificate>;
type Agent = Extract<Choice, { method: 'agent-letter' }>['agent'];

/** When whoever has not fetched it is reminded, in days after they were told, and before the last day. */
const REMIND_AFTER_DAYS = 30;
const REMIND_BEFORE_DAYS = 3;

/** The ways that the notice of a session prints. */
export async function waysOf(h: Handle, sessionId: string): Promise<CertificateRule['collection']> {
  const session = await findSession(h, sessionId);
  if (!session) throw new Error(`session ${sessionId} is gone`);
  return (await loadNoticeVersion(h, session.noticeVersionId)).notice.certificate?.collection ?? [];
}

/** How the candidate wants it. Refuses `wrong-state`, `collection-not-offered`, `identity-refused`. */
export async function choose(ctx: Context, certificate: Certificate, wanted: Choice): Promise<void> {
  const { id } = certificate;
  refuseWhen(judgeOnHand(certificate, await findCollection(ctx.h, id)));
  refuseWhen(judgeWay(await waysOf(ctx.h, certificate.sessionId), wanted.method));
  const set: Partial<Collection> = { ...NOBODY, method: wanted.method, askedAt: ctx.now.ms };
  if (wanted.method === 'courier') {
    const { recipient, phone, address } = wanted.delivery;
    const seal = sealerOf(ctx, id);
    Object.assign(set, {
      recipient: seal('recipient', recipient),
      phone: seal('phone', phone),
      address: seal('address', address),
    });
  }
  if (wanted.method === 'agent-letter') Object.assign(set, agentColumns(ctx, certificate, wanted.agent));
  if (!(await changeOnHand(ctx.h, id, set))) refuse('wrong-state', { state: 'certificate-collected' });
  ctx.audit('collection-chosen', { certificateId: id }, { method: wanted.method });
}

/** Hands it over at the counter, once. Refuses `wrong-state`, `collection-not-offered`, `identity-refused`. */
export async function handOver(
  ctx: Context,
  certificate: Certificate,
  { given, accountId }: { readonly given: HandOver; readonly accountId: string },
): Promise<void> {
  refuseWhen(judgeWay(await waysOf(ctx.h, certificate.sessionId), given.method));
  const agent = given.method === 'agent-letter' ? agentColumns(ctx, certificate, given.agent) : {};
  await collected(ctx, certificate, { method: given.method, accountId, set: agent });
}

type Taking = {
  readonly method: CollectionMethod;
  readonly accountId: string;
  readonly set?: Partial<Collection>;
};

/** Notes that somebody has it. Refuses `wrong-state` for a void one and the second time. */
export async function collected(ctx: Context, certificate: Certificate, taking: Taking): Promise<void> {
  const { id, state } = certificate;
  if (state !== 'issued') refuse('wrong-state', { state: 'certificate-void' });
  const { method, accountId, set = {} } = taking;
  const taken = { ...set, method, collectedOn: ctx.now.day, collectedBy: accountId };
  if (!(await noteCollected(ctx.h, id, taken))) refuse('wrong-state', { state: 'certificate-collected' });
  ctx.audit('certificate-handed-over', { certificateId: id }, { method });
  await tellHolder(ctx, certificate, 'certificate-collected', { agent: method === 'agent-letter' ? 1 : null });
}

/** Takes that back, of a mistake. Refuses `wrong-state`. */
export async function uncollect(ctx: Context, { id }: Certificate): Promise<void> {
  const { collectedOn } = await findCollection(ctx.h, id);
  if (!(await takeBackCollected(ctx.h, id, collectedOn))) refuse('wrong-state', { state: 'certificate-on-hand' });
  ctx.audit('certificate-taken-back', { certificateId: id });
}

/** Sends 领证通知, again too, and has whoever does not come reminded. Refuses `wrong-state` for what is in the hand or void. */
export async function tellReady(ctx: Context, certificate: Certificate, notice: CollectionNotice): Promise<void> {
  const { id } = certificate;
  refuseWhen(judgeOnHand(certificate, await findCollection(ctx.h, id)));
  if (!(await changeOnHand(ctx.h, id, { notice, toldAt: ctx.now.ms })))
    refuse('wrong-state', { state: 'certificate-collected' });
  ctx.audit('certificate-notice-sent', { certificateId: id });
  const { from, until = null, place, hours, note = null } = notice;
  await tellHolder(ctx, certificate, 'certificate-ready', { from, until, place, hours, note });
  const days = [
    addDays(ctx.now.day, REMIND_AFTER_DAYS),
    ...(until === null ? [] : [addDays(until, -REMIND_BEFORE_DAYS)]),
  ].filter((day) => day > ctx.now.day && day >= from && (until === null || day <= until));
  for (const day of new Set(days))
    await enqueue(ctx.h, {
      kind: UNCOLLECTED_JOB,
      key: `${id}:${ctx.now.ms}:${day}`,
      dueMs: instantAt(day, timeOfDay('09:00')),
      payload: { certificateId: id, toldAt: ctx.now.ms },
    });
}

/** Notes the parcel. Refuses `wrong-state` where no address was given or it is gone, `parcel-day-wrong`. */
export async function send(
  ctx: Context,
  certificate: Certificate,
  parcel: BodyOf<typeof contract.sendCertificate>,
): Promise<void> {
  const { id } = certificate;
  const collection = await findCollection(ctx.h, id);
  refuseWhen(judgeOnHand(certificate, collection));
  if (collection.method !== 'courier') refuse('wrong-state', { state: 'certificate-without-address' });
  if (parcel.sentOn > ctx.now.day || parcel.sentOn < certificate.issuedOn)
    refuse('parcel-day-wrong', { earliest: certificate.issuedOn, latest: ctx.now.day });
  if (!(await changeOnHand(ctx.h, id, parcel))) refuse('wrong-state', { state: 'certificate-sent' });
  ctx.audit('certificate-sent', { certificateId: id });
  const { carrier, trackingNumber } = parcel;
  await tellHolder(ctx, certificate, 'certificate-sent', { carrier, trackingNumber });
}

/** Prints it again under its number. Refuses `wrong-state` for a void one, `changed-meanwhile`. */
export async function duplicate(
  ctx: Context,
  certificate: Certificate,
  { reason, duplicates, accountId }: { reason: string; duplicates: number; accountId: string },
): Promise<void> {
  const { id, state, number } = certificate;
  if (state !== 'issued') refuse('wrong-state', { state: 'certificate-void' });
  const set = {
    duplicatedOn: ctx.now.day,
    duplicatedBy: accountId,
    duplicateReason: certificateWords.seal(ctx.ports.crypto, id, 'duplicateReason', reason),
  };
  if (!(await noteDuplicate(ctx.h, { id, duplicates }, set))) refuse('changed-meanwhile');
  await beginAgain(ctx.h, id);
  ctx.audit('certificate-duplicated', { certificateId: id });
  await tellHolder(ctx, certificate, 'certificate-duplicated', { number, reason });
}

/** The official look-up shows it. Refuses `wrong-state` where that stands already. */
export async function register(ctx: Context, certificate: Certificate, accountId: string): Promise<void> {
  if (!(await noteRegistered(ctx.h, certificate.id, { on: ctx.now.day, accountId })))
    refuse('wrong-state', { state: certificate.state === 'issued' ? 'certificate-registered' : 'certificate-void' });
  ctx.audit('certificate-registered', { certificateId: certificate.id });
  await tellHolder(ctx, certificate, 'certificate-registered', {});
}

export async function unregister(ctx: Context, certificate: Certificate): Promise<void> {
  if (!(await takeBackRegistered(ctx.h, certificate))) refuse('wrong-state', { state: 'certificate-unregistered' });
  ctx.audit('certificate-unregistered', { certificateId: certificate.id });
}

/** Tells whoever holds it. */
export async function tellHolder(
  ctx: Context,
  { candidateId }: Pick<Certificate, 'candidateId'>,
  code: Parameters<typeof tellAccount>[1]['code'],
  data: Parameters<typeof tellAccount>[1]['data'],
): Promise<void> {
  const accountId = (await accountsOf(ctx.h, [candidateId])).get(candidateId) ?? null;
  await tellAccount(ctx, { accountId, candidateId, code, data });
}

const NOBODY = {
  recipient: null,
  phone: null,
  address: null,
  agentDocumentType: null,
  agentDocumentNumber: null,
} as const;

const sealerOf =
  ({ ports }: Pick<Context, 'ports'>, id: string) =>
  (column: keyof Sealed, said: string) =>
    collectionWords.seal(ports.crypto, id, column, said);
type Sealed = Pick<Collection, 'recipient' | 'phone' | 'address' | 'agentDocumentNumber'>;

/** Who of a unit fetched it, and signed on its list. */
export const recipientIn = (ctx: Pick<Context, 'ports'>, { id }: Certificate, name: string): Partial<Collection> => ({
  ...NOBODY,
  recipient: sealerOf(ctx, id)('recipient', normaliseName(name)),
});

/** The agent, whose document must be one; a holder is nobody's agent. */
function agentColumns(ctx: Context, certificate: Certificate, agent: Agent): Partial<Collection> {
  const parsed = parseIdentityNumber(agent.documentType, agent.documentNumber, ctx.now.day);
  if (!parsed.ok) refuse('identity-refused', { faults: [parsed.error] });
  const name = normaliseName(agent.name);
  if (!isName(name)) refuse('identity-refused', { faults: [{ code: 'identity-name-form', data: {} }] });
  const seal = sealerOf(ctx, certificate.id);
  return {
    recipient: seal('recipient', name),
    agentDocumentType: agent.documentType,
    agentDocumentNumber: seal('agentDocumentNumber', agent.documentNumber),
  };
}
