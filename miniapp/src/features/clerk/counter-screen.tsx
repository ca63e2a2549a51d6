import { type CounterItem, counter } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { CAN_SCAN, call, open, paramsOfLink, reloadScreens, scan, useOnShow, usePages } from '../../platform';
import {
  BigButton,
  Cell,
  Empty,
  Group,
  Heading,
  Loaded,
  Page,
  Tag,
  TextButton,
  TextField,
  Chips,
  LoadMoreButton,
} from '../../ui';
import { CounterDaysView } from '../counter';
import { useToday } from '../demonstration';
import { offeringName } from '../notice';
import { momentWords } from '../staff';
import { UnitLists } from './unit-lists';
import { useCounterSessions } from './use-counter-sessions';
import './clerk.scss';

/** Letters in the code of one person; the list of a unit has two more. */
const ONE_PERSON = 8;

type SlipFilter = 'waiting' | 'today';

/** 现场受理: scan or type a slip, find somebody, enter a walk-in; what waits and what was done today. */
export function CounterScreen() {
  const [of, setOf] = useState<SlipFilter>('waiting');
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const [code, setCode] = useState('');
  const query = q ? { of: 'all' as const, q } : { of };
  const answer = usePages(['at-counter', query], (cursor) =>
    call(counter.listAtCounter, { query: { ...query, cursor } }),
  );
  // colleagues work at the same counter
  useOnShow(() => void reloadScreens());
  const openCode = (text: string) => {
    const code = text.replace(/[\s-]/g, '');
    open(code.length > ONE_PERSON ? '/packages/unit/counter/index' : '/packages/staff/counter/index', { code });
  };
  const read = async () => {
    const text = await scan();
    if (text !== null) openCode(paramsOfLink(text)['code'] ?? text.slice(0, 20));
  };
  const counts = answer.state === 'ready' ? answer.data.first.counts : null;
  return (
    <Page action={CAN_SCAN ? <BigButton id="scan-slip" text="扫报名单" onTap={() => void read()} /> : undefined}>
      <Heading title="现场受理">扫考生手机或纸上的报名单，核对原件后确认。</Heading>
      <Group>
        <TextField
          id="slip-code"
          label="扫不了时，输入报名单上的编码"
          value={code}
          maxlength={12}
          placeholder="如 ABCD 2345"
          onChange={setCode}
          side={
            <TextButton
              id="open-code"
              text="打开"
              onTap={() => {
                if (code.trim()) openCode(code);
              }}
            />
          }
        />
        <Cell
          id="enter-walk-in"
          title="录入现场报名"
          note="考生没有手机或不会填写时，由窗口代为录入"
          onTap={() => open('/packages/staff/counter-walk-in/index')}
        />
      </Group>
      <Group>
        <TextField
          id="search"
          label="按姓名、手机号或证件号后几位查找"
          value={typed}
          maxlength={40}
          placeholder="姓名开头，或末 4 位"
          onChange={setTyped}
          onLeave={() => setQ(typed.trim())}
          side={<TextButton id="search-go" text="查找" onTap={() => setQ(typed.trim())} />}
        />
      </Group>
      {q ? null : <UnitLists />}
      {q ? null : (
        <Chips
          id="of"
          label="受理情况"
          options={[
            { key: 'waiting', text: `等待办理 ${counts?.waiting ?? ''}` },
            { key: 'today', text: `今天已办 ${counts?.today ?? ''}` },
          ]}
          value={of}
          onChoose={setOf}
        />
      )}
      <Loaded answer={answer}>
        {(list) => (
          <>
            {list.items.length === 0 ? (
              <Empty title={q ? '没有找到' : of === 'waiting' ? '没有等待办理的报名' : '今天还没有办理'}>
                {q ? '只能找到已生成报名单或由窗口录入的考生。' : '考生生成报名单后会出现在这里。'}
              </Empty>
            ) : (
              <Group foot={of === 'today' && counts && !q ? `其中窗口录入 ${counts.walkInsToday} 人` : null}>
                {list.items.map((item) => (
                  <Row key={item.applicationId} item={item} />
                ))}
              </Group>
            )}
            <LoadMoreButton list={list} />
          </>
        )}
      </Loaded>
      <Opening />
    </Page>
  );
}

function Row({ item }: { item: CounterItem }) {
  const today = useToday();
  const { applicationId: id, candidateName, phoneTail, confirmedAt } = item;
  return (
    <Cell
      id={`at-counter-${id}`}
      title={`${candidateName ?? '未填姓名'}${phoneTail ? `（手机尾号 ${phoneTail}）` : ''}`}
      note={
        <>
          <View>{offeringName(item.offering)}</View>
          <View>
            {confirmedAt === null
              ? `${momentWords(item.createdAt, today)} ${item.walkIn ? '录入' : '生成报名单'}`
              : `${momentWords(confirmedAt, today)} ${item.confirmedBy ?? ''} 受理`}
          </View>
        </>
      }
      value={item.walkIn ? <Tag text="窗口录入" tone="info" /> : undefined}
      onTap={() => open('/packages/staff/counter-desk/index', { id })}
    />
  );
}

/** When the counter really opens, for each session that takes applications. */
function Opening() {
  const items = useCounterSessions();
  return (
    <>
      {items.map(({ sessionId, sessionName, counter: days }) => (
        <CounterDaysView key={sessionId} counter={days} title={`受理时间：${sessionName}`} />
      ))}
    </>
  );
}
