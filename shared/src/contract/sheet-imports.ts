import * as z from 'zod/mini';
import { type Who, endpoint } from './endpoint';
import type { RefusalCode } from './refusals';
import { Bytes, Count, FenAmount, Id, IdParams, Instant, PageQuery, pageOf } from './fields';
import { ROW_STANDINGS } from './roster-rows';

export const SHEET_IMPORT_STATES = ['refused', 'preview', 'applying', 'done', 'cancelled'] as const;
/**
 * What an item of a sheet is beside what is there; a problem stops the whole sheet. `kept`: stays as it is, whatever the
 * sheet says. `same` and `kept` are listed where rows are judged.
 */
export const SHEET_ITEM_KINDS = ['problem', 'added', 'changed', 'kept', 'same', 'missing'] as const;

/** One sheet that was sent: what it would change, and once confirmed how far it is. */
export const SheetImportView = z.object({
  id: Id,
  state: z.enum(SHEET_IMPORT_STATES),
  /** `rows` of the sheet; `same` and `missing` are counted and change nothing by themselves. */
  counts: z.object({
    rows: Count,
    problems: Count,
    added: Count,
    changed: Count,
    same: Count,
    missing: Count,
    /** How many stay as they are, and what is not in order of the rows of the sheet; absent where rows are not judged. */
    judged: z.optional(z.object({ kept: Count, attention: Count, standing: z.record(z.enum(ROW_STANDINGS), Count) })),
  }),
  /** What the columns are called, in the order of the sheet. */
  columns: z.array(z.string()),
  /** Headers of columns that nobody reads. */
  ignored: z.array(z.string()),
  /** What is owed by what is there, and by what there would be; absent where a sheet is about nothing that costs. */
  effect: z.optional(z.object({ fromFen: FenAmount, toFen: FenAmount })),
  /** Items to apply, applied, and refused one by one because something changed meanwhile. */
  total: Count,
  applied: Count,
  refused: Count,
  createdAt: Instant,
  finishedAt: z.nullable(Instant),
});
export type SheetImportView = z.output<typeof SheetImportView>;

/** One problem at its cell, one change, or a row that stays; words/sheets has the sentence of `code`. */
export const SheetItem = z.object({
  id: Id,
  kind: z.enum(SHEET_ITEM_KINDS),
  /** As Excel counts; null for what is not in the sheet. */
  row: z.nullable(Count),
  column: z.nullable(z.string()),
  /** Such as `D60`. */
  cell: z.nullable(z.string()),
  code: z.nullable(z.string()),
  value: z.nullable(z.string()),
  /** Whom or what it is about. */
  label: z.string(),
  changes: z.array(z.object({ column: z.string(), from: z.nullable(z.string()), to: z.nullable(z.string()) })),
  /** How the row stands by the rules with what the sheet says, and why; `standing` null: handed in. Null: not judged. */
  verdict: z.nullable(z.object({ standing: z.nullable(z.enum(ROW_STANDINGS)), words: z.array(z.string()) })),
  state: z.enum(['none', 'waiting', 'applied', 'refused']),
});
export type SheetItem = z.output<typeof SheetItem>;

const ItemParams = z.strictObject({ id: Id, importId: Id });

/**
 * The endpoints of one kind of sheet below the path of what it belongs to (`/…/:id/…`): sent and compared, looked at,
 * confirmed, applied in the background, cancelled. `missing: 'remove'` takes out what the sheet no longer names.
 */
export const sheetEndpoints = ({
  name,
  path,
  who,
  refusals = [],
  always = [],
}: {
  name: string;
  path: `/${string}`;
  who: Who;
  /** What else may stand against a sheet that is sent or confirmed. */
  refusals?: readonly RefusalCode[];
  /** What may stand against anything one asks of a sheet. */
  always?: readonly RefusalCode[];
}) => {
  const found = { who, params: ItemParams, refusals: always } as const;
  return {
    upload: endpoint({
      name: `upload${name}`,
      method: 'POST',
      path: `${path}/imports`,
      who,
      kind: 'upload',
      limit: 'upload',
      params: IdParams,
      reply: SheetImportView,
      refusals: [
        'file-refused',
        'storage-full',
        'too-early',
        'already-published',
        'entry-here',
        ...refusals,
        ...always,
      ],
    }),
    get: endpoint({
      ...found,
      name: `get${name}Import`,
      method: 'GET',
      path: `${path}/imports/:importId`,
      reply: SheetImportView,
    }),
    /** `attention`: rows that cannot be handed in as they would stand, or of which the sheet says what is not taken. */
    items: endpoint({
      ...found,
      name: `list${name}ImportItems`,
      method: 'GET',
      path: `${path}/imports/:importId/items`,
      query: z.strictObject({ ...PageQuery, only: z.optional(z.enum([...SHEET_ITEM_KINDS, 'attention', 'refused'])) }),
      reply: pageOf(SheetItem),
    }),
    marked: endpoint({
      ...found,
      name: `download${name}Marked`,
      method: 'GET',
      path: `${path}/imports/:importId/marked.xlsx`,
      kind: 'download',
      limit: 'heavy',
      reply: Bytes,
      refusals: ['file-refused', ...always],
    }),
    confirm: endpoint({
      name: `confirm${name}Import`,
      method: 'POST',
      path: `${path}/imports/:importId/confirmation`,
      who,
      params: ItemParams,
      body: z.strictObject({ missing: z.enum(['keep', 'remove']) }),
      reply: SheetImportView,
      refusals: [
        'wrong-state',
        'import-running',
        'too-early',
        'already-published',
        'entry-here',
        ...refusals,
        ...always,
      ],
    }),
    cancel: endpoint({
      name: `cancel${name}Import`,
      method: 'POST',
      path: `${path}/imports/:importId/cancellation`,
      who,
      params: ItemParams,
      body: z.strictObject({}),
      reply: SheetImportView,
      refusals: ['wrong-state', ...always],
    }),
  } as const;
};
/** The endpoints of any sheet, for what works with all of them alike. */
export type SheetEndpoints = ReturnType<typeof sheetEndpoints>;
