import { CertificateToken } from '@jikaotong/shared/contract';
import type { Crypto } from '../../platform/crypto';

type Tokens = Pick<Crypto, 'tokens'>;

/** The QR of a certificate. */
export const signCertificate = ({ tokens }: Tokens, certificate: Omit<CertificateToken, 'kind'>): string =>
  tokens.sign(JSON.stringify({ kind: 'certificate', ...certificate } satisfies CertificateToken));

/** What a QR says, or null when it is not ours, not whole, or no certificate's. */
export function readCertificateToken({ tokens }: Tokens, token: string): CertificateToken | null {
  const payload = tokens.verify(token);
  if (payload === null) return null;
  // signed by us: a ticket's token parses as JSON and fails the schema
  const read = CertificateToken.safeParse(JSON.parse(payload));
  return read.success ? read.data : null;
}
