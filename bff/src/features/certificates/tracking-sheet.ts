import { isLocalDate, tidyLine, tidyNumber } from '@jikaotong/shared/kernel';
import { normaliseName } from '@jikaotong/shared/rules/identity';
import { normaliseCertificateNumber } from '@jikaotong/shared/rules/numbering';
import type { Context } from '../../platform/http';
import { type Column, type SheetProblem, type SheetRow, writeSheet } from '../../platform/sheets';
import type { Certificate } from './certificate.record';
import { deliveryOf } from './collection.presenter';
import { handOverOf } from './collection.policy';
import type { Collection } from './collection.record';
import { findCollections, issuedIn } from './collection.repository';

const HEADERS = {
  number: '证书编号',
  name: '姓名',
  recipient: '收件人',
  phone: '收件电话',
  address: '收件地址',
  carrier: '快递公司',
  trackingNumber: '快递单号',
  sentOn: '寄出日期',
} as const;
type Key = keyof typeof HEADERS;

const column = (key: Key, width: number): Column<Key> => ({ key, header: HEADERS[key], kind: 'text', width });
/** What is read of a sheet that comes back; whom it goes to may be hidden or gone. */
export const TRACKING_COLUMNS: readonly Column<TrackingKey>[] = [
  { key: 'number', header: HEADERS.number, kind: 'text', width: 26, required: true },
  { key: 'name', header: HEADERS.name, kind: 'text', width: 12, required: true },
  { key: 'carrier', header: HEADERS.carrier, kind: 'text', width: 14, required: true },
  { key: 'trackingNumber', header: HEADERS.trackingNumber, kind: 'text', width: 22, required: true },
  { key: 'sentOn', header: HEADERS.sentOn, kind: 'day', width: 14, required: true },
];
export type TrackingKey = 'number' | 'name' | 'carrier' | 'trackingNumber' | 'sentOn';

/** Those that a courier is to bring and has not been given, by number, with where they go. */
export async function parcelsOf({ h, ports }: Pick<Context, 'h' | 'ports'>, sessionId: string) {
  return (await standingIn(h, sessionId)).flatMap(({ certificate, collection }) => {
    const delivery = deliveryOf(ports.crypto, collection);
    return handOverOf(collection) === 'to-send' && delivery
      ? [
          {
            number: certificate.number,
            name: certificate.name,
            ...delivery,
            carrier: '',
            trackingNumber: '',
            sentOn: '',
          },
        ]
      : [];
  });
}

/** The sheet that goes to the mail room and comes back with the numbers of the parcels. */
export const parcelSheet = (rows: Awaited<ReturnType<typeof parcelsOf>>): Promise<Buffer> =>
  writeSheet({
    title: '证书邮寄清单',
    notes: ['寄出后填好快递公司、快递单号和寄出日期，再导入。'],
    columns: [
      column('number', 26),
      column('name', 12),
      column('recipient', 12),
      column('phone', 16),
      column('address', 40),
      column('carrier', 14),
      column('trackingNumber', 22),
      { ...column('sentOn', 14), kind: 'day' },
    ],
    rows,
  });

/** Every certificate of a session that holds, with its way into the hand. */
export async function standingIn(h: Context['h'], sessionId: string) {
  const issued = await issuedIn(h, sessionId);
  const ids = issued.map(({ id }) => id);
  const collections = new Map((await findCollections(h, ids)).map((one) => [one.id, one]));
  return issued.flatMap((certificate) => {
    const collection = collections.get(certificate.id);
    return collection ? [{ certificate, collection }] : [];
  });
}

type Standing = { readonly certificate: Certificate; readonly collection: Collection };
type Parcel = { readonly carrier: string; readonly trackingNumber: string; readonly sentOn: string };

/** The parcels of a sheet beside the certificates they are about, and everything wrong with its rows. */
export function judgeTracking(
  rows: readonly SheetRow<TrackingKey>[],
  { standing, today }: { readonly standing: readonly Standing[]; readonly today: string },
): {
  readonly parcels: readonly (Standing & Parcel & { readonly row: number })[];
  readonly problems: SheetProblem<string>[];
} {
  const byNumber = new Map(standing.map((one) => [one.certificate.number, one]));
  const seen = new Set<string>();
  const problems: SheetProblem<string>[] = [];
  const parcels: (Standing & Parcel & { readonly row: number })[] = [];
  for (const { row, values } of rows) {
    const before = problems.length;
    const wrong = (key: TrackingKey, code: string) =>
      problems.push({ row, column: HEADERS[key], code, value: values[key].slice(0, 80) });
    const number = normaliseCertificateNumber(values.number);
    const found = byNumber.get(number);
    if (!found) wrong('number', 'certificate-unknown');
    else if (normaliseName(values.name) !== normaliseName(found.certificate.name))
      wrong('name', 'certificate-name-mismatch');
    if (seen.has(number)) wrong('number', 'certificate-twice');
    seen.add(number);
    const carrier = tidyLine(values.carrier);
    const trackingNumber = tidyNumber(values.trackingNumber);
    if (carrier.length > 40) wrong('carrier', 'value-long');
    if (trackingNumber.length > 40) wrong('trackingNumber', 'value-long');
    const { sentOn } = values;
    if (!isLocalDate(sentOn) || sentOn > today || (found && sentOn < found.certificate.issuedOn))
      wrong('sentOn', 'parcel-day-wrong');
    if (found) {
      const handOver = handOverOf(found.collection);
      if (handOver !== 'to-send' && handOver !== 'sent') wrong('number', 'parcel-not-asked');
    }
    if (problems.length === before && found) parcels.push({ row, ...found, carrier, trackingNumber, sentOn });
  }
  return { parcels, problems };
}
