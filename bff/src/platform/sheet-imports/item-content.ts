import { ROW_STANDINGS } from '@jikaotong/shared/contract';
import * as z from 'zod/mini';
import type { Crypto } from '../crypto';
import type { StoredItem } from './sheet-import.record';

const text = z.nullable(z.string());
const Content = z.object({
  row: z.nullable(z.number()),
  column: text,
  cell: text,
  code: text,
  value: text,
  label: z.string(),
  changes: z.array(z.object({ column: z.string(), from: text, to: text })),
  /** Absent in what was kept before rows were judged. */
  verdict: z.optional(
    z.nullable(z.object({ standing: z.nullable(z.enum(ROW_STANDINGS)), words: z.array(z.string()) })),
  ),
  /** What the feature applies, read by its own schema. */
  payload: z.unknown(),
});
/** What an item says, sealed at rest. */
export type ItemContent = z.output<typeof Content>;

const placeOf = (itemId: string) => ({ table: 'sheet_item', column: 'content', row: itemId });

export const sealContent = (crypto: Crypto, itemId: string, content: ItemContent): Buffer =>
  crypto.encryptField(placeOf(itemId), JSON.stringify(content));

export const openContent = (crypto: Crypto, { id, content }: Pick<StoredItem, 'id' | 'content'>): ItemContent =>
  Content.parse(JSON.parse(crypto.decryptField(placeOf(id), content)));
