import { back, open } from '../../../platform';
import { noteMended } from './mended';
import type { Draft } from './use-draft';
import { type FormStep, stepAfter, stepPath } from './steps';

/** How a page of the application was entered: on the way through, or to mend just this. */
export type Way = 'through' | 'back';

export const nextWords = (way: Way): string => (way === 'back' ? '保存' : '下一步');

/** Leaves a page once it is saved. */
export function goOn(step: FormStep, { application, notice }: Pick<Draft, 'application' | 'notice'>, way: Way): void {
  const { id } = application;
  noteMended(id, step);
  if (way === 'back') back();
  else open(stepPath(stepAfter(step, notice)), { id });
}

/** The way a page was entered, as its address says. */
export const wayOf = (given: string | undefined): Way => (given === 'back' ? 'back' : 'through');
