import type { QueryOf, collections as contract } from '@jikaotong/shared/contract';
import { type StoredFile, findFile, findFiles, smallPictures } from '../../platform/files';
import type { Context } from '../../platform/http';
import type { CertificateForm } from '../../platform/pdf';
import { findBody } from '../bodies';
import { printedCertificate } from './certificate.presenter';
import type { Certificate } from './certificate.record';
import { lookupUrlOf } from './print-certificate';

type Query = QueryOf<typeof contract.printCertificates>;

/** Pixels in height: 250 an inch for a portrait of 58 mm. */
const PHOTO_HEIGHT = 570;
const POINTS_A_TENTH = 72 / 254;

/** Of one offering, or a run of numbers, both included. */
export const wantedOf = (issued: readonly Certificate[], { offering, from, to }: Query): Certificate[] =>
  issued.filter(
    (one) =>
      (offering === undefined || one.offering.code === offering) &&
      (from === undefined || one.number >= from) &&
      (to === undefined || one.number <= to),
  );

export const formOf = (
  kind: 'certificates' | 'certificates-preprinted',
  { right = '0', down = '0' }: Query,
): CertificateForm =>
  kind === 'certificates' ? 'blank' : { right: Number(right) * POINTS_A_TENTH, down: Number(down) * POINTS_A_TENTH };

type Batch = {
  readonly certificates: readonly Certificate[];
  readonly photos: readonly StoredFile[];
  readonly seal: StoredFile | null;
  readonly lookupUrl: string | null;
};

export async function picturesOf({ h }: Pick<Context, 'h'>, certificates: readonly Certificate[]): Promise<Batch> {
  const [first] = certificates;
  if (!first) throw new Error('nothing to print');
  const sealFileId = (await findBody(h, first.bodyId))?.sealFileId ?? null;
  return {
    certificates,
    photos: [
      ...(
        await findFiles(
          h,
          certificates.map(({ photoFileId }) => photoFileId),
        )
      ).values(),
    ],
    seal: sealFileId === null ? null : await findFile(h, sealFileId),
    lookupUrl: await lookupUrlOf(h, first.sessionId),
  };
}

/** As each would be printed alone; whose photo is gone is left out. */
export async function drawnOf({ ports }: Pick<Context, 'ports'>, { certificates, photos, seal, lookupUrl }: Batch) {
  const small = await smallPictures(ports.files, photos, PHOTO_HEIGHT);
  // one and the same for all, so that it is embedded once
  const mark = seal && (await ports.files.readCopy(seal));
  return certificates.flatMap((certificate) => {
    const photo = small.get(certificate.photoFileId);
    return photo ? [printedCertificate(ports, certificate, { photo, seal: mark, lookupUrl })] : [];
  });
}
