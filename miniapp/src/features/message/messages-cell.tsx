import { messages } from '@jikaotong/shared/contract';
import { messageTitle } from '@jikaotong/shared/words';
import { isKnownMessage, open, useAnswer, useOnShow } from '../../platform';
import { Cell, Group, Tag } from '../../ui';

/** The way to the messages, with how many are unread; silent while there are none. */
export function MessagesCell() {
  const answer = useAnswer(messages.listMessages, { query: { limit: 1 } });
  useOnShow(() => {
    if (answer.state === 'ready') answer.refresh();
  });
  if (answer.state !== 'ready' || answer.data.items.length === 0) return null;
  const { items, unread } = answer.data;
  const [newest] = items;
  return (
    <Group>
      <Cell
        id="messages"
        title="消息"
        note={newest ? (isKnownMessage(newest.code) ? messageTitle(newest.code) : '新消息') : null}
        value={unread > 0 ? <Tag text={`${unread} 条未读`} tone="warn" /> : undefined}
        label={unread > 0 ? `消息，${unread} 条未读` : '消息'}
        onTap={() => open('/packages/apply/messages/index')}
      />
    </Group>
  );
}
