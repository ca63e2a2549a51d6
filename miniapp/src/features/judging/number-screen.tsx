import type { JudgeList } from '@jikaotong/shared/contract';
import { type Score, isScore, pointsOf } from '@jikaotong/shared/kernel';
import { totalOf } from '@jikaotong/shared/rules/judging';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast } from '../../platform';
import { BigButton, Group, Heading, NoticeBar, Page, ProseField, Tappable, TextButton, TextField } from '../../ui';
import type { Kept } from './kept-judging';
import { readPoints } from './read-points';
import { givenOf, note } from './use-judging';
import './judging.scss';

type Place = JudgeList['numbers'][number];
type Item = JudgeList['items'][number];
type Props = { id: string; kept: Kept; place: Place; onBack: () => void; onDone: () => void };

/**
 * The marking sheet of one drawn number; a screen within the page and no page of its own, for there may be no network.
 */
export function NumberScreen({ id, kept, place, onBack, onDone }: Props) {
  const { list } = kept;
  const given = givenOf(kept, place.placeId, place.run);
  const [typed, setTyped] = useState<readonly string[]>(
    list.items.map((_, at) => (given ? String((given.marks[at] ?? 0) / 100) : '')),
  );
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const marks = typed.map(readPoints);
  const filled = marks.filter((mark) => mark !== null);
  const total = totalOf(itemsOf(list.items), filled);
  const isSame = given !== null && marks.every((mark, at) => mark === given.marks[at]);
  const why = reason.trim();
  const faults = list.items.map((item, at) => faultOf(item, marks[at] ?? null));
  const go = () => {
    setAsked(true);
    if (!total.ok || faults.some(Boolean) || isSame || (given !== null && why === '')) return;
    note(id, { placeId: place.placeId, run: place.run, marks: filled, reason: given === null ? null : why });
    toast(`${place.station} 号工位 ${pointsOf(total.value)} 分`);
    onDone();
  };
  const set = (at: number, text: string) => setTyped(typed.map((one, row) => (row === at ? text : one)));
  return (
    <Page
      action={
        <BigButton
          id="give-mark"
          text={total.ok ? `${given ? '改为' : '提交'} ${pointsOf(total.value)} 分` : '提交'}
          waitsFor={isSame ? '分数没有改动' : typed.every((one) => one === '') && '请逐项打分'}
          onTap={go}
        />
      }
    >
      <View className="judging-back">
        <TextButton id="back-to-numbers" text="‹ 返回号码" onTap={onBack} />
      </View>
      <Heading title={`第 ${place.heat} 场 ${place.station} 号工位`}>
        {place.run > 1 ? '设备故障，重新比赛' : '按评分表逐项打分'}
      </Heading>
      {given ? <NoticeBar tone="info">已经评过。改分要写明原因，原来的分数会保留在记录里。</NoticeBar> : null}
      {list.items.map((item, at) => (
        <ItemRow
          key={item.name}
          at={at}
          item={item}
          typed={typed[at] ?? ''}
          error={asked ? (faults[at] ?? null) : null}
          onChange={(text) => set(at, text)}
        />
      ))}
      {given ? (
        <Group>
          <ProseField
            id="change-reason"
            label="改分原因"
            value={reason}
            maxlength={200}
            error={asked && !isSame && why === '' ? '请写明原因' : null}
            onChange={setReason}
          />
        </Group>
      ) : null}
    </Page>
  );
}

const itemsOf = (items: readonly Item[]) =>
  items.flatMap(({ name, maximum, step }) => (isScore(maximum) && isScore(step) ? [{ name, maximum, step }] : []));

function faultOf({ maximum, step }: Item, mark: Score | null): string | null {
  if (mark === null) return '请打分';
  if (mark > maximum) return `最多 ${maximum / 100} 分`;
  return mark % step === 0 ? null : `按 ${step / 100} 分一档`;
}

type RowProps = { at: number; item: Item; typed: string; error: string | null; onChange: (text: string) => void };

/** One item: a step down or up, full marks, or typed. From nothing a step down is one off the full marks. */
function ItemRow({ at, item: { name, maximum, step }, typed, error, onChange }: RowProps) {
  const mark = readPoints(typed);
  const put = (value: number) => onChange(String(Math.min(maximum, Math.max(0, value)) / 100));
  return (
    <Group>
      <TextField
        id={`item-${at}`}
        label={name}
        value={typed}
        type="digit"
        maxlength={6}
        hint={`满分 ${maximum / 100}，每档 ${step / 100}`}
        error={error}
        onChange={onChange}
      />
      <View className="judging-steps">
        <Tappable
          className="judging-step"
          id={`down-${at}`}
          label={`${name}减一档`}
          onTap={() => put((mark ?? maximum) - step)}
        >
          −{step / 100}
        </Tappable>
        <Tappable
          className="judging-step"
          id={`up-${at}`}
          label={`${name}加一档`}
          onTap={() => put((mark ?? 0) + step)}
        >
          +{step / 100}
        </Tappable>
        <Tappable className="judging-step" id={`full-${at}`} label={`${name}满分`} onTap={() => put(maximum)}>
          满分
        </Tappable>
      </View>
    </Group>
  );
}
