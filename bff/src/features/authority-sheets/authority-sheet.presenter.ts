import type { AuthoritySheetView } from '@jikaotong/shared/contract';
import { isReady } from './authority-sheet.policy';
import type { AuthoritySheet } from './authority-sheet.record';

/** A layout for staff: every column with where it comes from. */
export const presentSheet = (sheet: AuthoritySheet): AuthoritySheetView => {
  const { id, bodyId, kind, name, version, photoName, layout, sources } = sheet;
  const columns = layout.headers.map((header, at) => ({
    header,
    source: sources[at] ?? { from: 'unmapped' as const },
  }));
  return { id, bodyId, kind, name, version, photoName, ready: isReady(sheet), columns };
};
