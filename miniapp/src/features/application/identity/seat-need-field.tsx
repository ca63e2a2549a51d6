import { seatNeeds } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { useAnswer, useCommand } from '../../../platform';
import { BigButton, Group, ProseField, RefusalMessage, SwitchRow } from '../../../ui';

/** Whether a seat that is reached without a step is needed; told freely, for those who plan the rooms alone. */
export function SeatNeedField({ applicationId }: { applicationId: string }) {
  const params = { id: applicationId };
  const told = useAnswer(seatNeeds.getSeatNeed, { params });
  const set = useCommand(seatNeeds.setSeatNeed);
  const [note, setNote] = useState<string | null>(null);
  if (told.state !== 'ready') return null;
  const { needed, note: stored } = told.data;
  const text = note ?? stored ?? '';
  return (
    <Group
      title="无障碍座位（选填）"
      foot="打开表示您同意把这项告诉安排考场的工作人员，只用来安排座位；审核人员和别人都看不到，不影响报名，随时可以关掉。"
    >
      <SwitchRow
        id="seat-need"
        text="我需要无障碍座位"
        note="例如坐轮椅、拄拐、上下楼不便"
        checked={needed}
        onChange={(yes) => void set.run({ params, body: { needed: yes } })}
      />
      {needed ? (
        <>
          <ProseField
            id="seat-need-note"
            label="还需要什么（可不填）"
            maxlength={100}
            value={text}
            onChange={setNote}
          />
          {text.trim() === (stored ?? '') ? null : (
            <BigButton
              id="save-seat-need"
              text="保存说明"
              tone="plain"
              busy={set.busy}
              onTap={() => void set.run({ params, body: { needed: true, note: text.trim() || null } })}
            />
          )}
        </>
      ) : null}
      <RefusalMessage refusal={set.refusal} />
    </Group>
  );
}
