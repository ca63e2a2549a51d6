/** A limit written for the reference machine, for this one as it is now; set by vitest.config.ts. */
export const patience = (ms: number): number => Math.round(ms * Number(process.env['JIKAOTONG_TEST_SLOWNESS'] ?? 1));
