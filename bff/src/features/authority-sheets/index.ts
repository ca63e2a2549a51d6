import type { Feature } from '../../platform/http';
import { authoritySheetRecord, extraFactsRecord } from './authority-sheet.record';
import { routes as sheetRoutes } from './authority-sheet.routes';
import { routes as exportRoutes } from './export-sheet.routes';
import { routes as extraRoutes } from './extra-facts.routes';
import { heldHere } from './held';

/** Sheets that authorities want, mapped once by a clerk, and what they need beside an application. */
export const feature: Feature = {
  name: 'authority-sheets',
  records: [authoritySheetRecord, extraFactsRecord],
  held: heldHere,
  routes: [...sheetRoutes, ...exportRoutes, ...extraRoutes],
};
