import { collections as contract } from '@jikaotong/shared/contract';
import { type LocalDate, isLocalDate } from '@jikaotong/shared/kernel';
import * as z from 'zod/mini';
import { type Context, bodiesOf, refuse, refusalIn } from '../../platform/http';
import { type Chunk, type SheetChange, serveSheet } from '../../platform/sheet-imports';
import { findSessionIn, lockSession } from '../sessions';
import { findByIds } from './collection.repository';
import { send } from './collect';
import { TRACKING_COLUMNS, judgeTracking, standingIn } from './tracking-sheet';

const Parcel = z.object({
  certificateId: z.string(),
  carrier: z.string(),
  trackingNumber: z.string(),
  sentOn: z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value)),
});
type Parcel = z.output<typeof Parcel>;

/** Tracking numbers as the mail room sends them back: each certificate once, and nobody is told twice. */
export const tracking = serveSheet({
  name: 'certificate-tracking',
  endpoints: contract.trackingSheet,
  columns: () => TRACKING_COLUMNS,
  open: async ({ h, actor }, id) =>
    (await findSessionIn(h, bodiesOf(actor, contract.downloadParcels.who), id)) ?? refuse('not-found'),
  judge: () => null,
  compare: async (ctx, session, rows) => {
    const standing = await standingIn(ctx.h, session.id);
    const { parcels, problems } = judgeTracking(rows, { standing, today: ctx.now.day });
    let same = 0;
    const changes: SheetChange<Parcel>[] = [];
    for (const { row, certificate, collection, carrier, trackingNumber, sentOn } of parcels) {
      if (collection.sentOn !== null) {
        const isSame = collection.trackingNumber === trackingNumber;
        if (isSame) same += 1;
        else problems.push({ row, column: '快递单号', code: 'parcel-sent-already', value: collection.trackingNumber });
        continue;
      }
      changes.push({
        kind: 'added',
        key: certificate.id,
        row,
        label: `${certificate.name}（${certificate.number.slice(-6)}）`,
        changes: [{ column: '快递单号', from: null, to: `${carrier} ${trackingNumber}` }],
        payload: Parcel.parse({ certificateId: certificate.id, carrier, trackingNumber, sentOn }),
      });
    }
    return { changes, same, problems };
  },
  payload: Parcel,
  apply,
});

/** Notes the parcels in the job's transaction; what changed meanwhile is refused one by one. */
async function apply(ctx: Context, { subjectId, changes }: Chunk<Parcel>): Promise<ReadonlyMap<string, string>> {
  await lockSession(ctx.h, subjectId);
  const ids = changes.map(({ payload }) => payload.certificateId);
  const certificates = new Map((await findByIds(ctx.h, ids)).map((one) => [one.id, one]));
  const refused = new Map<string, string>();
  for (const { key, payload } of changes) {
    const { certificateId, ...parcel } = payload;
    const certificate = certificates.get(certificateId);
    try {
      if (certificate?.sessionId !== subjectId) refuse('changed-meanwhile');
      await send(ctx, certificate ?? refuse('not-found'), parcel);
    } catch (error) {
      if (refusalIn(error) === null) throw error;
      refused.set(key, 'changed-meanwhile');
    }
  }
  return refused;
}
