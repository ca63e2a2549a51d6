import { type ReplyOf, type StaffBreachView, breachCases } from '@jikaotong/shared/contract';
import { subjectWord } from '@jikaotong/shared/words';
import { replace, useAnswer, useCommand } from '../../platform';
import { Loaded, NoticeBar, Page } from '../../ui';
import { type BreachDraft, BreachForm } from './breach-form';

/** Names the printed item of a case that a score sheet opened. */
export function NameItemScreen({ breachId }: { breachId: string }) {
  const answer = useAnswer(breachCases.getStaffBreach, { params: { id: breachId } });
  return answer.state === 'ready' ? (
    <OfBreach breach={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function OfBreach({ breach }: { breach: StaffBreachView }) {
  const answer = useAnswer(breachCases.listBreachItems, { params: { id: breach.applicationId }, query: {} });
  return answer.state === 'ready' ? (
    <Naming breach={breach} items={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

type Given = { breach: StaffBreachView; items: ReplyOf<typeof breachCases.listBreachItems> };

function Naming({ breach, items }: Given) {
  const naming = useCommand(breachCases.nameBreachItem);
  const { id, subject, facts, witness, item } = breach;
  const send = async (body: BreachDraft) => {
    const reply = await naming.run({ params: { id }, body });
    if (reply.ok) replace('/packages/conduct/breach/index', { id });
  };
  return (
    <BreachForm
      items={{ ...items, subjects: subject === null ? items.subjects : [subject] }}
      begins={{ item: item?.code ?? null, subject, facts, witness, warned: false }}
      button={{ id: 'name-item', text: '写明这一条' }}
      sending={naming}
      onSend={(draft) => void send(draft)}
    >
      {subject ? (
        <NoticeBar tone="info">{`${subjectWord(subject)}登记为“作弊”。写明是哪一条、怎么回事，再告知本人。`}</NoticeBar>
      ) : null}
    </BreachForm>
  );
}
