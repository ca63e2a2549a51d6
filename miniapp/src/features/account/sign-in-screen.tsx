import { View } from '@tarojs/components';
import { useState } from 'react';
import { IN_WECHAT, type Refusal, back } from '../../platform';
import { BigButton, Heading, RefusalMessage, Page, TextButton } from '../../ui';
import { PhoneForm } from './phone-form';
import { RulesLink } from './rules-link';
import { signInWithPhone, signInWithWechat } from './sign-in';
import './sign-in.scss';

/** One tap in WeChat, phone and code elsewhere; goes back to where the person came from. */
export function SignInScreen() {
  const [byPhone, setByPhone] = useState(!IN_WECHAT);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const oneTap = async () => {
    setBusy(true);
    const reply = await signInWithWechat();
    setBusy(false);
    if (reply.ok) back();
    else setRefusal(reply);
  };
  if (byPhone) {
    return (
      <Page>
        <Heading title="手机号登录">首次登录会自动建立账号。</Heading>
        <PhoneForm action="登录" submit={signInWithPhone} onDone={back} />
        <View className="sign-in__other">
          <RulesLink />
        </View>
      </Page>
    );
  }
  return (
    <Page>
      <Heading title="登录技考通">登录后可以报名、缴费，查看准考证（参赛证）、成绩和证书。</Heading>
      <RefusalMessage refusal={refusal} />
      <View className="sign-in__go">
        <BigButton id="wechat-sign-in" text="微信一键登录" busy={busy} onTap={() => void oneTap()} />
        <View className="sign-in__other">
          <TextButton text="用手机号登录" onTap={() => setByPhone(true)} />
        </View>
        <View className="sign-in__other">
          <RulesLink />
        </View>
      </View>
    </Page>
  );
}
