import { createPrivateKey, createPublicKey } from 'node:crypto';

/** The fields of a merchant's keys that are no RSA keys; empty when both read. The keys themselves are never repeated. */
export function faultyKeys(keys: { readonly privateKeyPem: string; readonly platformKeyPem: string }): string[] {
  return [
    ...(isRsa(() => createPrivateKey(keys.privateKeyPem)) ? [] : ['body.privateKeyPem']),
    ...(isRsa(() => createPublicKey(keys.platformKeyPem)) ? [] : ['body.platformKeyPem']),
  ];
}

function isRsa(read: () => { asymmetricKeyType?: string | undefined }): boolean {
  try {
    return read().asymmetricKeyType === 'rsa';
  } catch {
    // OpenSSL says "not a key" by throwing
    return false;
  }
}
