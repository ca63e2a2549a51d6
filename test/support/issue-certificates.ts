import { type ReplyOf, certificates } from '@jikaotong/shared/contract';
import type { ApiClient } from './api-client';

/** What a publisher does on screen: looks at what issuing would do, and issues just that, without a seal if there is none. */
export async function issueCertificates(
  api: ApiClient,
  sessionId: string,
): Promise<ReplyOf<typeof certificates.issueCertificates>> {
  const params = { id: sessionId };
  const { candidates, sealed } = await api.ok(certificates.previewCertificates, { params });
  return api.ok(certificates.issueCertificates, { params, body: { candidates, withoutSeal: !sealed } });
}
