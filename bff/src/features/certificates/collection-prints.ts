import { timeAt, tidyLine } from '@jikaotong/shared/kernel';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import { collectionMethodWord, documentTypeWord, fullDayWords, offeringWords } from '@jikaotong/shared/words';
import type { Context } from '../../platform/http';
import type { Print, PrintedCertificate, PrintedUnit } from '../../platform/pdf';
import { neighboursOf } from '../candidates';
import { unitNamesOf } from '../units';
import type { Session } from '../sessions';
import type { Certificate } from './certificate.record';
import { documentNumberOf } from './certificate.repository';
import type { Collection } from './collection.record';
import { findCollections } from './collection.repository';

type Ctx = Pick<Context, 'h' | 'ports' | 'now'>;

/** 证书签收表, by number; numbers of documents masked, for it lies on the counter. */
export async function handOutOf(ctx: Ctx, session: Session, certificates: readonly Certificate[]): Promise<Print> {
  const collections = await byId(ctx, certificates);
  return {
    ...commonOf(ctx, session, certificates),
    print: 'certificate-hand-out',
    title: '证书签收表',
    rows: certificates.map((one) => rowOf(ctx, one, collections.get(one.id))),
  };
}

/** 领证通知单 of one unit, whose people these are, in the order given. */
export async function groupNoticeOf(
  ctx: Ctx,
  session: Pick<Session, 'name'>,
  { unit, certificates }: { readonly unit: string; readonly certificates: readonly Certificate[] },
): Promise<Print> {
  const collections = await byId(ctx, certificates);
  const sheet = noticeOf(ctx, unit, certificates, collections);
  return { ...commonOf(ctx, session, certificates), print: 'unit-notices', title: '领证通知单', units: [sheet] };
}

/**
 * 领证通知单, a sheet for each unit, by its name: the one whose roster somebody stood in, else the one named when they
 * applied; who named none is on none.
 */
export async function unitNoticesOf(ctx: Ctx, session: Session, certificates: readonly Certificate[]): Promise<Print> {
  const collections = await byId(ctx, certificates);
  const ids = certificates.map(({ candidateId }) => candidateId);
  const neighbours = await neighboursOf(ctx.h, ctx.ports.crypto, ids);
  const rosters = await unitNamesOf(ctx.h, ids);
  const units = new Map<string, Certificate[]>();
  for (const one of certificates) {
    const unit = rosters.get(one.candidateId) ?? tidyLine(neighbours.get(one.candidateId)?.employer ?? '');
    if (unit !== '') units.set(unit, [...(units.get(unit) ?? []), one]);
  }
  const sheets = [...units]
    .toSorted(([a], [b]) => a.localeCompare(b, 'zh-CN'))
    .map(([unit, own]) => noticeOf(ctx, unit, own, collections));
  return { ...commonOf(ctx, session, certificates), print: 'unit-notices', title: '领证通知单', units: sheets };
}

function noticeOf(
  ctx: Ctx,
  unit: string,
  own: readonly Certificate[],
  collections: ReadonlyMap<string, Collection>,
): PrintedUnit {
  const told = own.flatMap(({ id }) => collections.get(id)?.notice ?? []).at(-1) ?? null;
  const until = told?.until ? `至${fullDayWords(told.until)}` : '起';
  return {
    unit,
    when: told ? `${fullDayWords(told.from)}${until}　${told.hours}` : '',
    where: told?.place ?? '',
    note: told?.note ?? '',
    rows: own.map((one) => rowOf(ctx, one, collections.get(one.id))),
  };
}

const byId = async ({ h }: Ctx, certificates: readonly Certificate[]): Promise<ReadonlyMap<string, Collection>> =>
  new Map(
    (
      await findCollections(
        h,
        certificates.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  );

const commonOf = ({ now }: Ctx, session: Pick<Session, 'name'>, [first]: readonly Certificate[]) => ({
  body: first?.bodyName ?? '',
  exam: session.name,
  foot: `${fullDayWords(now.day)} ${timeAt(now.ms)} 打印`,
});

const rowOf = ({ ports }: Ctx, one: Certificate, collection: Collection | undefined): PrintedCertificate => ({
  number: one.number,
  name: one.name,
  document: `${documentTypeWord(one.documentType)} ${maskNumber(documentNumberOf(ports.crypto, one))}`,
  offering: offeringWords(one.offering),
  way: collection?.method ? collectionMethodWord(collection.method) : '',
});
