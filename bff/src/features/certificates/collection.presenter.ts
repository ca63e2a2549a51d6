import type { CollectionView, StaffCollectionView } from '@jikaotong/shared/contract';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import type { Crypto } from '../../platform/crypto';
import type { Context } from '../../platform/http';
import type { Certificate } from './certificate.record';
import { documentNumberOf } from './certificate.repository';
import { waysOf } from './collect';
import { handOverOf } from './collection.policy';
import { type Collection, collectionWords } from './collection.record';
import { findCollection } from './collection.repository';
import { presentForStaff } from './staff-certificate.presenter';

/** The way of a certificate into the hand, for whoever holds it. */
export async function presentCollection(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  certificate: Certificate,
): Promise<CollectionView> {
  const collection = await findCollection(h, certificate.id);
  const agent = agentOf(ports.crypto, collection);
  return {
    number: certificate.number,
    handOver: handOverOf(collection),
    ways: (await waysOf(h, certificate.sessionId)).map(({ method, text, source }) => ({ method, text, source })),
    notice: collection.notice,
    method: collection.method,
    delivery: deliveryOf(ports.crypto, collection),
    agent: agent && {
      name: agent.name,
      documentType: agent.documentType,
      documentNumberMasked: maskNumber(agent.documentNumber),
    },
    parcel: parcelOf(collection),
    collectedOn: collection.collectedOn,
  };
}

/** The same for staff at the counter, who hold the documents against it. */
export async function presentStaffCollection(
  ctx: Pick<Context, 'h' | 'ports'>,
  certificate: Certificate,
): Promise<StaffCollectionView> {
  const { crypto } = ctx.ports;
  const collection = await findCollection(ctx.h, certificate.id);
  const { state, documentType, duplicates, duplicatedOn, registeredOn } = certificate;
  return {
    ...(await presentForStaff(ctx, certificate)),
    handOver: state === 'issued' ? handOverOf(collection) : null,
    method: collection.method,
    ways: (await waysOf(ctx.h, certificate.sessionId)).map(({ method }) => method),
    delivery: deliveryOf(crypto, collection),
    agent: agentOf(crypto, collection),
    parcel: parcelOf(collection),
    collectedOn: collection.collectedOn,
    documentType,
    documentNumberMasked: maskNumber(documentNumberOf(crypto, certificate)),
    duplicates,
    duplicatedOn,
    registeredOn,
  };
}

export function deliveryOf(crypto: Crypto, collection: Collection): CollectionView['delivery'] {
  const phone = collectionWords.openIf(crypto, collection, 'phone');
  const address = collectionWords.openIf(crypto, collection, 'address');
  const recipient = collectionWords.openIf(crypto, collection, 'recipient');
  return recipient === null || phone === null || address === null ? null : { recipient, phone, address };
}

export function agentOf(crypto: Crypto, collection: Collection): StaffCollectionView['agent'] {
  const { agentDocumentType: documentType } = collection;
  const name = collectionWords.openIf(crypto, collection, 'recipient');
  const documentNumber = collectionWords.openIf(crypto, collection, 'agentDocumentNumber');
  return name === null || documentType === null || documentNumber === null
    ? null
    : { name, documentType, documentNumber };
}

const parcelOf = ({ carrier, trackingNumber, sentOn }: Collection): CollectionView['parcel'] =>
  carrier === null || trackingNumber === null || sentOn === null ? null : { carrier, trackingNumber, sentOn };
