import { type AccountView, accounts } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { IN_WECHAT, type Refusal, type Reply, back, call, tellTrouble, updateAccount } from '../../platform';
import { Heading, RefusalMessage, Page, TextButton, WechatButton } from '../../ui';
import { PhoneForm } from './phone-form';
import { RulesLink } from './rules-link';

/** Binds a phone to the account: WeChat's own number at one tap, or any number by SMS. */
export function PhoneScreen() {
  const [bySms, setBySms] = useState(!IN_WECHAT);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const takeWechatNumber = async (detail: { code?: string; errMsg: string }) => {
    const { code } = detail;
    if (!code) {
      await tellTrouble('phone-number', detail);
      return;
    }
    const reply = held(await call(accounts.provePhone, { body: { wechatCode: code } }));
    if (reply.ok) back();
    else setRefusal(reply);
  };
  return (
    <Page>
      <Heading title="绑定手机号">
        用于登录和工作人员联系您。审核、缴费和考试的通知在“消息”里，您允许时也发到微信。
      </Heading>
      <RefusalMessage refusal={refusal} />
      {bySms ? (
        <PhoneForm action="绑定" submit={proveBySms} onDone={back} />
      ) : (
        <View className="sign-in__go">
          <WechatButton
            text="使用微信绑定的手机号"
            openType="getPhoneNumber"
            onGetPhoneNumber={({ detail }) => void takeWechatNumber(detail)}
          />
          <View className="sign-in__other">
            <TextButton text="用其他手机号" onTap={() => setBySms(true)} />
          </View>
        </View>
      )}
      <View className="sign-in__other">
        <RulesLink />
      </View>
    </Page>
  );
}

const proveBySms = async (phone: string, code: string): Promise<Reply<AccountView>> =>
  held(await call(accounts.provePhone, { body: { phone, code } }));

function held(reply: Reply<AccountView>): Reply<AccountView> {
  if (reply.ok) updateAccount(reply.data);
  return reply;
}
