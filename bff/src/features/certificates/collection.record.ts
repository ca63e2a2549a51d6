import type { CollectionMethod, CollectionNotice } from '@jikaotong/shared/contract';
import type { DocumentType } from '@jikaotong/shared/notice';
import { wordsIn } from '../../platform/crypto';
import { type Row, day, id, instant, json, nullable, record, ref, sealedText, text, word } from '../../platform/db';

/**
 * How the paper of a certificate gets into the hand: a row beside each certificate, under its id, for it goes when its time
 * is over and the register stays.
 */
export const collectionRecord = record(
  'certificate_collection',
  {
    /** The certificate's. */
    id: id(),
    candidateId: ref(),
    /** When 领证通知 went out last, and what it said. */
    toldAt: nullable(instant()),
    notice: nullable(json<CollectionNotice>()),
    /** As the candidate wants it, or as it was handed over. */
    method: nullable(word<CollectionMethod>(24)),
    askedAt: nullable(instant()),
    /** Who takes the parcel, or the agent with the letter. */
    recipient: nullable(sealedText(60)),
    phone: nullable(sealedText(20)),
    address: nullable(sealedText(200)),
    agentDocumentType: nullable(word<DocumentType>(40)),
    agentDocumentNumber: nullable(sealedText(40)),
    carrier: nullable(text(40)),
    trackingNumber: nullable(text(40)),
    sentOn: nullable(day()),
    collectedOn: nullable(day()),
    collectedBy: nullable(ref()),
  },
  {
    index: { ix_certificate_collection_candidate: ['candidateId'] },
    foreign: { fk_certificate_collection: { column: 'id', references: 'certificate', onDelete: 'RESTRICT' } },
  },
);
export type Collection = Row<typeof collectionRecord>;

/** Who gets it, where, and by which document. */
export const collectionWords = wordsIn<'recipient' | 'phone' | 'address' | 'agentDocumentNumber'>(
  'certificate_collection',
);
