import { ROW_STANDINGS, type SheetEndpoints, type SheetImportView } from '@jikaotong/shared/contract';
import { rowStandingWord, yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { type Refusal, openFile, reloadScreens, scrollTo, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Check, Group, Loaded, RefusalMessage, NoticeBar, TextButton } from '../../ui';
import { ItemList } from './item-list';
import { JudgedItems } from './judged-items';
import './sheet.scss';

type Props = {
  endpoints: SheetEndpoints;
  params: { id: string; importId: string };
  unit: string;
  removes?: string;
  /** What is next once it is in. */
  next?: string;
  /** Sends it once more, for whoever compared it with what has changed since. */
  onAgain: () => void;
};

/** One sheet that was sent: its problems, or what it would change; then a bar until it is done. */
export function ImportRun({ endpoints, params, unit, removes, next = '请在下面核对', onAgain }: Props) {
  const [isOver, setOver] = useState(false);
  const answer = useAnswer(endpoints.get, { params }, isOver ? {} : { everyMs: 1_000 });
  const isOverNow = answer.state === 'ready' && answer.data.state !== 'preview' && answer.data.state !== 'applying';
  if (isOverNow && !isOver) setOver(true);
  useEffect(() => {
    // what the sheet changed stands on this screen too
    if (isOver) void reloadScreens();
  }, [isOver]);
  const isHere = answer.state === 'ready';
  useEffect(() => {
    // what was read of the sheet may stand below the edge of the screen
    if (isHere) scrollTo('#sheet-run');
  }, [isHere]);
  return (
    <Loaded answer={answer}>
      {(run) => (
        <View className="sheet-run" id="sheet-run">
          {run.state === 'refused' ? <Refused endpoints={endpoints} params={params} run={run} /> : null}
          {run.state === 'preview' ? (
            <Preview endpoints={endpoints} params={params} run={run} unit={unit} removes={removes} onAgain={onAgain} />
          ) : null}
          {run.state === 'applying' ? <Progress endpoints={endpoints} params={params} run={run} /> : null}
          {run.state === 'done' || run.state === 'cancelled' ? (
            <Over endpoints={endpoints} params={params} run={run} unit={unit} next={next} />
          ) : null}
        </View>
      )}
    </Loaded>
  );
}

type Part = { endpoints: SheetEndpoints; params: Props['params']; run: SheetImportView };

function Refused({ endpoints, params, run }: Part) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const fetchMarked = async () => {
    const reply = await openFile(endpoints.marked, { params }, { name: '标出错误的表格', kind: 'xlsx' });
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <>
      <NoticeBar tone="stop" title={`表里有 ${run.counts.problems} 处要改，没有导入任何内容`}>
        改好后重新上传。可以下载标出错误的表格，对照着改。
        <TextButton id="sheet-marked" text="下载标出错误的表格" onTap={() => void fetchMarked()} />
      </NoticeBar>
      <RefusalMessage refusal={refusal} />
      <ItemList endpoints={endpoints} params={params} only="problem" title="要改的地方" />
    </>
  );
}

type PreviewProps = Part & Pick<Props, 'unit' | 'onAgain'> & { removes: string | undefined };

function Preview({ endpoints, params, run, unit, removes, onAgain }: PreviewProps) {
  const [drops, setDrops] = useState(false);
  const confirm = useCommand(endpoints.confirm);
  const { problems, added, changed, same, missing, judged } = run.counts;
  const count = added + changed + (drops ? missing : 0);
  const isNothing = count === 0;
  if (confirm.refusal?.code === 'changed-meanwhile')
    return (
      <>
        <NoticeBar tone="warn" title="名单刚刚有变动，这张表还没有导入">
          它是和变动以前的名单比较的。再传一次，会按现在的名单重新比较。
        </NoticeBar>
        <View className="sheet-run__go">
          <BigButton id="sheet-again" text="再传一次" onTap={onAgain} />
        </View>
      </>
    );
  return (
    <>
      {problems > 0 ? (
        <>
          <NoticeBar tone="warn" title={`有 ${problems} 处没有读进来`}>
            这些行先不导入，也不据此移出任何人；其余的照常比较。改好后可以再传一次。
          </NoticeBar>
          <ItemList endpoints={endpoints} params={params} only="problem" title="没有读进来的" />
        </>
      ) : null}
      <Group title="确认后会有这些变化">
        <Cell title="新登记" value={`${added} ${unit}`} />
        <Cell title="有改动" value={`${changed} ${unit}`} note={changed > 0 ? '会覆盖现在的内容，请逐条核对' : null} />
        <Cell title="没有变化" value={`${same} ${unit}`} />
        {judged && judged.kept > 0 ? (
          <Cell title="不会改" value={`${judged.kept} ${unit}`} note="已经提交，或本人已经认领" />
        ) : null}
        <Cell
          title="表里没有"
          value={`${missing} ${unit}`}
          note={problems > 0 && missing > 0 ? '没有读进来的行里可能就有他们' : null}
        />
        {judged ? <Cell title="按通知判定" note={standingWords(run)} /> : null}
        {run.effect ? (
          <Cell title="费用合计" value={`${yuanWords(run.effect.fromFen)} → ${yuanWords(run.effect.toFen)}`} />
        ) : null}
        {run.ignored.length > 0 ? <Cell title="没有读取的列" note={run.ignored.join('、')} /> : null}
      </Group>
      {removes && missing > 0 && problems === 0 ? (
        <Check id="sheet-removes" text={removes} checked={drops} onChange={setDrops} />
      ) : null}
      <RefusalMessage refusal={confirm.refusal} />
      <View className="sheet-run__go">
        <BigButton
          id="sheet-confirm"
          text={isNothing ? '没有要导入的变化' : `确认导入 ${count} ${unit}`}
          busy={confirm.busy}
          disabled={isNothing}
          onTap={() => void confirm.run({ params, body: { missing: drops ? 'remove' : 'keep' } })}
        />
      </View>
      {judged ? (
        <JudgedItems endpoints={endpoints} params={params} run={run} judged={judged} />
      ) : (
        <>
          {changed > 0 ? (
            <ItemList endpoints={endpoints} params={params} only="changed" title="有改动（原来 → 改为）" />
          ) : null}
          {added > 0 ? <ItemList endpoints={endpoints} params={params} only="added" title="新登记" /> : null}
          {missing > 0 ? <ItemList endpoints={endpoints} params={params} only="missing" title="表里没有" /> : null}
        </>
      )}
    </>
  );
}

function standingWords({ counts: { judged, added } }: SheetImportView): string {
  const counted = ROW_STANDINGS.filter((which) => (judged?.standing[which] ?? 0) > 0).map(
    (which) => `${rowStandingWord(which)} ${judged?.standing[which]}`,
  );
  const words = counted.length > 0 ? counted.join('，') : '没有要判定的';
  return added > 0 ? `${words}。新登记的人，照片等收进名单后再传` : words;
}

function Progress({ endpoints, params, run }: Part) {
  const cancel = useCommand(endpoints.cancel);
  const done = run.applied + run.refused;
  const share = run.total === 0 ? 0 : Math.round((done / run.total) * 100);
  return (
    <Group title="正在导入" foot="可以离开这一页，导入会继续。">
      <View className="sheet-run__progress" id="sheet-progress">
        <View className="sheet-run__track">
          <View className="sheet-run__bar" style={{ width: `${share}%` }} />
        </View>
        <View>
          已完成 {done} / {run.total}
        </View>
        <TextButton id="sheet-cancel" text="取消剩下的" onTap={() => void cancel.run({ params, body: {} })} />
        <RefusalMessage refusal={cancel.refusal} />
      </View>
    </Group>
  );
}

function Over({ endpoints, params, run, unit, next }: Part & { unit: string; next: string }) {
  const isDone = run.state === 'done';
  return (
    <>
      <NoticeBar tone={isDone && run.refused === 0 ? 'go' : 'warn'} title={isDone ? '已导入' : '已取消'}>
        已导入 {run.applied} {unit}
        {run.refused > 0 ? `，${run.refused} ${unit}没有导入，原因见下` : ''}
        {isDone ? `。${next}。` : '；其余没有导入。'}
      </NoticeBar>
      {run.refused > 0 ? <ItemList endpoints={endpoints} params={params} only="refused" title="没有导入的" /> : null}
    </>
  );
}
