import { sessions } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { findStaff } from '@jikaotong/bff/features/accounts';
import { addMerchant, findBody, findMerchantOf, markDemonstration } from '@jikaotong/bff/features/bodies';
import { findNotice, listNoticeRows, loadCalendar } from '@jikaotong/bff/features/notices';
import { type Config } from '@jikaotong/bff/platform/config';
import { cryptoOf } from '@jikaotong/bff/platform/crypto';
import type { Handle } from '@jikaotong/bff/platform/db';
import type { RunningServer } from '../../bff/src/open-server';
import type { SandboxSecrets } from '../sandbox';
import { DEMONSTRATION_BODIES, type DemonstrationBody, demonstrationBodiesOn } from './demonstration-bodies';
import { planSession } from './plan-session';
import { addDemonstrationStaff, staffNameOf } from './staff';
import { signInStaff } from '../http-client';

type Given = { readonly config: Config; readonly secrets: SandboxSecrets; readonly password: string };

/** A body at work, and its sessions by name; none where its notice has nothing around this day. */
export type BodyAtWork = { readonly id: string; readonly name: string; readonly sessions: readonly string[] };

/**
 * Gives every body that works on this day what it needs: a merchant of the sandbox, numbers, staff; and a session.
 * Repeats nothing.
 */
export async function prepareDemonstration(server: RunningServer, given: Given): Promise<readonly BodyAtWork[]> {
  const present = await server.db.read((h) => presentBodies(h, server.clock.businessNow()));
  const atWork = [];
  for (const demonstrationBody of present) {
    const body = await prepareBody(server, demonstrationBody, given);
    atWork.push({ ...body, sessions: await openSession(server, demonstrationBody, given.password) });
  }
  return atWork;
}

async function presentBodies(h: Handle, nowMs: number): Promise<readonly DemonstrationBody[]> {
  const notices = [];
  for (const { id } of await listNoticeRows(h)) {
    const found = await findNotice(h, id);
    if (found) notices.push(found.notice);
  }
  const here = new Set<string>();
  for (const { bodyId } of DEMONSTRATION_BODIES)
    if (await findStaff(h, staffNameOf(bodyId, 'exam-officer'))) here.add(bodyId);
  return demonstrationBodiesOn(notices, dayAt(nowMs), (bodyId) => here.has(bodyId));
}

async function prepareBody(
  server: RunningServer,
  demonstrationBody: DemonstrationBody,
  { config, secrets, password }: Given,
) {
  const { bodyId, certificatePrefix } = demonstrationBody;
  const crypto = cryptoOf(config);
  const nowMs = server.clock.businessNow();
  // each body is paid by a merchant of its own; a sandbox from before there were several has one
  const merchant = secrets.merchants[DEMONSTRATION_BODIES.indexOf(demonstrationBody)];
  const body = await server.db.tx(async (h) => {
    await markDemonstration(h, bodyId, certificatePrefix);
    const known = await findMerchantOf(h, crypto, bodyId);
    if (merchant && known?.mchid !== merchant.mchid) await addMerchant(h, crypto, { ...merchant, bodyId, nowMs });
    const found = await findBody(h, bodyId);
    if (!found) throw new Error(`no body ${bodyId}`);
    return { id: found.id, name: found.name };
  });
  await addDemonstrationStaff(server.db, { body, password, nowMs });
  return body;
}

/** The session goes the way of any other: planned, placed, confirmed and published by the exam officer. */
async function openSession(
  server: RunningServer,
  body: DemonstrationBody,
  password: string,
): Promise<readonly string[]> {
  const officer = await signInStaff(server.url, staffNameOf(body.bodyId, 'exam-officer'), password);
  const existing = await officer(sessions.listStaffSessions, {});
  if (existing.items.length > 0) return existing.items.map(({ name }) => name);
  const planned = await server.db.read(async (h) => {
    const found = await findNotice(h, body.noticeId);
    if (!found) throw new Error(`no notice ${body.noticeId}`);
    return planSession(found.notice, dayAt(server.clock.businessNow()), await loadCalendar(h), body.site);
  });
  if (!planned) return [];
  const { id, assumptions } = await officer(sessions.createSession, { body: planned.plan });
  await officer(sessions.setSessionPlaces, { params: { id }, body: planned.places });
  await officer(sessions.confirmWindows, {
    params: { id },
    body: { assumptions: assumptions.map(({ path }) => path) },
  });
  await officer(sessions.publishSession, { params: { id } });
  return [planned.plan.name];
}
