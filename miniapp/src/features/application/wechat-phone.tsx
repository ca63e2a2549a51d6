import { accounts } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { IN_WECHAT, type Refusal, call, tellTrouble, updateAccount, useSignIn } from '../../platform';
import { Cell, Group, WechatButton } from '../../ui';
import { RefusalNote } from './refusal-note';

/**
 * In WeChat the candidate's number comes at one tap, and a new draft begins with it; declining only means typing it
 * later.
 */
export function WechatPhone() {
  const { account } = useSignIn();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  if (account?.phoneMasked) {
    return (
      <Group title="联系手机">
        <Cell title={account.phoneMasked} note="工作人员用它联系您" />
      </Group>
    );
  }
  if (!IN_WECHAT) return null;
  const take = async (detail: { code?: string; errMsg: string }) => {
    const { code: wechatCode } = detail;
    if (!wechatCode) {
      await tellTrouble('phone-number', detail);
      return;
    }
    const reply = await call(accounts.provePhone, { body: { wechatCode } });
    if (reply.ok) updateAccount(reply.data);
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <Group title="联系手机" foot="也可以不授权，稍后自己填写。">
      <View className="start-phone">
        <WechatButton
          text="使用微信绑定的手机号"
          tone="plain"
          openType="getPhoneNumber"
          onGetPhoneNumber={({ detail }) => void take(detail)}
        />
      </View>
      <RefusalNote refusal={refusal} />
    </Group>
  );
}
