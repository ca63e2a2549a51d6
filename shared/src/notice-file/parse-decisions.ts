import * as z from 'zod/mini';
import { type Result, ok } from '../kernel';
import type { NodePath } from '../notice';
import { parseBySchema } from './parse-by-schema';
import { locatedJson } from './parse-facts';
import type { FileProblem } from './yaml-text';

const said = z.string().check(z.regex(/\S/, { error: 'says-nothing' }), z.maxLength(2_000));
const DecisionsSchema = z.array(z.strictObject({ order: z.array(said).check(z.minLength(1)), reason: said }));

/** What a jury decided about full ties, from JSON text, and the line on which a path of it stands. */
export type DecisionFile = {
  readonly decisions: z.output<typeof DecisionsSchema>;
  readonly lineOf: (path: NodePath) => number;
};

/** `[{"order":["7","12"],"reason":"…"}]`: ids are text, each order says its reason; problems carry path and line. */
export function parseDecisions(json: string): Result<DecisionFile, readonly FileProblem[]> {
  const located = locatedJson(json);
  if (!located.ok) return located;
  const decisions = parseBySchema(DecisionsSchema, located.value);
  return decisions.ok ? ok({ decisions: decisions.value, lineOf: located.value.lineOf }) : decisions;
}
