import type { ApplicationMethod, Notice } from '@jikaotong/shared/notice';

/** The printed steps of a way to register elsewhere; empty where nobody registers elsewhere that way. */
export const stepsOf = (notice: Notice, way: 'individual' | 'group'): NonNullable<ApplicationMethod['steps']> =>
  notice.applicationMethods.find(({ who, where }) => who === way && where === 'elsewhere')?.steps ?? [];
