import { type Result, ok } from '@jikaotong/shared/kernel';
import type { SheetRead, SheetRefusal } from './column';
import { openTabs } from './reading/open-tabs';
import { type SheetLayout, layoutOf } from './reading/layout-of';
import { type Package, unpackPackage } from './reading/unpack-package';
import { type WantedColumns, readRows } from './reading/read-rows';
import { type SheetTemplate, buildSheet } from './writing/build-sheet';
import { fillLayout } from './writing/fill-layout';
import { type MarkedCell, markErrors } from './writing/mark-errors';

/** What the worker is asked; whatever touches a workbook happens there. */
export type SheetTask =
  | { readonly do: 'read'; readonly bytes: Uint8Array; readonly wanted: WantedColumns<string> }
  | {
      readonly do: 'mark';
      readonly bytes: Uint8Array;
      readonly wanted: WantedColumns<string>;
      readonly cells: readonly MarkedCell[];
    }
  | { readonly do: 'write'; readonly template: SheetTemplate<string> }
  | { readonly do: 'layout'; readonly bytes: Uint8Array }
  | { readonly do: 'unpack'; readonly bytes: Uint8Array }
  | { readonly do: 'fill'; readonly layout: SheetLayout; readonly rows: readonly (readonly string[])[] };

export type SheetAnswer = Result<SheetRead<string> | SheetLayout | Uint8Array | Package, SheetRefusal>;

export async function runTask(task: SheetTask): Promise<SheetAnswer> {
  if (task.do === 'write') return ok(await buildSheet(task.template));
  if (task.do === 'fill') return ok(await fillLayout(task.layout, task.rows));
  if (task.do === 'unpack') return unpackPackage(Buffer.from(task.bytes));
  if (task.do === 'layout') {
    const found = await openTabs(Buffer.from(task.bytes), []);
    return found.ok ? layoutOf(found.value) : found;
  }
  const tabs = await openTabs(Buffer.from(task.bytes), task.wanted.columns);
  if (!tabs.ok) return tabs;
  return task.do === 'read'
    ? readRows(tabs.value, task.wanted)
    : markErrors(tabs.value, task.wanted.columns, task.cells);
}
