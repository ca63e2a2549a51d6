/** A start that cannot succeed, said in one sentence for the person at the terminal. */
export const startRefused = (sentence: string): Error =>
  Object.assign(new Error(sentence), { name: 'StartRefused' as const });

export const isStartRefused = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'StartRefused';
