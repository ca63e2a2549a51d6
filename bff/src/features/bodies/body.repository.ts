import type { CertificatePrefix } from '@jikaotong/shared/rules/numbering';
import { DEFAULT_TICKET_PATTERN } from '@jikaotong/shared/rules/numbering';
import type { Crypto, Place } from '../../platform/crypto';
import { type Handle, findLocked, insert, newId, updateWhere } from '../../platform/db';
import { type Body, type MerchantRow, bodyRecord, merchantRecord } from './body.record';

export type { Body };

export const findBody = (h: Handle, bodyId: string): Promise<Body | null> =>
  h.repo(bodyRecord).findOneBy({ id: bodyId });

export const listBodies = (h: Handle): Promise<Body[]> => h.repo(bodyRecord).find({ order: { id: 'ASC' } });

/** The body, locked until the transaction ends: whoever counts its administrators or numbers waits here. */
export const findBodyLocked = (h: Handle, bodyId: string): Promise<Body | null> =>
  findLocked(h, bodyRecord, { id: bodyId });

/** Adds a body with the usual ticket pattern and no certificate prefix, unless it is there. */
export async function addBodyIfAbsent(h: Handle, body: { id: string; name: string; nowMs: number }): Promise<void> {
  if (await h.repo(bodyRecord).existsBy({ id: body.id })) return;
  await insert(h, bodyRecord, {
    id: body.id,
    name: body.name,
    ticketNumberPattern: DEFAULT_TICKET_PATTERN,
    certificatePrefix: null,
    sealFileId: null,
    merchantId: null,
    textMessagesOff: false,
    textMessagesAMonth: null,
    graceMinutes: null,
    publicityShows: null,
    demonstration: false,
    createdAt: body.nowMs,
  });
}

/** Numbers that stand for no filing, so that a demonstration can issue; a body with a prefix of its own keeps it. */
export const markDemonstration = (h: Handle, bodyId: string, certificatePrefix: CertificatePrefix): Promise<number> =>
  updateWhere(h, bodyRecord, { id: bodyId, demonstration: false }, { demonstration: true, certificatePrefix });

export const setNumbers = (
  h: Handle,
  bodyId: string,
  numbers: Partial<Pick<Body, 'ticketNumberPattern' | 'certificatePrefix' | 'graceMinutes' | 'publicityShows'>>,
): Promise<number> => updateWhere(h, bodyRecord, { id: bodyId }, numbers);

/** Whether a body sends SMS, and how many a month at most. */
export const setTextMessages = (
  h: Handle,
  bodyId: string,
  set: Pick<Body, 'textMessagesOff' | 'textMessagesAMonth'>,
): Promise<number> => updateWhere(h, bodyRecord, { id: bodyId }, set);

export const setSealFile = (h: Handle, bodyId: string, sealFileId: string): Promise<number> =>
  updateWhere(h, bodyRecord, { id: bodyId }, { sealFileId });

/** A merchant with its keys in the clear; keep it in memory only. */
export type Merchant = {
  readonly id: string;
  readonly bodyId: string;
  readonly mchid: string;
  readonly serial: string;
  readonly privateKeyPem: string;
  readonly apiV3Key: string;
  /** The key that staff entered with it, then those that they entered for the same number before and since. */
  readonly platformKeys: readonly [PlatformKey, ...PlatformKey[]];
};
type PlatformKey = { readonly id: string; readonly pem: string };
type GivenMerchant = Omit<Merchant, 'id' | 'platformKeys'> & {
  readonly platformKeyId: string;
  readonly platformKeyPem: string;
};

/** Gives a body a merchant; attempts made with the one before keep theirs. */
export async function addMerchant(
  h: Handle,
  crypto: Crypto,
  given: GivenMerchant & { nowMs: number },
): Promise<string> {
  const id = newId();
  await insert(h, merchantRecord, {
    id,
    bodyId: given.bodyId,
    mchid: given.mchid,
    serial: given.serial,
    privateKey: crypto.encryptField(placeOf('private_key', id), given.privateKeyPem),
    apiV3Key: crypto.encryptField(placeOf('api_v3_key', id), given.apiV3Key),
    platformKeyId: given.platformKeyId,
    platformKeyPem: given.platformKeyPem,
    createdAt: given.nowMs,
  });
  await updateWhere(h, bodyRecord, { id: given.bodyId }, { merchantId: id });
  return id;
}

/**
 * The merchant an attempt was made with, by its id; null when there is none. The platform changes its keys for a number,
 * not for a row of ours: while it does, what either key signed is believed, of old attempts and of new ones.
 */
export async function findMerchant(h: Handle, crypto: Crypto, merchantId: string): Promise<Merchant | null> {
  const row = await h.repo(merchantRecord).findOneBy({ id: merchantId });
  if (!row) return null;
  const { bodyId, mchid } = row;
  const others = await h.repo(merchantRecord).find({
    select: { id: true, platformKeyId: true, platformKeyPem: true },
    where: { bodyId, mchid },
    order: { id: 'DESC' },
  });
  return opened(crypto, row, others.filter(({ platformKeyId }) => platformKeyId !== row.platformKeyId).map(keyOf));
}

/** The merchant a body takes money with now; null until staff enter one. */
export async function findMerchantOf(h: Handle, crypto: Crypto, bodyId: string): Promise<Merchant | null> {
  const body = await findBody(h, bodyId);
  return body?.merchantId ? findMerchant(h, crypto, body.merchantId) : null;
}

/** The public part of a body's present merchant. */
export async function findMerchantRow(h: Handle, body: Body): Promise<Pick<Merchant, 'mchid' | 'serial'> | null> {
  if (body.merchantId === null) return null;
  const row: MerchantRow | null = await h.repo(merchantRecord).findOneBy({ id: body.merchantId });
  return row;
}

const keyOf = ({ platformKeyId, platformKeyPem }: MerchantRow): PlatformKey => ({
  id: platformKeyId,
  pem: platformKeyPem,
});

const opened = (crypto: Crypto, row: MerchantRow, others: readonly PlatformKey[]): Merchant => ({
  id: row.id,
  bodyId: row.bodyId,
  mchid: row.mchid,
  serial: row.serial,
  privateKeyPem: crypto.decryptField(placeOf('private_key', row.id), row.privateKey),
  apiV3Key: crypto.decryptField(placeOf('api_v3_key', row.id), row.apiV3Key),
  platformKeys: [keyOf(row), ...others],
});

const placeOf = (column: string, row: string): Place => ({ table: 'merchant', column, row });
