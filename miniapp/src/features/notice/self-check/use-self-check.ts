import type { LocalDate } from '@jikaotong/shared/kernel';
import type { FactName, Facts, Notice } from '@jikaotong/shared/notice';
import { assess } from '@jikaotong/shared/rules/eligibility';
import { useMemo, useState } from 'react';
import { carriedFacts, carryFacts } from './carried-facts';

/** More questions than this tire people; the rest is asked in the application. */
const MOST_QUESTIONS = 8;

type Input = { notice: Notice; offeringCode: string; today: LocalDate };

/** Walks from one missing fact to the next; the rules say which answer would help most. */
export function useSelfCheck({ notice, offeringCode, today }: Input) {
  const [facts, setFacts] = useState<Facts>(() => carriedFacts(notice.id));
  const [asked, setAsked] = useState<readonly FactName[]>([]);
  const [unsure, setUnsure] = useState<readonly FactName[]>([]);
  const assessment = useMemo(
    () => assess({ notice, offeringCode, facts, on: today }),
    [notice, offeringCode, facts, today],
  );
  const next = assessment.missing.find((fact) => !unsure.includes(fact)) ?? null;
  const [reopened, setReopened] = useState<FactName | null>(null);
  const fact = reopened ?? (asked.length < MOST_QUESTIONS ? next : null);

  const goOn = (from: FactName) => {
    setReopened(null);
    setAsked([...asked.filter((one) => one !== from), from]);
  };
  return {
    facts,
    assessment,
    /** The question to show; null when the verdict is to be shown. */
    fact,
    /** 1 for the first question. */
    number: reopened ? asked.indexOf(reopened) + 1 : asked.length + 1,
    canGoBack: asked.length > 0,
    answer: (given: Partial<Facts>) => {
      if (!fact) return;
      const all = { ...facts, ...given };
      setFacts(all);
      carryFacts(notice.id, all);
      setUnsure(unsure.filter((one) => one !== fact));
      goOn(fact);
    },
    skip: () => {
      if (!fact) return;
      setUnsure([...unsure, fact]);
      goOn(fact);
    },
    back: () => {
      const last = asked.at(-1);
      if (!last) return;
      setAsked(asked.slice(0, -1));
      setReopened(last);
    },
    askSkipped: () => {
      setUnsure([]);
      setAsked([]);
    },
  };
}
