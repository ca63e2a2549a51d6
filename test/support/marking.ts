import { results } from '@jikaotong/shared/contract';
import type { SignedInPerson } from './people';
import { fillSheet } from './score-sheet';

/** Marks candidates by ticket number and printed subject, as a score officer does with the template. */
export const marked = async (
  officer: SignedInPerson,
  sessionId: string,
  points: Readonly<Record<string, Readonly<Record<string, number | string>>>>,
) => {
  const params = { id: sessionId };
  const template = await officer.api.file(results.downloadScoreTemplate, { params });
  const bytes = await fillSheet(template, points);
  return officer.api.ok(results.importScores, { params, file: { bytes, name: '成绩.xlsx' } });
};
