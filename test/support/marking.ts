import { results } from '@jikaotong/shared/contract';
import type { SignedInPerson } from './people';
import { fillSheet } from './score-sheet';
import { sendSheet } from './send-sheet';
import type { World } from './world';

/** Marks candidates by ticket number and printed subject, as a score officer does with the template. */
export const examinationMarked = async (
  world: World,
  officer: SignedInPerson,
  sessionId: string,
  points: Readonly<Record<string, Readonly<Record<string, number | string>>>>,
) => {
  const params = { id: sessionId };
  const template = await officer.api.file(results.downloadScoreTemplate, { params, query: {} });
  const bytes = await fillSheet(template, points);
  return sendSheet(world, officer, { endpoints: results.scoreSheet, id: sessionId, bytes });
};

/** Confirms, as somebody else than who recorded them, the marks of every offering of a session. */
export const everythingChecked = async (checker: SignedInPerson, sessionId: string): Promise<void> => {
  const params = { id: sessionId };
  const { offerings } = await checker.api.ok(results.previewResults, { params });
  for (const { offering, toConfirm } of offerings)
    if (toConfirm > 0)
      await checker.api.ok(results.confirmMarks, { params, body: { offering: offering.code, reason: '逐项核对' } });
};
