import { type RosterRowView, rosterRows, rosters } from '@jikaotong/shared/contract';
import { offeringWords, remarkSentence, rowConfirmationWord, rowStandsWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call, open, reloadScreens, useAnswer, useOnShow, usePages } from '../../platform';
import { useToday } from '../demonstration';
import { ConfirmCell, RemindMembers, mayRemind } from './ask-members';
import { remindedWords } from './reminded-words';
import { handedInRowWord } from './roster-words';
import { Cell, Chips, Empty, Group, Loaded, LoadMoreButton, Page, Tag, type Tone } from '../../ui';

const OF = [
  { key: 'all', text: '全部' },
  { key: 'problems', text: '要处理的' },
  { key: 'disputed', text: '本人说有不对' },
  { key: 'unconfirmed', text: '等本人确认' },
  { key: 'waiting', text: '等收进名单' },
] as const;
type Of = (typeof OF)[number]['key'];
const TONES: Readonly<Record<RosterRowView['standing'], Tone>> = {
  ready: 'go',
  review: 'warn',
  incomplete: 'warn',
  ineligible: 'stop',
};

/** The people of a roster, only those to see to first. */
export function RowsScreen({ id, of }: { id: string; of: string | null }) {
  const [which, setWhich] = useState<Of>(OF.find(({ key }) => key === of)?.key ?? 'all');
  const answer = usePages(['roster-rows', id, which], (cursor) =>
    call(rosterRows.listRosterRows, {
      params: { id },
      query: { of: which, ...(cursor === undefined ? {} : { cursor }) },
    }),
  );
  const roster = useAnswer(rosters.getRoster, { params: { id } });
  useOnShow(() => void reloadScreens());
  const asks = which === 'unconfirmed' && roster.state === 'ready' && mayRemind(roster.data) ? roster.data : null;
  return (
    <Page action={asks ? <RemindMembers roster={asks} /> : undefined}>
      <Chips id="rows-of" label="看哪些人" options={OF} value={which} onChoose={setWhich} />
      {which === 'unconfirmed' ? <ConfirmCell id={id} /> : null}
      <Loaded answer={answer}>
        {(list) =>
          list.items.length === 0 ? (
            <Empty title={which === 'all' ? '名单还是空的' : '没有要处理的'}>
              {which === 'all' ? '上传名单，或逐个添加。' : '都办好了。'}
            </Empty>
          ) : (
            <>
              <Group>
                {list.items.map((row) => (
                  <Row key={row.id} rosterId={id} row={row} />
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

function Row({ rosterId, row }: { rosterId: string; row: RosterRowView }) {
  const today = useToday();
  const isOpen = row.state === 'draft';
  return (
    <Cell
      id={`row-${row.id}`}
      title={`${row.position}. ${row.name}（${row.documentTail}）`}
      note={
        <>
          <View>{offeringWords(row.offering)}</View>
          {row.remarks.map((remark) => (
            <View key={remark.field}>{remarkSentence(remark)}</View>
          ))}
          {row.reasons.map((reason) => (
            <View key={reason}>{reason}</View>
          ))}
          {row.outcome ? <View>{row.outcome}</View> : null}
          {row.admission === 'waiting' ? <View>本人扫码填写，等您收进名单</View> : null}
          {row.disputed ? <View>本人说有不对，等您改好或答复</View> : null}
          {row.beside.map((words) => (
            <View key={words}>{words}</View>
          ))}
          {isOpen && row.reminded && !row.confirmed ? <View>{remindedWords(row.reminded, today)}</View> : null}
          {isOpen ? (
            <View>{row.confirmed && !row.awaitsMember ? rowConfirmationWord(row.confirmed) : '还没有本人确认'}</View>
          ) : null}
        </>
      }
      value={
        isOpen ? (
          <Tag
            text={rowStandsWord(row)}
            tone={row.awaitsMember && row.standing === 'ready' ? 'warn' : TONES[row.standing]}
          />
        ) : (
          <Tag text={handedInRowWord(row)} tone={row.state === 'returned' ? 'warn' : 'quiet'} />
        )
      }
      onTap={() => open('/packages/unit/row/index', { id: rosterId, row: row.id })}
    />
  );
}
