import { type StaffSessionView, sessions } from '@jikaotong/shared/contract';
import type { ReactNode } from 'react';
import { call, replace, usePages } from '../../platform';
import { Cell, Empty, Group, Heading, Loaded, LoadMoreButton, Page } from '../../ui';

type Props = {
  /** The session of the address; '' where it names none. */
  sessionId: string;
  /** The page to come back to with a session. */
  page: `/packages/${'staff' | 'review' | 'duty' | 'award'}/${string}`;
  children: ReactNode;
};

/** What belongs to a session, once there is one: an address without it leads to the choice of one. */
export const SessionFirst = ({ sessionId, page, children }: Props) =>
  sessionId === '' ? <ChooseSession page={page} /> : <>{children}</>;

function ChooseSession({ page }: Pick<Props, 'page'>) {
  const answer = usePages(['choose-session'], (cursor) => call(sessions.listStaffSessions, { query: { cursor } }));
  return (
    <Page>
      <Heading title="请选择批次">这一页的内容属于一个批次。</Heading>
      <Loaded answer={answer}>
        {(list) =>
          list.items.length === 0 ? (
            <Empty title="还没有批次">新建批次后再来。</Empty>
          ) : (
            <>
              <Group>
                {list.items.map(({ id, name }: StaffSessionView) => (
                  <Cell key={id} id={`session-${id}`} title={name} onTap={() => replace(page, { session: id })} />
                ))}
              </Group>
              <LoadMoreButton list={list} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
