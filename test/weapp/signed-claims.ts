import { verifyAsync } from '@noble/ed25519';

/** What a signed token says, or null when none of the public keys (hex, by id) confirms it. Needs no network. */
export const signedClaims = async (token: string, keys: Readonly<Record<string, string>>): Promise<unknown> => {
  const [version = '', keyId = '', payload = '', signature = ''] = token.split('.');
  const key = keys[keyId];
  if (!key) return null;
  const signed = Buffer.from(`${version}.${keyId}.${payload}`);
  const holds = await verifyAsync(Buffer.from(signature, 'base64url'), signed, Buffer.from(key, 'hex'));
  return holds ? JSON.parse(Buffer.from(payload, 'base64url').toString()) : null;
};
