import type { FormStep } from './steps';

/** Which pages of a returned application were saved again since it came back; in memory, a reminder and no more. */
const mended = new Map<string, ReadonlySet<FormStep>>();

export const mendedSteps = (applicationId: string): ReadonlySet<FormStep> => mended.get(applicationId) ?? new Set();

export function noteMended(applicationId: string, step: FormStep): void {
  mended.set(applicationId, new Set([...mendedSteps(applicationId), step]));
}

export function forgetMended(applicationId: string): void {
  mended.delete(applicationId);
}
