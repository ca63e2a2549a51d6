import { sessions } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { addMerchant, findBody, findMerchantOf, markDemonstration } from '@jikaotong/bff/features/bodies';
import { findNotice, loadCalendar } from '@jikaotong/bff/features/notices';
import { type Config } from '@jikaotong/bff/platform/config';
import { cryptoOf } from '@jikaotong/bff/platform/crypto';
import type { RunningServer } from '../../bff/src/open-server';
import type { SandboxSecrets } from '../sandbox';
import { planSession } from './plan-session';
import { addDemonstrationStaff } from './staff';
import { signInStaff } from './staff-client';

const NOTICE_ID = 'bspia-2026-certification';
const BODY_ID = 'bspia';
/** No filed numbers: body code 0000 and site 000001 stand for a demonstration. */
const CERTIFICATE_PREFIX = { letter: 'S', bodyCode: '0000', province: '11', site: '000001' };

/**
 * Gives the body what it needs to work: the sandbox's merchant, numbers, staff; and a session. Repeats nothing; false
 * when the notice has no session around this day.
 */
export async function prepareDemonstration(
  server: RunningServer,
  given: { config: Config; secrets: SandboxSecrets; password: string },
): Promise<boolean> {
  const crypto = cryptoOf(given.config);
  const nowMs = server.clock.businessNow();
  const [merchant] = given.secrets.merchants;
  if (!merchant) throw new Error('the sandbox has no merchant');
  const body = await server.db.tx(async (h) => {
    await markDemonstration(h, BODY_ID, CERTIFICATE_PREFIX);
    const known = await findMerchantOf(h, crypto, BODY_ID);
    if (known?.mchid !== merchant.mchid) await addMerchant(h, crypto, { ...merchant, bodyId: BODY_ID, nowMs });
    const found = await findBody(h, BODY_ID);
    if (!found) throw new Error(`no body ${BODY_ID}`);
    return found;
  });
  await addDemonstrationStaff(server.db, { body, password: given.password, nowMs });
  return openSession(server, given.password);
}

/** The session goes the way of any other: planned, placed, confirmed and published by the exam officer. */
async function openSession(server: RunningServer, password: string): Promise<boolean> {
  const officer = await signInStaff(server.url, 'kaowu', password);
  const existing = await officer(sessions.listStaffSessions, {});
  if (existing.items.length > 0) return true;
  const planned = await server.db.read(async (h) => {
    const found = await findNotice(h, NOTICE_ID);
    if (!found) throw new Error(`no notice ${NOTICE_ID}`);
    return planSession(found.notice, dayAt(server.clock.businessNow()), await loadCalendar(h));
  });
  if (!planned) return false;
  const { id, assumptions } = await officer(sessions.createSession, { body: planned.plan });
  await officer(sessions.setSessionPlaces, { id, body: planned.places });
  await officer(sessions.confirmWindows, { id, body: { assumptions: assumptions.map(({ path }) => path) } });
  await officer(sessions.publishSession, { id });
  return true;
}
