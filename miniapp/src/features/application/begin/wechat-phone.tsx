import { accounts } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { IN_WECHAT, type Refusal, call, signInState, tellTrouble, updateAccount, useSignIn } from '../../../platform';
import { WechatButton } from '../../../ui';
import { signInWithWechat } from '../../account';
import { RefusalNote } from '../refusal-note';

/**
 * In WeChat the candidate's number comes at one tap, and a new draft begins with it; declining only means typing it
 * later.
 */
export function WechatPhone() {
  const { account } = useSignIn();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  if (account?.phoneMasked || !IN_WECHAT) return null;
  const take = async (detail: { code?: string; errMsg: string }) => {
    const { code: wechatCode } = detail;
    if (!wechatCode) {
      await tellTrouble('phone-number', detail);
      return;
    }
    if (signInState().phase !== 'in') {
      const entered = await signInWithWechat();
      if (!entered.ok) return setRefusal(entered);
    }
    const reply = await call(accounts.provePhone, { body: { wechatCode } });
    if (reply.ok) updateAccount(reply.data);
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <View className="begin">
      <WechatButton
        text="使用微信绑定的手机号"
        tone="plain"
        openType="getPhoneNumber"
        onGetPhoneNumber={({ detail }) => void take(detail)}
      />
      <View className="begin__line">报名要填联系手机；也可以不授权，稍后自己填写。</View>
      <RefusalNote refusal={refusal} />
    </View>
  );
}
