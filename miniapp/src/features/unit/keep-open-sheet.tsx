import { type StaffRosterCounterView, rosterCounters } from '@jikaotong/shared/contract';
import { dayAndDistanceWords, fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../platform';
import { BigButton, DayField, RefusalMessage, Sheet } from '../../ui';
import { useToday } from '../demonstration';

type Props = { view: StaffRosterCounterView; onClose: () => void; onDone: () => void };

/** Until when who did not come can still be confirmed. */
export function KeepOpenSheet({ view, onClose, onDone }: Props) {
  const today = useToday();
  const [until, setUntil] = useState<string | null>(view.isSet ? view.openUntil : null);
  const keep = useCommand(rosterCounters.keepRosterOpen);
  const { latest } = view;
  const wrong = until !== null && (until < today || until > latest);
  const go = async () => {
    if (until === null || wrong) return;
    if ((await keep.run({ params: { id: view.rosterId }, body: { until } })).ok) onDone();
  };
  return (
    <Sheet
      title="定补办日期"
      onClose={onClose}
      action={
        <BigButton
          id="set-open-until"
          text={until === null ? '请选日期' : wrong ? '请另选日期' : '确定'}
          busy={keep.busy}
          disabled={until === null || wrong}
          onTap={() => void go()}
        />
      }
    >
      <View>还有 {view.counts.open} 人没办。到这一天还没来的，窗口不再受理。</View>
      <DayField
        id="open-until"
        label="补办到哪一天（含当日）"
        value={until}
        error={wrong ? `请选今天到${fullDayWords(latest)}之间的日子` : null}
        hint={`最晚 ${dayAndDistanceWords(latest, today)}，再晚就来不及缴费和考试`}
        onChange={setUntil}
      />
      <RefusalMessage refusal={keep.refusal} />
    </Sheet>
  );
}
