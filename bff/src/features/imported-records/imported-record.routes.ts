import { importedRecords as contract } from '@jikaotong/shared/contract';
import { importedList } from '@jikaotong/shared/lists';
import { type Route, bodiesOf, download, query, refuse } from '../../platform/http';
import { serveList } from '../../platform/lists';
import { writeSheet } from '../../platform/sheets';
import { staffActor } from '../accounts';
import { routes as claimRoutes } from './claim.routes';
import { confirmImported, leaveImported } from './confirm-imported';
import { type ImportSheet, bansImport, certificatesImport, passesImport } from './import-sheets';
import { importedSource } from './imported-list.repository';
import type { RuledOffering } from './offerings-kept';
import { countWaiting } from './imported-record.repository';
import { openBody, served } from './serve-imports';

const template = download(contract.downloadImportTemplate, {
  find: async (ctx) => {
    const { id, kind } = ctx.input.params;
    const { offerings } = await openBody(ctx, id);
    return { kind, offerings: offerings.filter(({ isKept }) => isKept) };
  },
  render: async (_, { kind, offerings }) => {
    const bytes = await (kind === 'ban'
      ? blankOf(bansImport, offerings)
      : kind === 'pass'
        ? blankOf(passesImport, offerings)
        : blankOf(certificatesImport, offerings));
    return {
      bytes,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      name: '从前的记录模板.xlsx',
    };
  },
});

const blankOf = <K extends string>(
  { title, notes, example, columns }: ImportSheet<K>,
  offerings: readonly RuledOffering[],
): Promise<Buffer> => writeSheet({ title, notes, example, columns: columns(offerings), rows: [], blankRows: 500 });

const count = query(contract.countImported, async ({ h, actor, input }) => {
  const bodyId = input.params.id;
  if (!bodiesOf(actor, contract.countImported.who).includes(bodyId)) refuse('not-found');
  return countWaiting(h, { bodyId, accountId: actor.accountId });
});

const list = serveList(importedList, {
  ...importedSource,
  acts: {
    confirm: (ctx, { id, version }) =>
      confirmImported(ctx, { bodyId: ctx.withinId, id, turn: version, accountId: ctx.actor.accountId }),
    drop: (ctx, { id, version }) =>
      leaveImported(ctx, { bodyId: ctx.withinId, id, turn: version, accountId: ctx.actor.accountId }),
  },
  actorNow: staffActor,
});

export const jobs = [...list.jobs, ...served.flatMap((sheet) => sheet.jobs)];
export const routes: Route[] = [
  template,
  count,
  ...list.routes,
  ...served.flatMap((sheet) => sheet.routes),
  ...claimRoutes,
];
