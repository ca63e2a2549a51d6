import * as z from 'zod/mini';
import { ClauseView, Count } from './fields';

const AWARD_GIVES = [
  'money',
  'medal',
  'certificate',
  'trophy',
  'honour',
  'database',
  'training',
  'recommendation',
  'policy',
] as const;
/** What a notice prints of an award. */
export const printed = {
  code: z.string(),
  name: z.string(),
  gives: z.enum(AWARD_GIVES),
  giver: z.nullable(z.string()),
  /** The printed word about tax, such as 含税. */
  tax: z.nullable(z.string()),
  source: ClauseView,
};

/** `onPaper`: the body makes a paper of its own; `numbering`: how many have no number, and which they would get now. */
export const papers = {
  onPaper: z.boolean(),
  numbering: z.nullable(z.object({ papers: Count, first: z.string(), last: z.string() })),
};
