import { useEffect, useState } from 'react';
import type { refusalSentence } from './refusal-sentence';
import type { Said } from './refusal-words';

let sentenceOf: typeof refusalSentence | null = null;

async function load(): Promise<typeof refusalSentence> {
  ({ refusalSentence: sentenceOf } = await import(/* webpackPrefetch: true */ './refusal-sentence'));
  return sentenceOf;
}

/**
 * In a browser the words come when they are needed: until then it is only said that it was a "no", and a plain sentence where the
 * network keeps them back; they are asked for again with the next "no".
 */
export function useRefusalWords(said: Said | null): string {
  const [state, setState] = useState<'asked' | 'there' | 'missing'>('asked');
  useEffect(() => {
    if (said === null || sentenceOf) return;
    load().then(
      () => setState('there'),
      () => setState('missing'),
    );
  }, [said]);
  if (!said) return '';
  if (sentenceOf) return sentenceOf(said.code, said.data);
  return state === 'missing' ? UNSAID : ASKED;
}

export async function refusalWords({ code, data }: Said): Promise<string> {
  try {
    return (sentenceOf ?? (await load()))(code, data);
  } catch {
    return UNSAID;
  }
}

const ASKED = '没有办成，正在加载原因';
const UNSAID = '没有办成，原因没能加载出来，请检查网络后重试';
