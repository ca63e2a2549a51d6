import { type BodyView, bodies } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { DEFAULT_TICKET_PATTERN, checkTicketPattern, ticketNumber } from '@jikaotong/shared/rules/numbering';
import { numberFaultSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { BigButton, Group, RefusalMessage, TextButton, TextField } from '../../ui';
import './body.scss';

/** The pattern of ticket numbers, with the number it would give. */
export function TicketPatternForm({ body }: { body: BodyView }) {
  const [pattern, setPattern] = useState(body.ticketNumberPattern);
  const save = useCommand(bodies.updateBody);
  const typed = pattern.trim();
  const fault = checkTicketPattern(typed);
  const sample = fault ? null : ticketNumber(typed, SAMPLE, 1);
  const changed = typed !== body.ticketNumberPattern;
  const go = async () => {
    const reply = await save.run({ params: { id: body.id }, body: { ticketNumberPattern: typed } });
    if (reply.ok) toast('已保存');
  };
  return (
    <>
      <Group
        title="准考证号"
        foot="{yyyy}{mm}{dd} 考试年月日，{level} 等级，{session} 批次序号，{seq:4} 四位流水号；号码里不能有证件号。"
      >
        <TextField
          id="ticket-pattern"
          label="编号规则"
          maxlength={60}
          value={pattern}
          error={fault ? numberFaultSentence(fault.code, fault.data) : null}
          hint={sample?.ok ? `例如 ${sample.value}` : null}
          onChange={setPattern}
          side={
            typed === DEFAULT_TICKET_PATTERN ? null : (
              <TextButton
                id="ticket-pattern-usual"
                text="用常用规则"
                onTap={() => setPattern(DEFAULT_TICKET_PATTERN)}
              />
            )
          }
        />
      </Group>
      <RefusalMessage refusal={save.refusal} />
      {changed ? (
        <View className="body-go">
          <BigButton
            id="save-ticket-pattern"
            text="保存编号规则"
            busy={save.busy}
            waitsFor={fault !== null && '请先改对编号规则'}
            onTap={() => void go()}
          />
        </View>
      ) : null}
    </>
  );
}

const SAMPLE = { examOn: localDate('2026-12-12'), level: 5, sessionNumber: 1 };
