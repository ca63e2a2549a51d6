import { type MessageView, messages } from '@jikaotong/shared/contract';
import { dayAt, timeAt } from '@jikaotong/shared/kernel';
import { dayWords, messageSentence, messageTitle, refusalSentence } from '@jikaotong/shared/words';
import { useEffect, useState } from 'react';
import { call, isKnownMessage, open, queryClient, usePages, useSignIn } from '../../platform';
import { Cell, Empty, Group, LoadMoreButton, Loaded, Page, Tag } from '../../ui';
import { SignInGate } from '../account';
import { useToday } from '../demonstration';
import { TextMessagesSwitch } from './text-messages-switch';
import { WaitingRows, useWaitingRows } from './waiting-rows';

/** Everything this account was told, newest first; opening the page reads them. */
export function MessagesScreen() {
  const { phase } = useSignIn();
  return <Page>{phase === 'in' ? <OwnMessages /> : <SignInGate why="登录后查看消息。">{null}</SignInGate>}</Page>;
}

const OwnMessages = () => (
  <>
    <WaitingRows rows={useWaitingRows()} />
    <Messages />
  </>
);

function Messages() {
  const answer = usePages(['messages'], (cursor) => call(messages.listMessages, { query: { cursor, limit: 50 } }));
  return (
    <Loaded answer={answer}>
      {(list) =>
        list.items.length === 0 ? (
          <>
            <Empty title="还没有消息">审核、缴费、准考证和成绩的通知都会出现在这里。</Empty>
            <TextMessagesSwitch />
          </>
        ) : (
          <>
            <TextMessagesSwitch />
            <List items={list.items} />
            <LoadMoreButton list={list} />
          </>
        )
      }
    </Loaded>
  );
}

function List({ items }: { items: readonly MessageView[] }) {
  const today = useToday();
  // what was unread on this page keeps its mark while one reads, also what came after the list was first shown
  const [fresh] = useState(() => new Set<string>());
  for (const { id, readAt } of items) if (readAt === null) fresh.add(id);
  const newestUnread = items.find(({ readAt }) => readAt === null)?.id ?? null;

  useEffect(() => {
    if (!newestUnread) return;
    void call(messages.readMessages, { body: { upTo: newestUnread } }).then(() =>
      queryClient.invalidateQueries({ queryKey: [messages.listMessages.name] }),
    );
  }, [newestUnread]);
  return (
    <Group>
      {items.map((message) => (
        <Message key={message.id} of={message} isFresh={fresh.has(message.id)} today={today} />
      ))}
    </Group>
  );
}

type Props = { of: MessageView; isFresh: boolean; today: ReturnType<typeof useToday> };

function Message({ of: message, isFresh, today }: Props) {
  const { id, code, data, sentAt } = message;
  const when = `${dayWords(dayAt(sentAt), today)} ${timeAt(sentAt)}`;
  return (
    <Cell
      id={`message-${id}`}
      title={isKnownMessage(code) ? messageTitle(code) : '新消息'}
      note={`${isKnownMessage(code) ? messageSentence(code, data) : refusalSentence('newer-version')} ${when}`}
      value={isFresh ? <Tag text="新" tone="warn" /> : undefined}
      {...linkOf(message)}
    />
  );
}

/** One tap goes to what the message is about, where that has a page. */
function linkOf({ applicationId, entryId, code, data }: MessageView): { onTap?: () => void } {
  if (code.startsWith('breach-') || code === 'ban-lifted')
    return { onTap: () => open('/packages/exam/breaches/index') };
  // what a unit entered is read and confirmed on a page of its own
  if (applicationId && code.startsWith('roster-row-') && code !== 'roster-row-refused')
    return { onTap: () => open('/packages/unit/confirm/index', { id: applicationId }) };
  if (applicationId) return { onTap: () => open('/packages/apply/detail/index', { id: applicationId }) };
  if (entryId) return { onTap: () => open('/packages/contest/entry/index', { id: entryId }) };
  if (typeof data['unitId'] === 'string') {
    const { unitId } = data;
    return { onTap: () => open('/packages/unit/unit/index', { id: unitId }) };
  }
  // of a unit that one acts for
  if (typeof data['unitName'] === 'string') return { onTap: () => open('/packages/unit/mine/index') };
  return {};
}
