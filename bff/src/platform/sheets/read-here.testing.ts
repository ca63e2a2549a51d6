import { openTabs } from './reading/open-tabs';
import { type WantedColumns, readRows } from './reading/read-rows';

/** What the worker would answer, without starting one: for tests of many files. */
export async function readHere<K extends string>(bytes: Buffer, wanted: WantedColumns<K>) {
  const tabs = await openTabs(bytes, wanted.columns);
  return tabs.ok ? readRows(tabs.value, wanted) : tabs;
}
