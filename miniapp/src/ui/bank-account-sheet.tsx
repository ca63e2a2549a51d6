import { type ComponentProps, type PropsWithChildren, useState } from 'react';
import { BigButton } from './buttons';
import { TextField } from './fields';
import { RefusalMessage } from './loaded';
import { NoticeBar } from './notice-bar';
import { Sheet } from './sheet';

type Account = { readonly holder: string; readonly bank: string; readonly number: string };
type Props = PropsWithChildren<{
  /** Such as 退款账户. */
  title: string;
  /** What the holder is called; whose account it has to be. */
  holderLabel: string;
  /** As it is known, to be put right: all but its number. */
  known?: Omit<Account, 'number'> | null;
  /** What the children still lack, in words; null: nothing. */
  lacks?: string | null;
  busy: boolean;
  refusal: ComponentProps<typeof RefusalMessage>['refusal'];
  onSave: (account: Account) => void;
  onClose: () => void;
}>;

/** The account of a bank that money goes to: whose it is, where, and its number. */
export function BankAccountSheet({
  title,
  holderLabel,
  known,
  lacks = null,
  busy,
  refusal,
  onSave,
  onClose,
  children,
}: Props) {
  const [holder, setHolder] = useState(known?.holder ?? '');
  const [bank, setBank] = useState(known?.bank ?? '');
  const [number, setNumber] = useState('');
  const [asked, setAsked] = useState(false);
  const digits = number.replace(/\s/g, '');
  const isNumber = /^\d{10,30}$/.test(digits);
  const save = () => {
    setAsked(true);
    if (holder.trim() === '' || bank.trim() === '' || !isNumber || lacks !== null) return;
    onSave({ holder: holder.trim(), bank: bank.trim(), number: digits });
  };
  const missing = (text: string, what: string) => (asked && text.trim() === '' ? `请填写${what}` : null);
  return (
    <Sheet
      title={title}
      onClose={onClose}
      action={<BigButton id="save-account" text="保存" busy={busy} onTap={save} />}
    >
      <TextField
        id="account-holder"
        label={holderLabel}
        value={holder}
        maxlength={60}
        error={missing(holder, '户名')}
        onChange={setHolder}
      />
      <TextField
        id="account-bank"
        label="开户行"
        value={bank}
        maxlength={80}
        placeholder="如 工商银行北京丰台支行"
        error={missing(bank, '开户行')}
        onChange={setBank}
      />
      <TextField
        id="account-number"
        label="账号"
        type="number"
        value={number}
        maxlength={36}
        error={asked && !isNumber ? '请填写银行卡上的账号，10到30位数字' : null}
        onChange={setNumber}
      />
      {children}
      {asked && lacks !== null ? <NoticeBar tone="stop">{lacks}</NoticeBar> : null}
      <RefusalMessage refusal={refusal} />
    </Sheet>
  );
}
