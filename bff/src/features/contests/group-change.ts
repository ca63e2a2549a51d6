import { contestEntries } from '@jikaotong/shared/contract';
import type { PhotoFacts } from '@jikaotong/shared/rules/photo';
import * as z from 'zod/mini';

const Photo = z.object({
  fileId: z.string(),
  facts: z.custom<PhotoFacts>((value) => typeof value === 'object' && value !== null),
});
/** What one row of a package changes; judged once more when it is written. */
export const GroupChange = z.object({
  /** Null: not named any more. */
  body: z.nullable(contestEntries.enterContest.body),
  /** Null: the one that is there stays. */
  photo: z.nullable(Photo),
  entryId: z.nullable(z.string()),
  version: z.number(),
});
export type GroupChange = z.output<typeof GroupChange>;
