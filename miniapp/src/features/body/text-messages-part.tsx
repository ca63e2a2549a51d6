import { type BodyTextMessages, messages } from '@jikaotong/shared/contract';
import { yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Group, Loaded, NoticeBar, RefusalMessage, SwitchRow, TextField } from '../../ui';
import './body.scss';

/** What the body tells candidates by SMS: whether, how many a month, and what it has cost. */
export function TextMessagesPart({ bodyId }: { bodyId: string }) {
  const answer = useAnswer(messages.getBodyTextMessages, { params: { id: bodyId } });
  return <Loaded answer={answer}>{(view) => <Settings key={view.mostAMonth} bodyId={bodyId} view={view} />}</Loaded>;
}

const FOUR_FIFTHS = 0.8;

function Settings({ bodyId, view }: { bodyId: string; view: BodyTextMessages }) {
  const save = useCommand(messages.setBodyTextMessages);
  const [most, setMost] = useState(String(view.mostAMonth));
  const fault = /^\d{1,6}$/.test(most) ? null : '请填 0 到 999999';
  const [newest] = view.months;
  const send = async (isOn: boolean, mostAMonth: number) => {
    const reply = await save.run({ params: { id: bodyId }, body: { isOn, mostAMonth } });
    if (reply.ok) toast('已保存');
  };
  return (
    <>
      <Group
        title="短信提醒"
        foot={`退回修改、审核通过、缴费提醒、准考证、改期取消和成绩，微信没有送到的才发短信，每件事一条，每条约 ${yuanWords(view.partFen)}。登录验证码不算在内。`}
      >
        <SwitchRow
          id="body-text-messages"
          text="给考生发短信提醒"
          checked={view.isOn}
          onChange={(isOn) => void send(isOn, view.mostAMonth)}
        />
        <TextField
          id="text-messages-a-month"
          label="每月最多（条）"
          type="number"
          maxlength={6}
          value={most}
          error={fault}
          onChange={setMost}
        />
        {view.months.map(({ month, parts, fen, heldBack }) => (
          <Cell
            key={month}
            title={monthWords(month)}
            note={heldBack > 0 ? `到了上限，${heldBack} 条没有发` : undefined}
            value={`${parts} 条，${yuanWords(fen)}`}
          />
        ))}
      </Group>
      {newest && newest.heldBack > 0 ? (
        <NoticeBar tone="stop">
          {monthWords(newest.month)}的短信到了上限，有消息没有发出，可以调高每月最多条数。
        </NoticeBar>
      ) : null}
      {newest && newest.heldBack === 0 && newest.parts >= view.mostAMonth * FOUR_FIFTHS ? (
        <NoticeBar tone="warn">{monthWords(newest.month)}的短信快到上限了。</NoticeBar>
      ) : null}
      <RefusalMessage refusal={save.refusal} />
      {Number(most) === view.mostAMonth ? null : (
        <View className="body-go">
          <BigButton
            id="save-text-messages"
            text="保存每月条数"
            busy={save.busy}
            waitsFor={fault !== null && '请先改对每月条数'}
            onTap={() => void send(view.isOn, Number(most))}
          />
        </View>
      )}
    </>
  );
}

/** `2026年11月` of `2026-11`. */
const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
