export const TARGETS = ['h5', 'weapp', 'bff'] as const;
export type Target = (typeof TARGETS)[number];
