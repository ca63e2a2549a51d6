import type { List } from '@jikaotong/shared/lists';
import { useState } from 'react';
import { BigButton, Choices, RefusalMessage, Sheet, TextField } from '../../ui';
import type { useSheet } from './use-sheet';

type Props = { sheet: ReturnType<typeof useSheet>; keys?: readonly string[]; onClose: () => void };
type Way = 'masked' | 'open';

const WAYS: readonly { readonly key: Way; readonly text: string; readonly note: string }[] = [
  { key: 'masked', text: '遮住个人信息', note: '姓名、证件号码和手机号只留一部分' },
  { key: 'open', text: '完整的个人信息', note: '要写明用途，记入操作记录' },
];

/** Whether a sheet of these columns would tell about people. */
export const tellsOfPeople = ({ columns }: List, keys: readonly string[] = Object.keys(columns)): boolean =>
  keys.some((key) => columns[key]?.personal !== undefined);

/** How a sheet that tells about people is taken: masked, or whole with the reason why. */
export function ExportSheet({ sheet, keys, onClose }: Props) {
  const [way, setWay] = useState<Way>('masked');
  const [reason, setReason] = useState('');
  const wants = way === 'open' ? reason.trim() : undefined;
  const take = async () => {
    if (await sheet.take(keys, wants)) onClose();
  };
  return (
    <Sheet
      title="导出 Excel"
      onClose={onClose}
      action={
        <BigButton
          id="export-go"
          text={wants === '' ? '请先写用途' : '导出'}
          busy={sheet.busy}
          disabled={wants === ''}
          onTap={() => void take()}
        />
      }
    >
      <Choices<Way> label="个人信息" options={WAYS} value={way} onChoose={setWay} />
      {way === 'open' ? (
        <TextField id="export-reason" label="用途" maxlength={200} value={reason} onChange={setReason} />
      ) : null}
      <RefusalMessage refusal={sheet.refusal} />
    </Sheet>
  );
}
