import { notices } from '@jikaotong/shared/contract';
import { Text } from '@tarojs/components';
import { useAnswer } from '../../platform';
import { Card, Page, Loaded } from '../../ui';

/** The notice as it was published. */
export function OriginalScreen({ id }: { id: string }) {
  const answer = useAnswer(notices.getNoticeText, { params: { id } });
  return (
    <Page>
      <Loaded answer={answer}>
        {({ text }) => (
          <Card>
            <Text userSelect>{text.trim()}</Text>
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
