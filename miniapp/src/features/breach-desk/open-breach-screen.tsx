import { type ReplyOf, breachCases } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { replace, useAnswer, useCommand } from '../../platform';
import { Group, Loaded, NoticeBar, Page, Picture } from '../../ui';
import { type BreachDraft, BreachForm } from './breach-form';
import './breach-desk.scss';

type Items = ReplyOf<typeof breachCases.listBreachItems>;

/** Records a breach of one candidate by the printed item, beginning with what the door saw where it did. */
export function OpenBreachScreen({ applicationId, doorActId }: { applicationId: string; doorActId: string | null }) {
  const query = doorActId === null ? {} : { doorActId };
  const answer = useAnswer(breachCases.listBreachItems, { params: { id: applicationId }, query });
  return answer.state === 'ready' ? (
    <Opening applicationId={applicationId} doorActId={doorActId} items={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

type Given = { applicationId: string; doorActId: string | null; items: Items };

function Opening({ applicationId, doorActId, items }: Given) {
  const opening = useCommand(breachCases.openBreach);
  const { door } = items;
  const send = async (draft: BreachDraft) => {
    const body = { ...draft, ...(doorActId !== null && { doorActId }) };
    const reply = await opening.run({ params: { id: applicationId }, body });
    if (reply.ok) replace('/packages/conduct/breach/index', { id: reply.data.id });
  };
  return (
    <BreachForm
      items={items}
      begins={door}
      button={{ id: 'open-breach', text: '立案' }}
      sending={opening}
      onSend={(draft) => void send(draft)}
    >
      {door ? (
        <>
          <NoticeBar tone="info">这是考场记录转来的。请核对后立案，立案后按两人程序办理。</NoticeBar>
          {door.pictureUrl ? (
            <Group title="现场照片">
              <View className="breach-desk__picture">
                <Picture src={door.pictureUrl} label="现场照片" mode="widthFix" className="breach-desk__image" />
              </View>
            </Group>
          ) : null}
        </>
      ) : null}
    </BreachForm>
  );
}
