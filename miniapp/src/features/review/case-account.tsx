import { type BodyOf, type CaseView, orders } from '@jikaotong/shared/contract';
import { fullDayWords } from '@jikaotong/shared/words';
import { toast, useCommand } from '../../platform';
import { BankAccountSheet, Cell } from '../../ui';

/** Where the money of a case goes that goes back by hand. */
export function CaseAccount({ account, onAsk }: { account: CaseView['account']; onAsk: () => void }) {
  return (
    <Cell
      id="case-account"
      title={account ? `退到 ${account.holder} ${account.numberMasked}` : '还没有退款账户'}
      note={
        account
          ? `${account.bank}，${fullDayWords(account.on)}填写；退款清单里印全，退完就删除`
          : '考生可以在缴费单里填，也可以打电话告诉您，由您记下'
      }
      value={account ? '修改' : '记下'}
      onTap={onAsk}
    />
  );
}

/** Notes it as the payer tells by phone or at the counter. */
export function CaseAccountSheet({
  item: { id, account },
  onClose,
}: {
  item: Pick<CaseView, 'id' | 'account'>;
  onClose: () => void;
}) {
  const note = useCommand(orders.noteRefundAccount);
  const save = async (body: BodyOf<typeof orders.noteRefundAccount>) => {
    if (!(await note.run({ params: { id }, body })).ok) return;
    toast('已保存');
    onClose();
  };
  return (
    <BankAccountSheet
      title="退款账户"
      holderLabel="户名"
      known={account}
      busy={note.busy}
      refusal={note.refusal}
      onSave={(given) => void save(given)}
      onClose={onClose}
    />
  );
}
