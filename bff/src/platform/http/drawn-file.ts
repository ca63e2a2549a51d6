import type { Result } from '@jikaotong/shared/kernel';
import type { Download } from './query';
import { refuse } from './refusal';

/** The bytes that were drawn; refuses `too-many-requests` where too many were being drawn at once. */
export const drawnBytes = (drawn: Result<Uint8Array, unknown>): Uint8Array =>
  drawn.ok ? drawn.value : refuse('too-many-requests', { retryInSeconds: 20 });

/** A drawn PDF to download under its title; refuses as `drawnBytes`. */
export const pdfFile = (title: string, drawn: Result<Uint8Array, unknown>): Download => ({
  bytes: drawnBytes(drawn),
  type: 'application/pdf',
  name: `${title}.pdf`,
});
