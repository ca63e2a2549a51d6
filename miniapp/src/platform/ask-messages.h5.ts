import type { RefusedTemplates } from './ask-messages';

/** A browser has no subscribe messages, so nothing is asked. */
export const readRefusedTemplates = (): Promise<RefusedTemplates> => Promise.resolve('all');

export const askForMessages = (_templateIds: readonly string[]): Promise<void> => Promise.resolve();
