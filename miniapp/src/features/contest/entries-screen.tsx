import { type ContestView, contests } from '@jikaotong/shared/contract';
import type { StageCode } from '@jikaotong/shared/notice';
import { useState } from 'react';
import { type Refusal, call, openFile, queryClient, useOnShow, usePages } from '../../platform';
import {
  Cell,
  Empty,
  Group,
  Heading,
  Loaded,
  RefusalMessage,
  Page,
  TextField,
  Chips,
  LoadMoreButton,
  PickTools,
} from '../../ui';
import { useStaff } from '../staff';
import { useToday } from '../demonstration';
import { AnnounceSheet } from './announce-sheet';
import { BulkAcceptance, MOST } from './bulk-acceptance';
import { EntryRows, PickRows, lookOf } from './entry-rows';
import { announcedWords } from './announced-words';
import { ListImport } from './list-import';

type EntryFilter = 'all' | 'undecided';
const ENTRY_FILTERS: readonly { key: EntryFilter; text: string }[] = [
  { key: 'all', text: '全部' },
  { key: 'undecided', text: '等待核对' },
];

/** Who entered, with counts, the sheet to take away, and the stages to announce. */
export function EntriesScreen({ id, onlyWaiting }: { id: string; onlyWaiting: boolean }) {
  const [words, setWords] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [stage, setStage] = useState<StageCode | null>(null);
  const [only, setOnly] = useState<EntryFilter>(onlyWaiting ? 'undecided' : 'all');
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const { may } = useStaff();
  const q = words.trim();
  const answer = usePages(['entries', id, q, only], (cursor) =>
    call(contests.listEntries, {
      params: { id },
      query: { cursor, ...(q === '' ? {} : { q }), ...(only === 'undecided' ? { only, limit: 50 } : {}) },
    }),
  );
  useOnShow(() => void queryClient.invalidateQueries({ refetchType: 'active' }));
  const take = async () => {
    const reply = await openFile(contests.downloadEntries, { params: { id } }, { name: 'entries', kind: 'xlsx' });
    setRefusal(reply.ok ? null : reply);
  };
  const stop = () => setPicked(null);
  const choose = (shown: EntryFilter) => {
    stop();
    setOnly(shown);
  };
  const together = answer.state === 'ready' ? answer.data.items.filter((entry) => entry.onlyGroupWaits) : [];
  const alone = answer.state === 'ready' ? answer.data.items.filter((entry) => !entry.onlyGroupWaits) : [];
  const chosen = together.filter((entry) => picked?.includes(lookOf(entry)));
  return (
    <Page action={picked ? <BulkAcceptance noticeId={id} entries={chosen} onDone={stop} /> : undefined}>
      <Heading title="报名名单" />
      <Group>
        <TextField
          id="entry-search"
          label="查找"
          value={words}
          placeholder="姓名或单位"
          onChange={(text) => {
            stop();
            setWords(text);
          }}
        />
      </Group>
      <Loaded answer={answer}>
        {(list) => {
          const { counts, contest } = list.first;
          return (
            <>
              <Group title={contest.title}>
                <Cell title="已报名" value={`${counts.entered} 人`} note={`来自 ${counts.units} 个单位`} />
                {contest.entersHere ? (
                  <>
                    <Cell title="等待核对" value={`${counts.undecided} 人`} />
                    <Cell title="参加赛前培训" value={`${counts.training} 人`} />
                  </>
                ) : (
                  <Cell
                    title="在这里记录官网报名"
                    value={`${counts.following} 人`}
                    note={`已提交 ${counts.registered} 人，已在名单中 ${counts.matched} 人`}
                  />
                )}
                <Cell title="已撤回" value={`${counts.withdrawn} 人`} />
                <Cell id="entries-sheet" title="导出名单" note="Excel 表格" onTap={() => void take()} />
              </Group>
              <RefusalMessage refusal={refusal} />
              {contest.entersHere ? null : <ListImport noticeId={id} />}
              <StageCells contest={contest} onOpen={setStage} />
              {contest.entersHere ? (
                <Chips id="entries" label="显示" options={ENTRY_FILTERS} value={only} onChoose={choose} />
              ) : null}
              {only === 'undecided' && (picked !== null || together.length > 0) && may(contests.acceptEntries) ? (
                <PickTools
                  picking={picked !== null}
                  all={`选中已显示的 ${Math.min(together.length, MOST)} 份`}
                  onStart={() => setPicked([])}
                  onAll={() => setPicked(together.slice(0, MOST).map(lookOf))}
                  onStop={stop}
                />
              ) : null}
              {list.items.length === 0 ? (
                <Empty title={q !== '' ? '没有找到' : only === 'undecided' ? '都核对完了' : '还没有人报名'} />
              ) : picked ? (
                <>
                  <PickRows
                    entries={together}
                    picked={picked}
                    onPick={(look, yes) =>
                      setPicked(yes ? [...picked, look].slice(0, MOST) : picked.filter((one) => one !== look))
                    }
                  />
                  <EntryRows title="需要逐份核对" entries={alone} />
                </>
              ) : (
                <EntryRows entries={list.items} />
              )}
              <LoadMoreButton list={list} />
              {stage ? (
                <AnnounceSheet
                  contest={contest}
                  stage={stage}
                  told={counts.entered - counts.listed + counts.matched}
                  onClose={() => setStage(null)}
                />
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function StageCells({ contest, onOpen }: { contest: ContestView; onOpen: (stage: StageCode) => void }) {
  const { may } = useStaff();
  const today = useToday();
  if (!may(contests.announceStage)) return null;
  return (
    <Group title="赛程" foot="公布后所有已报名选手都会收到消息。">
      {contest.stages.map(({ code, name, printed, announced }) => (
        <Cell
          key={code}
          id={`stage-${code}`}
          title={name}
          note={announced ? announcedWords(announced, today) : `通知原文：${printed}`}
          value={announced ? '已公布' : '待公布'}
          onTap={() => onOpen(code)}
        />
      ))}
    </Group>
  );
}
