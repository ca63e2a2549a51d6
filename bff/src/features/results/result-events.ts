import type { SubjectCode } from '@jikaotong/shared/notice';
import { defineEvent } from '../../platform/http';

/** A score sheet says of somebody that they cheated: the result is held until that is decided. */
export const resultHeld = defineEvent<{
  readonly sessionId: string;
  readonly participantId: string;
  readonly subject: SubjectCode;
}>('resultHeld');
