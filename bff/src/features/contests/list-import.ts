import { registrations as contract } from '@jikaotong/shared/contract';
import { isLocalDate, type LocalDate } from '@jikaotong/shared/kernel';
import { DocumentTypeSchema, UnitKindSchema } from '@jikaotong/shared/notice';
import * as z from 'zod/mini';
import { _default as orElse } from 'zod/mini';
import { serveSheet } from '../../platform/sheet-imports';
import { loadStaffContest } from './contest';
import { entersHere } from './entry-span';
import { applyList, compareList } from './import-list';
import { LIST_COLUMNS, LIST_EXAMPLE, judgeList } from './list-sheet';

const text = z.nullable(z.string());
/** What joined it later has what a list says that says nothing: one previewed before is applied too. */
export const Change = z.object({
  person: z.nullable(
    z.object({
      name: z.string(),
      documentType: DocumentTypeSchema,
      documentNumber: z.string(),
      birthDate: z.nullable(z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value))),
      sex: z.nullable(z.enum(['male', 'female'])),
      phone: text,
      unit: text,
      reference: text,
      unitType: orElse(z.nullable(UnitKindSchema), null),
      coach: orElse(text, null),
      unionCard: orElse(z.nullable(z.boolean()), null),
    }),
  ),
  entryId: text,
  version: z.number(),
  phoneProves: orElse(z.boolean(), false),
});

/** The list of a site where people register: found again by document, never written twice. */
export const listImport = serveSheet({
  name: 'contest-list',
  endpoints: contract.listSheet,
  open: ({ h, actor }, id) => loadStaffContest({ h, actor }, id, contract.downloadListTemplate.who),
  judge: ({ notice }) => (entersHere(notice) ? { refused: 'entry-here' } : null),
  columns: () => LIST_COLUMNS,
  example: LIST_EXAMPLE,
  compare: async (ctx, { notice }, rows) => {
    const { people, problems } = judgeList(rows, ctx.now.day);
    return { ...(await compareList(ctx, notice.id, people)), problems };
  },
  payload: Change,
  apply: applyList,
});
