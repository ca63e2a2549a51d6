/** Where every answer comes late on purpose (`another-order.ts`), whatever asks for many takes far longer. */
const lateness = process.env['JIKAOTONG_TEST_ORDER'] === undefined ? 1 : 2;

/** A limit written for the reference machine, for this one as it is now; set by vitest.config.ts. */
export const patience = (ms: number): number =>
  Math.round(ms * lateness * Number(process.env['JIKAOTONG_TEST_SLOWNESS'] ?? 1));
