import { isHandedIn } from '@jikaotong/shared/rules/documents';
import { type Migration, sealedBytesFrom } from '../platform/db';

type Waiting = { id: string; papers: unknown; doubts: string };
type Paper = { readonly fileIds: readonly string[]; readonly number: string | null };

/** Whoever waits with nothing but letters that we write has handed in no paper that a person must look at. */
export const lettersWithoutDoubt: Migration = {
  name: '20261130-135000-letters-without-doubt',
  up: (schema, { crypto }) =>
    schema.eachChunk<Waiting>(
      {
        from: 'application',
        select: 's.papers AS papers, s.doubts AS doubts',
        join: "JOIN participant p ON p.candidate_id = s.id AND p.state = 'submitted'",
        where: "s.papers IS NOT NULL AND s.doubts LIKE '%papers%'",
      },
      async (rows) => {
        for (const { id, papers: sealed, doubts } of rows) {
          const place = { table: 'application', column: 'papers', row: id };
          const papers = JSON.parse(crypto.decryptField(place, sealedBytesFrom(sealed))) as readonly Paper[];
          if (papers.some(isHandedIn)) continue;
          const others = doubts.split(',').filter((one) => one !== 'papers');
          await schema.run('UPDATE application SET doubts = ? WHERE id = ?', [others.join(',') || null, id]);
        }
      },
    ),
};
