import type { FormStep } from './steps';

/** Which pages of a returned application were saved again since it came back; in memory, a reminder and no more. */
const resaved = new Map<string, ReadonlySet<FormStep>>();

export const resavedSteps = (applicationId: string): ReadonlySet<FormStep> => resaved.get(applicationId) ?? new Set();

export function noteResaved(applicationId: string, step: FormStep): void {
  resaved.set(applicationId, new Set([...resavedSteps(applicationId), step]));
}

export function forgetResaved(applicationId: string): void {
  resaved.delete(applicationId);
}
