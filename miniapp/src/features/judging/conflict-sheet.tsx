import { type JudgingView, judging } from '@jikaotong/shared/contract';
import { judgeConflictWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { reloadScreens, toast, useCommand } from '../../platform';
import { useToday } from '../demonstration';
import { momentWords } from '../staff';
import { BigButton, Choices, NoticeBar, ProseField, RefusalMessage, Sheet } from '../../ui';

type Props = { of: JudgingView['conflicts'][number]; onClose: () => void };

/** What a phone sent that did not count: it counts after all, or never. */
export function ConflictSheet({ of, onClose }: Props) {
  const today = useToday();
  const decide = useCommand(judging.decideJudgeAct);
  const [counts, setCounts] = useState<'no' | 'yes'>('no');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const said = reason.trim();
  const go = async () => {
    setAsked(true);
    if (said === '') return;
    const reply = await decide.run({ params: { id: of.id }, body: { counts: counts === 'yes', reason: said } });
    if (!reply.ok) return;
    toast('已处理');
    onClose();
    await reloadScreens();
  };
  const marks = of.marks?.map((mark) => mark / 100).join('、');
  return (
    <Sheet
      title={of.number ? `第 ${of.number.heat} 场 ${of.number.station} 号工位` : '没有计入的评分'}
      onClose={onClose}
      action={<BigButton id="decide-judge-act" text="处理" busy={decide.busy} onTap={() => void go()} />}
    >
      <NoticeBar tone="warn" title={judgeConflictWord(of.conflict)}>
        {`${of.judgeName ?? ''} ${momentWords(of.at, today)}${marks ? `：${marks}` : ''}`}
      </NoticeBar>
      {of.mayCount ? (
        <Choices
          label="怎么处理"
          options={[
            { key: 'no', text: '不计入' },
            { key: 'yes', text: '按这个分数计入', note: '代替现在的分数，记录里保留两个' },
          ]}
          value={counts}
          onChoose={setCounts}
        />
      ) : null}
      <ProseField
        id="judge-act-reason"
        label="说明"
        value={reason}
        maxlength={200}
        error={asked && said === '' ? '请写明怎么处理的' : null}
        onChange={setReason}
      />
      <RefusalMessage refusal={decide.refusal} />
    </Sheet>
  );
}
