import type { HandOver } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Handle } from '../../platform/db';
import type { Certificate } from './certificate.record';
import { handOverOf } from './collection.policy';
import { findCollections, issuedTo } from './collection.repository';

export type GroupCertificate = {
  readonly certificate: Certificate;
  readonly handOver: HandOver;
  readonly collectedOn: LocalDate | null;
};

/** The certificates of a session that hold, of these candidates alone, by candidate. */
export async function handOversOf(
  h: Handle,
  of: { readonly sessionId: string; readonly candidateIds: readonly string[] },
): Promise<ReadonlyMap<string, GroupCertificate>> {
  const certificates = await issuedTo(h, of);
  const collections = new Map(
    (
      await findCollections(
        h,
        certificates.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  );
  return new Map(
    certificates.flatMap((certificate) => {
      const collection = collections.get(certificate.id);
      return collection
        ? [
            [
              certificate.candidateId,
              { certificate, handOver: handOverOf(collection), collectedOn: collection.collectedOn },
            ],
          ]
        : [];
    }),
  );
}
