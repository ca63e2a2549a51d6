import { type BodyView, bodies } from '@jikaotong/shared/contract';
import { ASSUMED_GRACE_MINUTES } from '@jikaotong/shared/rules/door';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { BigButton, Group, RefusalMessage, TextField } from '../../ui';
import './body.scss';

const MOST_MINUTES = 240;

/** How long after the beginning of a paper somebody is still let in; nothing printed says it, so that half an hour is assumed. */
export function GraceForm({ body }: { body: BodyView }) {
  const before = body.graceMinutes === null ? '' : String(body.graceMinutes);
  const [typed, setTyped] = useState(before);
  const save = useCommand(bodies.updateBody);
  const text = typed.trim();
  const isWrong = text !== '' && !(/^\d{1,3}$/.test(text) && Number(text) <= MOST_MINUTES);
  const go = async () => {
    const graceMinutes = text === '' ? null : Number(text);
    const reply = await save.run({ params: { id: body.id }, body: { graceMinutes } });
    if (reply.ok) toast('已保存');
  };
  return (
    <>
      <Group
        title="迟到多久不再入场"
        foot={`通知里没有写，不填就按推定的 ${ASSUMED_GRACE_MINUTES} 分钟；过了这个时间没有签到的，记为缺考。`}
      >
        <TextField
          id="grace-minutes"
          label="开考后几分钟"
          type="number"
          maxlength={3}
          value={typed}
          placeholder={`${ASSUMED_GRACE_MINUTES}（推定）`}
          error={isWrong ? `请填 0 到 ${MOST_MINUTES}` : null}
          onChange={setTyped}
        />
      </Group>
      <RefusalMessage refusal={save.refusal} />
      {text === before ? null : (
        <View className="body-go">
          <BigButton
            id="save-grace"
            text="保存"
            busy={save.busy}
            waitsFor={isWrong && '请先改对分钟数'}
            onTap={() => void go()}
          />
        </View>
      )}
    </>
  );
}
