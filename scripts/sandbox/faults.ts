import { z } from 'zod';

export const faultsSchema = z.strictObject({
  /** Notifications are lost on their way; a query still tells the truth. */
  notifyDrop: z.boolean(),
  /** How many copies of each notification arrive. */
  notifyCopies: z.number().int().min(1).max(10),
  notifyDelayMs: z.number().int().min(0),
  /** Added to the amount that a notification claims, signed all the same. */
  notifyAddFen: z.number().int(),
  /** Notifications are signed with a key that is not the platform's. */
  notifyForged: z.boolean(),
  /** Refunds stay PROCESSING until `POST /sandbox/refunds/:outRefundNo/settle`. */
  refundHolds: z.boolean(),
  /** The next calls with an access token are answered 40001, whatever the token. */
  tokenRejects: z.number().int().min(0),
  /** The next answers on paths that start so fail in this way; `refused`: Pay says no, signed. */
  answers: z.array(
    z.strictObject({
      path: z.string().startsWith('/'),
      kind: z.enum(['server-error', 'hang', 'forged', 'refused']),
      times: z.number().int().min(1),
    }),
  ),
});

/** What shall go wrong from now on; change the live object or POST a part of it to /sandbox/faults. */
export type Faults = z.infer<typeof faultsSchema>;
export type AnswerFault = Faults['answers'][number]['kind'];

export const noFaults = (): Faults => ({
  notifyDrop: false,
  notifyCopies: 1,
  notifyDelayMs: 0,
  notifyAddFen: 0,
  notifyForged: false,
  refundHolds: false,
  tokenRejects: 0,
  answers: [],
});

/** The fault for this path, counted down; null when all is well. */
export function takeAnswerFault(faults: Faults, path: string): AnswerFault | null {
  const fault = faults.answers.find((each) => path.startsWith(each.path));
  if (!fault) return null;
  fault.times -= 1;
  if (fault.times <= 0) faults.answers = faults.answers.filter((each) => each !== fault);
  return fault.kind;
}
