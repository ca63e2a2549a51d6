import { dayAt } from '@jikaotong/shared/kernel';
import { type Migration, instantFrom, sealedBytesFrom } from '../platform/db';

type Waiting = { id: string; papers: unknown; doubts: string | null; submitted: unknown };
type Paper = { readonly validUntil?: string | null };

/** Who waits with papers since before that was a doubt is looked at as those who came after: papers want a person to read them. */
export const papersDoubt: Migration = {
  name: '20261129-180300-papers-doubt',
  up: (schema, { crypto }) =>
    schema.eachChunk<Waiting>(
      {
        from: 'application',
        select: 's.papers AS papers, s.doubts AS doubts, p.submitted_at AS submitted',
        join: "JOIN participant p ON p.candidate_id = s.id AND p.state = 'submitted'",
        where:
          "s.papers IS NOT NULL AND (s.doubts IS NULL OR (s.doubts NOT LIKE '%papers%' AND s.doubts NOT LIKE '%code-expired%'))",
      },
      async (rows) => {
        for (const { id, papers: sealed, doubts, submitted } of rows) {
          const place = { table: 'application', column: 'papers', row: id };
          const papers = JSON.parse(crypto.decryptField(place, sealedBytesFrom(sealed))) as readonly Paper[];
          if (papers.length === 0) continue;
          const day = dayAt(instantFrom(submitted));
          const isOver = papers.some(({ validUntil }) => validUntil && validUntil < day);
          const others = doubts?.split(',') ?? [];
          // in the order in which a reviewer looks: a twin comes last
          const isTwin = others.includes('twin');
          const now = [...others.filter((one) => one !== 'twin'), isOver ? 'code-expired' : 'papers'];
          await schema.run('UPDATE application SET doubts = ? WHERE id = ?', [
            [...now, ...(isTwin ? ['twin'] : [])].join(','),
            id,
          ]);
        }
      },
    ),
};
