import { type Result, ok } from '@jikaotong/shared/kernel';
import type { Column, SheetRefusal } from '../column';
import { countHeaders } from './find-header';
import { sniff } from './sniff';
import type { Tab } from './tab';
import { textTab } from './text-tab';
import { workbookTabs } from './workbook-tabs';

/** The visible tabs of a file by its content, whatever its name says. */
export async function openTabs(
  bytes: Buffer,
  columns: readonly Column<string>[],
): Promise<Result<Tab[], SheetRefusal>> {
  const kind = sniff(bytes);
  if (!kind.ok) return kind;
  if (kind.value === 'zip') return workbookTabs(bytes);
  const tab = textTab(bytes, (rows) => countHeaders(rows, columns));
  return tab.ok ? ok([tab.value]) : tab;
}
