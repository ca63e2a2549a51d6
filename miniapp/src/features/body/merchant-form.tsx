import { type BodyOf, type BodyView, bodies } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { BigButton, Cell, Group, RefusalMessage, ProseField, Sheet, TextField } from '../../ui';

type Merchant = BodyOf<typeof bodies.setMerchant>;
type Name = keyof Merchant;

const BLANK: Merchant = {
  mchid: '',
  serial: '',
  privateKeyPem: '',
  apiV3Key: '',
  platformKeyId: '',
  platformKeyPem: '',
};

const LINES: readonly { name: Name; label: string; isLong?: true; hint: string; form: RegExp }[] = [
  { name: 'mchid', label: '商户号', hint: '8 到 12 位数字', form: /^\d{8,12}$/ },
  { name: 'serial', label: '商户证书序列号', hint: '40 位，数字和大写 A–F', form: /^[0-9A-F]{40}$/ },
  {
    name: 'privateKeyPem',
    label: '商户私钥（apiclient_key.pem 的全文）',
    isLong: true,
    hint: '以 -----BEGIN 开头',
    form: /-----BEGIN/,
  },
  { name: 'apiV3Key', label: 'APIv3 密钥', hint: '32 个字符', form: /^.{32}$/ },
  { name: 'platformKeyId', label: '微信支付公钥 ID', hint: 'PUB_KEY_ID_ 开头，或平台证书序列号', form: /^\S{1,80}$/ },
  {
    name: 'platformKeyPem',
    label: '微信支付公钥（全文）',
    isLong: true,
    hint: '以 -----BEGIN 开头',
    form: /-----BEGIN/,
  },
];

/** The body's own merchant at WeChat Pay; the keys go in and never come back. */
export function MerchantForm({ body }: { body: BodyView }) {
  const [writing, setWriting] = useState(false);
  const { merchant } = body;
  return (
    <>
      <Group title="微信支付商户" foot="没有商户时，考生用转账或现场缴费。">
        <Cell
          id="edit-merchant"
          title={merchant ? `商户号 ${merchant.mchid}` : '开通微信支付'}
          {...(merchant ? { note: `证书序列号尾号 ${merchant.serialTail}` } : {})}
          value={merchant ? '更换' : '未开通'}
          onTap={() => setWriting(true)}
        />
      </Group>
      {writing ? <MerchantSheet bodyId={body.id} onClose={() => setWriting(false)} /> : null}
    </>
  );
}

function MerchantSheet({ bodyId, onClose }: { bodyId: string; onClose: () => void }) {
  const [draft, setDraft] = useState(BLANK);
  const [shown, setShown] = useState(false);
  const save = useCommand(bodies.setMerchant);
  const issues = issuesIn(save.refusal?.data['issues']);
  const faultOf = ({ name, hint, form }: (typeof LINES)[number]): string | null => {
    if (shown && !form.test(draft[name].trim())) return hint;
    return issues.some((issue) => issue.includes(name)) ? '这一项与其他项对不上或读不出来' : null;
  };
  const go = async () => {
    setShown(true);
    if (LINES.some(({ name, form }) => !form.test(draft[name].trim()))) return;
    const trimmed = LINES.reduce((all, { name }) => ({ ...all, [name]: draft[name].trim() }), BLANK);
    const reply = await save.run({ params: { id: bodyId }, body: trimmed });
    if (!reply.ok) return;
    toast('商户已保存');
    onClose();
  };
  return (
    <Sheet
      title="微信支付商户"
      onClose={onClose}
      action={<BigButton id="save-merchant" text="保存" busy={save.busy} onTap={() => void go()} />}
    >
      <View>在微信支付商户平台“账户中心 — API 安全”里可以找到。密钥加密保存，保存后不再显示。</View>
      <RefusalMessage refusal={save.refusal} />
      {LINES.map((line) => {
        const { name, label, isLong, hint } = line;
        const field = {
          id: `merchant-${name}`,
          label,
          hint,
          value: draft[name],
          error: faultOf(line),
          onChange: (value: string) => setDraft({ ...draft, [name]: value }),
        };
        return isLong ? <ProseField key={name} maxlength={8000} {...field} /> : <TextField key={name} {...field} />;
      })}
    </Sheet>
  );
}

const issuesIn = (issues: unknown): readonly string[] => (Array.isArray(issues) ? issues.map(String) : []);
