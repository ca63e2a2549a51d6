import { sittings } from '@jikaotong/shared/contract';
import * as z from 'zod/mini';
import { call, keep, readKept } from '../../platform';
import type { Keys } from './check-signature';

const KEY = 'verification-keys';

/** The public keys as last heard; they are public, so the phone keeps them for a day without a network. */
export async function verificationKeys(): Promise<Keys> {
  const reply = await call(sittings.getVerificationKeys, {});
  if (reply.ok) keep(KEY, reply.data.keys);
  return reply.ok ? reply.data.keys : keptVerificationKeys();
}

/** Those that this phone has heard of, without asking. */
export const keptVerificationKeys = (): Keys => readKept(KEY, z.record(z.string(), z.string())) ?? {};
