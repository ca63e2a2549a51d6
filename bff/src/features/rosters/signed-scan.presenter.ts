import type { SignedScans } from '@jikaotong/shared/contract';
import { refusalSentence } from '@jikaotong/shared/words';
import type { Context } from '../../platform/http';
import { MENDABLE } from '../applications';
import { formMarkOf } from './form-mark';
import { type Member, type OpenRoster, membersOf, toldBy } from './own-roster';
import { isConfirmed } from './roster.presenter';
import type { SignedPage } from './signed-scan.record';
import { openPages, scansOf, takenPages } from './signed-scan.repository';
import { missingOf } from './take-page';

const SCANS_SHOWN = 30;
const PAGES_SHOWN = 100;

/** How far the signed papers of a roster are. */
export async function presentScans(ctx: Pick<Context, 'h' | 'now' | 'ports'>, open: OpenRoster): Promise<SignedScans> {
  const { h, ports } = ctx;
  const members = await membersOf(h, open.roster.id);
  const nameOf = new Map(members.map(({ row, application }) => [row.id, toldBy(ctx, application).candidate]));
  const taken = await takenPages(h, open.roster.id);
  const ofRow = grouped(taken, ({ rowId }) => rowId ?? '');
  const ofScan = grouped(taken, ({ scanId }) => scanId);
  const [pages, count] = await openPages(h, open.roster.id, PAGES_SHOWN);
  const unsigned = members.filter((member) => MENDABLE.includes(member.application.state) && !isConfirmed(member));
  return {
    scans: (await scansOf(h, open.roster.id, SCANS_SHOWN)).map(({ id, at, state, outcome, pages: all, read }) => ({
      id,
      at,
      state,
      outcome: outcome === null ? null : refusalSentence('file-refused', { reason: outcome }),
      pages: all,
      read,
      taken: ofScan.get(id)?.length ?? 0,
    })),
    pages: pages.map(({ id, scanId, number, outcome, rowId, fileId }) => ({
      id,
      scanId,
      number,
      outcome,
      rowId,
      name: rowId === null ? null : (nameOf.get(rowId)?.name ?? null),
      url: fileId === null ? null : ports.files.link(fileId),
    })),
    lacking: unsigned.map(({ row, application }) => {
      const known = ofRow.get(row.id) ?? [];
      return {
        id: row.id,
        name: nameOf.get(row.id)?.name ?? '',
        documentTail: nameOf.get(row.id)?.documentNumber?.slice(-4) ?? '',
        missing: known.length === 0 ? [] : missingOf(ofForm(known, formMarkOf(ctx, open, application))),
      };
    }),
    counts: { pages: count, signed: members.filter(({ row }) => row.confirmedBy === 'form').length },
  };
}

/** Of whose signed form, as it stands, an agent said of a page whose it is; the first such page. */
export function givenByHand<M extends { readonly row: Pick<Member['row'], 'id' | 'formFileId'> }>(
  members: readonly M[],
  pages: readonly SignedPage[],
) {
  const markOf = new Map(pages.map(({ fileId, formMark }) => [fileId, formMark]));
  const given = pages.filter(({ givenBy }) => givenBy !== null);
  return members.flatMap((member) => {
    const { id, formFileId } = member.row;
    const mark = formFileId === null ? undefined : markOf.get(formFileId);
    const page = given.find(({ rowId, formMark }) => rowId === id && formMark === mark);
    return page?.fileId ? [{ member, fileId: page.fileId }] : [];
  });
}

const ofForm = (pages: readonly SignedPage[], mark: string) => pages.filter(({ formMark }) => formMark === mark);

function grouped(pages: readonly SignedPage[], by: (page: SignedPage) => string): ReadonlyMap<string, SignedPage[]> {
  const groups = new Map<string, SignedPage[]>();
  for (const page of pages) groups.set(by(page), [...(groups.get(by(page)) ?? []), page]);
  return groups;
}
