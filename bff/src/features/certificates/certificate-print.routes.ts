import { MOST_CERTIFICATES, collections as contract } from '@jikaotong/shared/contract';
import { certificatePrintWord } from '@jikaotong/shared/words';
import { type Route, download, pdfFile, refuse } from '../../platform/http';
import { staffSession } from '../sittings';
import { drawnOf, formOf, picturesOf, wantedOf } from './certificate-batch';
import { issuedIn } from './collection.repository';
import { handOutOf, unitNoticesOf } from './collection-prints';
import { parcelSheet, parcelsOf } from './tracking-sheet';

const print = download(contract.printCertificates, {
  find: async (ctx) => {
    const session = await staffSession(ctx, contract.printCertificates.who);
    const { print: kind } = ctx.input.params;
    const certificates = wantedOf(await issuedIn(ctx.h, session.id), ctx.input.query);
    const count = certificates.length;
    if (count === 0) refuse('no-certificates');
    if (count > MOST_CERTIFICATES) refuse('too-many-certificates', { count, most: MOST_CERTIFICATES });
    ctx.audit('certificates-printed', { sessionId: session.id }, { print: kind, certificates: count });
    const title = `${certificatePrintWord(kind)}-${session.name}`;
    switch (kind) {
      case 'hand-out':
        return { title, print: await handOutOf(ctx, session, certificates) };
      case 'unit-notices':
        return { title, print: await unitNoticesOf(ctx, session, certificates) };
      case 'certificates':
      case 'certificates-preprinted':
        return { title, batch: await picturesOf(ctx, certificates), form: formOf(kind, ctx.input.query) };
    }
  },
  render: async ({ ports }, found) => {
    const drawn = found.batch
      ? await ports.pdf.renderCertificateBatch({
          title: found.title,
          form: found.form,
          certificates: await drawnOf({ ports }, found.batch),
        })
      : await ports.pdf.renderPrint(found.print, new Map());
    return pdfFile(found.title, drawn);
  },
});

const parcels = download(contract.downloadParcels, {
  find: async (ctx) => {
    const session = await staffSession(ctx, contract.downloadParcels.who);
    const rows = await parcelsOf(ctx, session.id);
    if (rows.length === 0) refuse('no-certificates');
    const { reason } = ctx.input.query;
    ctx.audit('parcels-exported', { sessionId: session.id }, { parcels: rows.length, reason });
    return { rows, name: session.name };
  },
  render: async (_outside, { rows, name }) => ({
    bytes: await parcelSheet(rows),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `邮寄清单-${name}.xlsx`,
  }),
});

export const routes: Route[] = [print, parcels];
