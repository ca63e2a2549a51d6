import type { PersonalDataView } from '@jikaotong/shared/contract';
import { type StoredFile, findFile } from '../../platform/files';
import { openedCopy } from '../../platform/held';
import type { Download, JobRun } from '../../platform/http';
import { findApplication } from '../applications';
import { findCertificateOf, findPrintable, renderCertificate } from '../certificates';
import { findPrintableTicket, renderTicket } from '../sittings';
import { presentPersonalData, rowsOf } from './personal-data.presenter';
import { candidateIdsOf, idsOfEnrolments } from './whose.repository';

/** What goes into a copy, read at one moment; files and papers are made one after another. */
export type ExportParts = {
  readonly view: PersonalDataView;
  /** Every row by the name of its table. */
  readonly rows: Readonly<Record<string, readonly Record<string, unknown>[]>>;
  readonly files: readonly StoredFile[];
  readonly papers: readonly (() => Promise<Download>)[];
};

export async function collectParts(run: JobRun, accountId: string): Promise<ExportParts> {
  const { ports, now } = run;
  return run.read(async (h) => {
    const candidateIds = await candidateIdsOf(h, accountId);
    const found = await rowsOf(h, { account: [accountId], ...(await idsOfEnrolments(h, candidateIds)) });
    const rows: Record<string, Record<string, unknown>[]> = {};
    for (const { held, row } of found)
      (rows[held.record.options.name] ??= []).push(openedCopy(ports.crypto, held, row));
    const fileIds = new Set(
      found.flatMap(({ held, row }) => {
        if (held.record.options.name === 'file') return [row.id];
        return typeof row['fileId'] === 'string' ? [row['fileId']] : [];
      }),
    );
    const files: StoredFile[] = [];
    for (const id of fileIds) {
      const file = await findFile(h, id);
      if (file) files.push(file);
    }
    const papers: (() => Promise<Download>)[] = [];
    for (const id of candidateIds) {
      const application = await findApplication(h, id);
      const ticket = application && (await findPrintableTicket(h, ports.crypto, application));
      if (ticket) papers.push(() => renderTicket(run, ticket));
      const certificate = await findCertificateOf(h, id);
      const printable = certificate && (await findPrintable(h, certificate));
      if (printable) papers.push(() => renderCertificate(run, printable));
    }
    return { view: await presentPersonalData({ h, now }, accountId), rows, files, papers };
  });
}
