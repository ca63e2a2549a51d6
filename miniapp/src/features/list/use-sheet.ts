import type { List } from '@jikaotong/shared/lists';
import { listWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { type Refusal, openFile, toast } from '../../platform';
import type { Asked } from './use-list-state';

/** Takes what is shown, all of it, as a sheet; `columns` in their order, or all; with a reason, personal values unmasked. */
export function useSheet(list: List, id: string, asked: Asked) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const take = async (columns?: readonly string[], reason?: string): Promise<boolean> => {
    setBusy(true);
    setRefusal(null);
    const query = { ...asked, ...(columns && { columns: columns.join(',') }), ...(reason && { reason }) };
    const reply = await openFile(list.sheet, { params: { id }, query }, { name: listWord(list.name), kind: 'xlsx' });
    setBusy(false);
    if (reply.ok) toast('已导出');
    else setRefusal(reply);
    return reply.ok;
  };
  return { take, busy, refusal };
}
