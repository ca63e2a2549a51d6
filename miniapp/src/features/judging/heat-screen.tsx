import { type JudgedNumber, type StagePart, judging } from '@jikaotong/shared/contract';
import { judgeBarWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAnswer } from '../../platform';
import { Cell, Empty, Group, Heading, Loaded, NoticeBar, Page, Tag, TextButton } from '../../ui';
import { useToday } from '../demonstration';
import { momentWords, useStaff } from '../staff';
import { AllowSheet } from './allow-sheet';
import { FailureSheet } from './failure-sheet';
import { KeyMarkSheet } from './key-mark-sheet';
import './judging.scss';

type Mark = JudgedNumber['marks'][number];
type Item = { readonly name: string; readonly maximum: number; readonly step: number };
type Opened =
  | { readonly sheet: 'mark' | 'allow'; readonly number: JudgedNumber; readonly mark: Mark }
  | { readonly sheet: 'failure'; readonly number: JudgedNumber };
type Props = { id: string; part: StagePart; heat: string };

/** One heat: what each judge gave each number; whose it is stands nowhere. */
export function HeatScreen({ id, part, heat }: Props) {
  const answer = useAnswer(judging.getJudgedHeat, { params: { id, part, heat: Number(heat) } }, { everyMs: 30_000 });
  const { may } = useStaff();
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <Page broad>
      <Heading title={`第 ${heat} 场`}>号码是谁的不显示。</Heading>
      <Loaded answer={answer}>
        {({ numbers, items, bodyId, locked, shown }) => (
          <>
            {shown ? (
              locked ? null : (
                <NoticeBar tone="info">点裁判的分数，可以按签名的纸质评分表录入或核对。</NoticeBar>
              )
            ) : (
              <NoticeBar tone="info">各位裁判的分数，锁定以前只给保管人和登分人员看。</NoticeBar>
            )}
            {numbers.length === 0 ? <Empty title="这一场没有到场的选手">缺考的号码不用评分。</Empty> : null}
            {numbers.map((number) => (
              <NumberGroup
                key={number.placeId}
                number={number}
                mayMark={!locked && may(judging.keyJudgeMark, bodyId)}
                mayChange={!locked && may(judging.noteFailure, bodyId)}
                onOpen={setOpened}
              />
            ))}
            {opened ? (
              <OpenedSheet at={{ id, part }} items={items} opened={opened} onClose={() => setOpened(null)} />
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}

type SheetProps = {
  at: { id: string; part: StagePart };
  items: readonly Item[];
  opened: Opened;
  onClose: () => void;
};

function OpenedSheet({ at, items, opened, onClose }: SheetProps) {
  switch (opened.sheet) {
    case 'mark':
      return <KeyMarkSheet items={items} number={opened.number} mark={opened.mark} onClose={onClose} />;
    case 'allow':
      return <AllowSheet number={opened.number} mark={opened.mark} onClose={onClose} />;
    case 'failure':
      return <FailureSheet at={at} number={opened.number} onClose={onClose} />;
  }
}

type GroupProps = {
  number: JudgedNumber;
  mayMark: boolean;
  mayChange: boolean;
  onOpen: (opened: Opened) => void;
};

function NumberGroup({ number, mayMark, mayChange, onOpen }: GroupProps) {
  const { station, run, combined, marks, failures } = number;
  const [shown, setShown] = useState(false);
  return (
    <Group
      title={`${station} 号工位${run > 1 ? `　第 ${run} 次` : ''}　${combined === null ? '没有评完' : `合成 ${combined / 100} 分`}`}
    >
      {marks.map((mark) => (
        <MarkCell
          key={mark.judgeId}
          id={`mark-${station}-${mark.judgeName}`}
          mark={mark}
          {...(mark.bar === null
            ? mayMark && !mark.voided && { onTap: () => onOpen({ sheet: 'mark', number, mark }) }
            : mayChange && { onTap: () => onOpen({ sheet: 'allow', number, mark }) })}
        />
      ))}
      {failures.map(({ stoppedAt, minutes, again, reason, witness, byName }) => (
        <Cell
          key={stoppedAt + reason}
          title={`设备故障　${stoppedAt} 停 ${minutes} 分钟${again ? '，重新比赛' : ''}`}
          note={`${reason}；见证人：${witness}；${byName}登记`}
        />
      ))}
      {shown ? <Steps number={number} /> : null}
      <View className="judging-foot">
        {number.steps.length > 0 && !shown ? (
          <TextButton id={`steps-${station}`} text="评分记录" onTap={() => setShown(true)} />
        ) : null}
        {mayChange ? (
          <TextButton
            id={`failure-${station}`}
            text="登记设备故障"
            onTap={() => onOpen({ sheet: 'failure', number })}
          />
        ) : null}
      </View>
    </Group>
  );
}

function MarkCell({ id, mark, onTap }: { id: string; mark: Mark; onTap?: () => void }) {
  const { judgeName, total, source, open, outlier, bar, excepted, removed, voided } = mark;
  const about = [
    removed ? (voided ? '裁判已取消，评分已作废' : '裁判已取消，评分仍计入') : '',
    excepted ? '有回避情形，已准许' : '',
    source === 'paper' ? '按纸质评分表录入' : '',
    open ? '待第二人核对' : '',
  ].filter(Boolean);
  return (
    <Cell
      id={id}
      title={judgeName}
      {...(about.length > 0 && { note: about.join('，') })}
      value={
        bar !== null ? (
          <Tag text={`回避：${judgeBarWord(bar)}`} />
        ) : total === null ? (
          <Tag text="未评" tone="warn" />
        ) : voided ? (
          <Tag text={`${total / 100} 分，不计入`} tone="quiet" />
        ) : outlier ? (
          <Tag text={`${total / 100} 分，差距大`} tone="warn" />
        ) : (
          `${total / 100} 分`
        )
      }
      {...(onTap && { onTap })}
    />
  );
}

const SOURCES = {
  phone: '手机评分',
  paper: '录入',
  check: '核对',
  decision: '处理冲突',
  'set-aside': '不计入',
} as const;

function Steps({ number: { steps } }: { number: JudgedNumber }) {
  const today = useToday();
  return steps.map(({ judgeName, byName, at, source, total, run, reason }, row) => (
    <Cell
      key={row}
      title={`${judgeName}　${total === null ? '' : `${total / 100} 分`}${run > 1 ? `（第 ${run} 次）` : ''}`}
      note={[`${byName} ${momentWords(at, today)} ${SOURCES[source]}`, reason === null ? '' : `原因：${reason}`]
        .filter(Boolean)
        .join('；')}
    />
  ));
}
