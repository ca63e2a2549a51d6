import { CONSENT_VERSION, accounts } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { agreesToPrivacyGuide, updateAccount, useCommand, useSignIn } from '../../platform';

import { BigButton, Check, RefusalMessage, Sheet } from '../../ui';
import { RulesLink } from './rules-link';

/** Whether the person has agreed to the consent text in force. */
export function useConsent(): boolean {
  const { account } = useSignIn();
  return account?.consentVersion === CONSENT_VERSION;
}

/** Asks for consent, apart for sensitive data as the law wants (个人信息保护法 第二十九条). */
export function ConsentSheet({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const [general, setGeneral] = useState(false);
  const [sensitive, setSensitive] = useState(false);
  const consent = useCommand(accounts.giveConsent);

  const agree = async () => {
    if (!(await agreesToPrivacyGuide())) return;
    const reply = await consent.run({ body: { version: CONSENT_VERSION, sensitive: true } });
    if (!reply.ok) return;
    updateAccount(reply.data);
    onDone();
  };
  return (
    <Sheet
      title="个人信息处理说明"
      onClose={onClose}
      action={
        <>
          {general && sensitive ? null : (
            <View className="still-because">
              {general
                ? '还要勾选：单独同意处理敏感个人信息'
                : sensitive
                  ? '还要勾选：已阅读并同意'
                  : '上面两项都勾选后才能继续'}
            </View>
          )}
          <BigButton
            id="consent-agree"
            text="同意并继续"
            disabled={!general || !sensitive}
            busy={consent.busy}
            onTap={() => void agree()}
          />
        </>
      }
    >
      <View>为办理报名、考试和发证，评价机构需要处理您填写的姓名、证件、电话、工作与学历信息。</View>
      <View>
        资料加密保存，只给办理该项工作的人员查看，按规定期限保存后删除；您可以随时在“我的”里查询、导出或删除。
      </View>
      <RulesLink />
      <Check id="consent-general" checked={general} onChange={setGeneral} text="我已阅读并同意处理上述个人信息" />
      <Check
        id="consent-sensitive"
        checked={sensitive}
        onChange={setSensitive}
        text="我单独同意处理敏感个人信息"
        note="证件号码、证件照片、手写签名。不同意则无法报名。"
      />
      <RefusalMessage refusal={consent.refusal} />
    </Sheet>
  );
}
