import { authoritySheets } from '@jikaotong/shared/contract';
import { extraQuestionWord } from '@jikaotong/shared/words';
import { open, useAnswer } from '../../platform';
import { Cell } from '../../ui';

/** The way to what an authority's sheet needs besides; silent where nothing is asked. */
export function ExtraFactsCell({ applicationId }: { applicationId: string }) {
  const answer = useAnswer(authoritySheets.getExtraFacts, { params: { id: applicationId } });
  if (answer.state !== 'ready' || answer.data.questions.length === 0) return null;
  const { questions, consentedOn } = answer.data;
  return (
    <Cell
      id="extra-facts"
      title="补充信息（自愿）"
      note={questions.map(({ question }) => extraQuestionWord(question)).join('、')}
      value={consentedOn === null ? undefined : '已填'}
      onTap={() => open('/packages/apply/extra/index', { id: applicationId })}
    />
  );
}
