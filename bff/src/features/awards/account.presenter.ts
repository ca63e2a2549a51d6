import type { AwardAccountView } from '@jikaotong/shared/contract';
import { type Fen, dayAt } from '@jikaotong/shared/kernel';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import { findFile } from '../../platform/files';
import type { Context } from '../../platform/http';
import { accountWords } from './award.record';
import { type Award, accountOf } from './award.repository';
import { namesOf } from './board.presenter';

/** Where the money of a winner goes, as staff see it: its number masked, with the scan of the form. */
export async function presentNoted(
  { h, ports: { crypto, files } }: Pick<Context, 'h' | 'ports'>,
  { award, candidateId, fen }: { readonly award: Award; readonly candidateId: string; readonly fen: Fen },
): Promise<AwardAccountView> {
  const row = await accountOf(h, candidateId);
  const scan = row?.scanFileId ? await findFile(h, row.scanFileId) : null;
  return {
    name: (await namesOf(h, [award])).get(candidateId) ?? '',
    fen,
    account: row && {
      holder: accountWords.open(crypto, row, 'holder'),
      bank: accountWords.open(crypto, row, 'bank'),
      numberMasked: maskNumber(accountWords.open(crypto, row, 'number')),
      on: dayAt(row.givenAt),
      byWinner: row.notedBy === null,
      scan: scan && { type: scan.type, url: files.link(scan.id) },
    },
  };
}
