import type { CertificatePrefix } from '@jikaotong/shared/rules/numbering';
import {
  type Row,
  bool,
  encrypted,
  id,
  instant,
  int,
  json,
  longText,
  nullable,
  record,
  ref,
  text,
  word,
} from '../../platform/db';

/** An association that certifies: its numbers, seal and present merchant. */
export const bodyRecord = record('body', {
  id: id(),
  name: text(80),
  ticketNumberPattern: text(60),
  certificatePrefix: nullable(json<CertificatePrefix>()),
  sealFileId: nullable(ref()),
  merchantId: nullable(ref()),
  /** Sends no SMS. */
  textMessagesOff: bool(),
  /** Billed SMS a month at most; null: the usual number. */
  textMessagesAMonth: nullable(int()),
  /** So long after the beginning of a paper somebody is still let in; null: as it is assumed. */
  graceMinutes: nullable(int()),
  /** Whose results a public list shows; null: everybody's. */
  publicityShows: nullable(word<'all' | 'passed'>()),
  /** Set up by `npm start`: its numbers are no filed ones. */
  demonstration: bool(),
  createdAt: instant(),
});
export type Body = Row<typeof bodyRecord>;

/** A WeChat Pay merchant of a body; never changed, a new set of keys is a new row, for old attempts need the old keys. */
export const merchantRecord = record(
  'merchant',
  {
    id: id(),
    bodyId: ref(),
    mchid: text(32),
    serial: text(64),
    privateKey: encrypted(),
    apiV3Key: encrypted(),
    platformKeyId: text(80),
    platformKeyPem: longText(),
    createdAt: instant(),
  },
  {
    index: { ix_merchant_body: ['bodyId'] },
    foreign: { fk_merchant_body: { column: 'bodyId', references: 'body', onDelete: 'RESTRICT' } },
  },
);
export type MerchantRow = Row<typeof merchantRecord>;
