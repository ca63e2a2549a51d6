import type { FactName, Facts } from '@jikaotong/shared/notice';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { back } from '../../../platform';
import { Empty, Page } from '../../../ui';
import { Ask, offeringName } from '../../notice';
import { waitingFacts } from '../draft/draft-store';
import { SaveLine } from '../draft/save-line';
import { WithDraft } from '../draft/step-page';
import { assessmentOf, factsOf } from '../draft/steps';
import { type Draft, useSaving } from '../draft/use-draft';
import { neededFacts } from './needed-facts';

/** One fact to correct, or without a name every fact that is still missing, one after the other. */
export const FactScreen = ({ id, fact }: { id: string; fact: string | null }) => (
  <WithDraft id={id}>{(draft) => <Questions draft={draft} wanted={fact} />}</WithDraft>
);

/** Told by the document; asked while it is not given yet. */
const FROM_DOCUMENT: readonly FactName[] = ['birthDate', 'sex'];

function Questions({ draft, wanted }: { draft: Draft; wanted: string | null }) {
  const { application, notice, offering, on } = draft;
  const needed = neededFacts(notice, offering);
  const missingIn = (facts: Facts, skipped: readonly FactName[]): FactName | null =>
    assessmentOf({ ...application, facts }, notice, on).missing.find(
      (one) => (needed.includes(one) || FROM_DOCUMENT.includes(one)) && !skipped.includes(one),
    ) ?? null;
  const [fact, setFact] = useState<FactName | null>(
    () => needed.find((one) => one === wanted) ?? missingIn(factsOf(application), []),
  );
  const [skipped, setSkipped] = useState<readonly FactName[]>([]);
  const { put, saving } = useSaving(application.id);
  // the answers given on this page, which may still be on their way to the server
  const [given, setGiven] = useState<Facts>(() => waitingFacts(application.id) ?? application.facts);

  const goOn = (facts: Facts, without: readonly FactName[]) => {
    const next = wanted ? null : missingIn(factsOf({ ...application, facts }), without);
    if (next) setFact(next);
    else back();
  };
  if (!fact) {
    return (
      <Page>
        <Empty title="没有要补充的问题了" action="返回" onAction={back} />
      </Page>
    );
  }
  return (
    <Page>
      <View className="aside">{offeringName(offering)}</View>
      <Ask
        key={fact}
        fact={fact}
        notice={notice}
        offering={offering}
        facts={factsOf({ ...application, facts: given })}
        employer={application.candidate.employer}
        onAnswer={(answer) => {
          const facts = { ...given, ...answer };
          setGiven(facts);
          put({ facts });
          goOn(facts, skipped);
        }}
        onUnsure={() => {
          const without = [...skipped, fact];
          setSkipped(without);
          goOn(given, without);
        }}
      />
      <SaveLine id={application.id} saving={saving} />
    </Page>
  );
}
