import { accounts } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { back, toast, useCommand } from '../../platform';
import { BigButton, Group, Heading, Page, RefusalMessage, TextField } from '../../ui';
import { NO_PASSWORD, NewPasswordFields, PASSWORD_HINT, isComplete } from './new-password';
import './staff.scss';

/** A member of staff changes the own password. */
export function PasswordScreen() {
  const change = useCommand(accounts.changePassword);
  const [present, setPresent] = useState('');
  const [next, setNext] = useState(NO_PASSWORD);
  const [shown, setShown] = useState(false);
  const go = async () => {
    setShown(true);
    if (present === '' || !isComplete(next)) return;
    const reply = await change.run({ body: { present, next: next.password } });
    if (!reply.ok) return;
    toast('密码已修改');
    back();
  };
  return (
    <Page>
      <Heading title="修改密码">改好以后，您在其他设备上的登录都会退出，没用过的邀请链接也会失效。</Heading>
      <Group foot={PASSWORD_HINT}>
        <TextField
          id="present-password"
          label="现在的密码"
          password
          maxlength={128}
          value={present}
          autocomplete="current-password"
          error={shown && present === '' ? '请填写现在的密码' : null}
          onChange={setPresent}
        />
        <NewPasswordFields value={next} shown={shown} onChange={setNext} />
      </Group>
      <RefusalMessage refusal={change.refusal} />
      <View className="staff-go">
        <BigButton id="change-password" text="修改密码" busy={change.busy} onTap={() => void go()} />
      </View>
      <View className="staff-hint">忘了现在的密码，请管理员重新发一个邀请链接。</View>
    </Page>
  );
}
