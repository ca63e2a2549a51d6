import type { MessageCode } from '@jikaotong/shared/contract';
import { defineEvent } from '../../platform/http';

/** Something an account should be told: a code of words/messages with its data. The messages feature writes it down. */
export const accountNotified = defineEvent<{
  readonly accountId: string;
  readonly code: MessageCode;
  readonly data: Readonly<Record<string, string | number | null>>;
  readonly applicationId?: string;
  readonly entryId?: string;
}>('accountNotified');
