import { type Migration, nullable, sealedText } from '../platform/db';

/** Why a mark that came while its list was frozen counts or not. */
export const judgeDecisions: Migration = {
  name: '20261130-043000-judge-decisions',
  up: (schema) => schema.addColumns('judge_act', { decision: nullable(sealedText(500)) }),
};
