import { messages } from '@jikaotong/shared/contract';
import { toast, useAnswer, useCommand } from '../../platform';
import { Group, RefusalMessage, SwitchRow } from '../../ui';

/** Whether what must not be missed comes by SMS too. */
export function TextMessagesSwitch() {
  const answer = useAnswer(messages.getOwnTextMessages, {});
  const save = useCommand(messages.setOwnTextMessages);
  if (answer.state !== 'ready') return null;
  const { isOn, phoneMasked } = answer.data;
  const change = async (next: boolean) => {
    const reply = await save.run({ body: { isOn: next } });
    if (reply.ok) toast(next ? '短信提醒已开' : '短信提醒已关');
  };
  return (
    <>
      <Group foot="退回修改、缴费、准考证、改期和成绩，微信没有收到时才发短信，晚上不发。登录验证码不受影响。">
        <SwitchRow
          id="text-messages"
          text="短信提醒"
          note={phoneMasked === null ? '发到您报名时填的手机号，不收费' : `发到 ${phoneMasked}，不收费`}
          checked={isOn}
          onChange={(next) => void change(next)}
        />
      </Group>
      <RefusalMessage refusal={save.refusal} />
    </>
  );
}
