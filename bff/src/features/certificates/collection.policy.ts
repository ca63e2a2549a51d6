import type { CollectionMethod, HandOver } from '@jikaotong/shared/contract';
import { printedClause } from '@jikaotong/shared/kernel';
import type { CertificateRule } from '@jikaotong/shared/notice';
import type { Refused } from '../../platform/http';
import type { Certificate } from './certificate.record';
import type { UnitsFetching } from './certificate.repository';
import type { Collection } from './collection.record';

type Standing = Pick<Collection, 'toldAt' | 'method' | 'sentOn' | 'collectedOn'>;

/** How far the paper is. The list computes the same in SQL (`HAND_OVER`). */
export function handOverOf({ toldAt, method, sentOn, collectedOn }: Standing): HandOver {
  if (collectedOn !== null) return 'collected';
  if (sentOn !== null) return 'sent';
  if (method === 'courier') return 'to-send';
  return toldAt === null ? 'untold' : 'waiting';
}

/** Whether the paper can still go another way: its certificate holds, and it was neither handed over nor sent. */
export function judgeOnHand({ state }: Pick<Certificate, 'state'>, collection: Standing): Refused | null {
  if (state !== 'issued') return { refused: 'wrong-state', data: { state: 'certificate-void' } };
  const handOver = handOverOf(collection);
  return handOver === 'collected' || handOver === 'sent'
    ? { refused: 'wrong-state', data: { state: `certificate-${handOver}` } }
    : null;
}

/** An agent signs for one unit: the one of the first certificate of the choice that has any. */
export function judgeUnitList({ own, first }: UnitsFetching): Refused | null {
  if (own === null) return { refused: 'wrong-state', data: { state: 'certificate-of-no-unit' } };
  return own === first ? null : { refused: 'wrong-state', data: { state: 'certificate-of-other-unit' } };
}

/** Only ways that the notice prints are offered; the refusal names them and their clause. */
export function judgeWay(ways: CertificateRule['collection'], wanted: CollectionMethod): Refused | null {
  if (ways.some(({ method }) => method === wanted)) return null;
  const clause = ways.map(({ source }) => printedClause(source)).find((one) => one !== null) ?? null;
  return { refused: 'collection-not-offered', data: { ways: ways.map(({ text }) => text), ...(clause && { clause }) } };
}
