import { type ExamDayWords } from '@jikaotong/shared/words';
import { useState } from 'react';
import { type Refusal, openFile } from '../../platform';
import { Cell, RefusalMessage } from '../../ui';

type Reply = Awaited<ReturnType<typeof openFile>>;
type File = { readonly name: string; readonly kind: 'pdf' | 'zip' };

type Props = {
  /** Begins the ids of the cells. */
  id: string;
  words: ExamDayWords;
  tickets: number;
  unitName: string;
  note?: string;
  onAll: (file: File) => Promise<Reply>;
  onFiles: (file: File) => Promise<Reply>;
  onHandOut: (file: File) => Promise<Reply>;
};

/** All tickets of a unit's people: as one file, a file each, and the list to sign. */
export function TicketFiles({ id, words, tickets, unitName, note, onAll, onFiles, onHandOut }: Props) {
  const { ticket } = words;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const fetched = (reply: Reply) => setRefusal(reply.ok ? null : reply);
  return (
    <>
      <Cell
        id={`${id}-tickets`}
        title={`下载全部${ticket}`}
        note={note ?? '一个 PDF，按名单顺序'}
        value={`${tickets} 张`}
        onTap={() => void onAll({ name: `${ticket}-${unitName}`, kind: 'pdf' }).then(fetched)}
      />
      <Cell
        id={`${id}-ticket-files`}
        title="每人一个文件"
        note="一个压缩包，按名单顺序命名，可以分别发给本人"
        onTap={() => void onFiles({ name: `${ticket}-${unitName}`, kind: 'zip' }).then(fetched)}
      />
      <Cell
        id={`${id}-hand-out`}
        title={`${ticket}发放表`}
        note="按名单顺序，领取人签名"
        onTap={() => void onHandOut({ name: `${ticket}发放表-${unitName}`, kind: 'pdf' }).then(fetched)}
      />
      <RefusalMessage refusal={refusal} />
    </>
  );
}
