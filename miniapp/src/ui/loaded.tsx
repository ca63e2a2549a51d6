import type { ReactNode } from 'react';
import { NoticeBar } from './notice-bar';
import { type Said, useRefusalWords } from './refusal-words';
import { Loading, Offline, Refused } from './states';

/** An answer on its way, refused, or there. */
type AnswerState<T> =
  | { readonly state: 'loading' }
  | {
      readonly state: 'refused';
      readonly refusal: Said & { readonly requestId: string | null };
      readonly retry: () => void;
    }
  | { readonly state: 'ready'; readonly data: T };

type Props<T> = { answer: AnswerState<T>; rows?: number; children: (data: T) => ReactNode };

/** Shows the answer when it is there, and grey lines, the network's absence or the reason for a "no" until then. */
export function Loaded<T>({ answer, rows, children }: Props<T>) {
  const words = useRefusalWords(answer.state === 'refused' ? answer.refusal : null);
  if (answer.state === 'loading') return <Loading {...(rows === undefined ? {} : { rows })} />;
  if (answer.state === 'ready') return <>{children(answer.data)}</>;
  const { refusal, retry } = answer;
  if (refusal.code === 'offline') return <Offline onRetry={retry} />;
  return <Refused sentence={words} requestId={refusal.requestId} onRetry={retry} />;
}

/** The last refusal of something the person did, in words, where it was done. */
export function RefusalMessage({ refusal }: { refusal: Said | null }) {
  const words = useRefusalWords(refusal);
  if (!refusal) return null;
  return (
    <NoticeBar tone="stop" isAnswer>
      {words}
    </NoticeBar>
  );
}
