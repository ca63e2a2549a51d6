import { applications } from '@jikaotong/shared/contract';
import { APPLICATION_STATES } from '@jikaotong/shared/rules/progress';
import { applicationStateWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { call, queryClient, useOnShow, usePages } from '../../platform';
import {
  BigButton,
  Empty,
  Group,
  Heading,
  Loaded,
  Page,
  TextButton,
  TextField,
  Chips,
  LoadMoreButton,
  PickTools,
} from '../../ui';
import { useToday } from '../demonstration';
import { SessionFilter } from '../session';
import { useStaff } from '../staff';
import { BulkApproval } from './bulk-approval';
import { QueueRow } from './queue-row';
import './review.scss';

type State = (typeof APPLICATION_STATES)[number];
const SHOWN: readonly State[] = ['submitted', 'returned', 'approved', 'rejected'];
const ALL = 'all';

/** The review queue, oldest first; several that raise no question can be approved together. */
export function QueueScreen({ sessionId: given }: { sessionId: string | null }) {
  const { may } = useStaff();
  const today = useToday();
  const [sessionId, setSessionId] = useState(given);
  const [state, setState] = useState<State | typeof ALL>('submitted');
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const [picking, setPicking] = useState(false);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const query = {
    ...(sessionId ? { sessionId } : {}),
    ...(state === ALL ? {} : { state }),
    ...(q ? { q } : {}),
  };
  const answer = usePages(['reviews', query], (cursor) =>
    call(applications.listReviews, { query: { ...query, cursor } }),
  );
  useOnShow(() => void queryClient.invalidateQueries({ refetchType: 'active' }));

  const mayPick = state === 'submitted' && may(applications.approveApplications);
  const stop = () => {
    setPicking(false);
    setPicked([]);
  };
  const narrow = (act: () => void) => {
    stop();
    act();
  };
  return (
    <Page
      action={
        picking && picked.length > 0 ? (
          <BulkApproval ids={picked} onDone={stop} />
        ) : picking ? (
          <BigButton id="bulk-approve" text="请勾选要一起通过的" disabled />
        ) : undefined
      }
    >
      <Heading title="审核申报">先提交的排在前面。</Heading>
      <SessionFilter value={sessionId} onChange={(id) => narrow(() => setSessionId(id))} />
      <Chips
        id="state"
        label="状态"
        options={[...SHOWN.map((key) => ({ key, text: applicationStateWord(key) })), { key: ALL, text: '全部' }]}
        value={state}
        onChoose={(key) => narrow(() => setState(key))}
      />
      <Group>
        <TextField
          id="search"
          label="按姓名、手机号或证件号后几位查找"
          value={typed}
          maxlength={40}
          placeholder="姓名开头，或末 4 位"
          onChange={setTyped}
          onLeave={() => narrow(() => setQ(typed.trim()))}
          side={<TextButton id="search-go" text="查找" onTap={() => narrow(() => setQ(typed.trim()))} />}
        />
      </Group>
      <Loaded answer={answer}>
        {(list) => (
          <>
            {mayPick && list.items.length > 1 ? (
              <PickTools
                picking={picking}
                all={`全选本页 ${Math.min(list.items.length, MOST)} 份`}
                onStart={() => setPicking(true)}
                onAll={() => setPicked(list.items.slice(0, MOST).map(({ id }) => id))}
                onStop={stop}
              />
            ) : null}
            {list.items.length === 0 ? (
              <Empty title={q ? '没有找到' : state === 'submitted' ? '都审完了' : '没有申报'}>
                {q ? '请换个姓名或号码再找。' : '有新的申报会出现在这里。'}
              </Empty>
            ) : (
              <Group>
                {list.items.map((item) => (
                  <QueueRow
                    key={item.id}
                    item={item}
                    today={today}
                    picked={picking ? picked.includes(item.id) : null}
                    onPick={(yes) =>
                      setPicked(yes ? [...picked, item.id].slice(0, MOST) : picked.filter((id) => id !== item.id))
                    }
                  />
                ))}
              </Group>
            )}
            <LoadMoreButton list={list} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** As many as one approval of several takes. */
const MOST = 100;
