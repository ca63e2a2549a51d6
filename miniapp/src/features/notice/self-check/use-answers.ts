import type { FactName, Facts } from '@jikaotong/shared/notice';
import { useState } from 'react';
import { carriedFacts, carryFacts } from './carried-facts';

/** What was answered about a notice, what was skipped, and the way back; kept for the application that may follow. */
export function useAnswers(noticeId: string) {
  const [facts, setFacts] = useState<Facts>(() => carriedFacts(noticeId));
  const [asked, setAsked] = useState<readonly FactName[]>([]);
  const [unsure, setUnsure] = useState<readonly FactName[]>([]);
  const [reopened, setReopened] = useState<FactName | null>(null);

  const goOn = (from: FactName) => {
    setReopened(null);
    setAsked([...asked.filter((one) => one !== from), from]);
  };
  const hold = (next: Facts) => {
    setFacts(next);
    carryFacts(noticeId, next);
  };
  return {
    facts,
    asked,
    unsure,
    reopened,
    /** 1 for the first question. */
    number: asked.length + 1,
    answer: (fact: FactName, given: Partial<Facts>) => {
      hold({ ...facts, ...given });
      setUnsure(unsure.filter((one) => one !== fact));
      goOn(fact);
    },
    skip: (fact: FactName) => {
      setUnsure([...unsure.filter((one) => one !== fact), fact]);
      goOn(fact);
    },
    /** Back to the last question; null where none was asked. */
    back:
      asked.length === 0
        ? null
        : () => {
            const last = asked[asked.length - 1];
            setAsked(asked.slice(0, -1));
            setReopened(last ?? null);
          },
    askSkipped: () => {
      setUnsure([]);
      setAsked([]);
    },
    /** Forgets every answer. */
    startAgain: () => {
      hold({});
      setUnsure([]);
      setAsked([]);
      setReopened(null);
    },
  };
}

export type Answers = ReturnType<typeof useAnswers>;
