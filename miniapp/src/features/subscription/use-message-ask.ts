import { messages } from '@jikaotong/shared/contract';
import { useRef } from 'react';
import {
  IN_WECHAT,
  type RefusedTemplates,
  askForMessages,
  readRefusedTemplates,
  useAnswer,
  useOnShow,
  useSignIn,
} from '../../platform';
import { type AskMoment, templatesToAsk } from './next-messages';

/**
 * Lets WeChat ask, in the tap that calls it, whether the messages that come next may be sent. Once a page, so that a second
 * try is not asked again; resolves when the person has answered, whatever the answer.
 */
export function useMessageAsk(moment: AskMoment): () => Promise<void> {
  const { phase } = useSignIn();
  const answer = useAnswer(messages.listMessageTemplates, {}, { enabled: IN_WECHAT && phase === 'in' });
  const refused = useRef<RefusedTemplates>(new Set());
  const asked = useRef(false);
  const readAgain = async () => {
    refused.current = await readRefusedTemplates();
  };
  // also on the way back from WeChat's settings
  useOnShow(() => {
    if (IN_WECHAT) void readAgain();
  });
  return () => {
    if (asked.current || answer.state !== 'ready') return Promise.resolve();
    asked.current = true;
    return askForMessages(templatesToAsk(moment, { templates: answer.data.items, refused: refused.current }));
  };
}
