import { back, open } from '../../../platform';
import { heldApplication } from './application-source';
import { noteResaved } from './resaved-steps';
import type { Draft } from './use-draft';
import { type FormStep, stepAfter, stepPath } from './steps';

/** How a page of the application was entered: on the way through, or to mend just this. */
export type StepMode = 'through' | 'back';

export const nextButtonText = (mode: StepMode): string => (mode === 'back' ? '保存' : '下一步');

/** Leaves a page once it is saved. */
export function leaveStep(
  step: FormStep,
  { application, notice, on }: Pick<Draft, 'application' | 'notice' | 'on'>,
  mode: StepMode,
): void {
  const { id } = application;
  noteResaved(id, step);
  if (mode === 'back') back();
  // as it stands now that this page is saved
  else open(stepPath(stepAfter(step, heldApplication(id) ?? application, { notice, on })), { id });
}

/** The way a page was entered, as its address says. */
export const stepModeOf = (given: string | undefined): StepMode => (given === 'back' ? 'back' : 'through');
