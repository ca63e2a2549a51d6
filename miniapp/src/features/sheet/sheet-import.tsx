import type { SheetEndpoints } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { IN_WECHAT, type LocalFile, chooseFile } from '../../platform';
import { BigButton, RefusalMessage } from '../../ui';
import { useUpload } from '../staff';
import { ImportRun } from './import-run';
import './sheet.scss';

type Props = {
  endpoints: SheetEndpoints;
  /** What the sheet belongs to, such as a session. */
  subjectId: string;
  /** What one change is called, such as 个成绩. */
  unit: string;
  /** Takes out what the sheet no longer names, if the person ticks it: the sentence beside the tick. */
  removes?: string;
  /** What is next once it is in; else to check it below. */
  next?: string;
  /** Why nothing can be sent now. */
  closed: string | null;
  extensions: readonly string[];
  /** Of the button. */
  id: string;
  /** What the button says, where it is no sheet. */
  text?: string;
  /** How the button looks, where another one is the next step. */
  tone?: 'primary' | 'plain';
  /** The import that is under way already, for whoever comes back to this screen. */
  running?: string | null;
  /** What has to be done first, such as naming a package; false: not sent. */
  before?: (file: LocalFile) => Promise<boolean>;
};

/** Sends a sheet, shows what it would change, and after confirmation how far it is. */
export function SheetImport(props: Props) {
  const {
    endpoints,
    subjectId,
    unit,
    removes,
    closed,
    extensions,
    id,
    before,
    tone = 'primary',
    running = null,
  } = props;
  const text = props.text ?? (IN_WECHAT ? '从聊天里选填好的表' : '上传填好的表');
  const [importId, setImportId] = useState<string | null>(running);
  const send = useUpload(endpoints.upload, { params: { id: subjectId } });
  const take = async (file: LocalFile) => {
    setImportId(null);
    if (before && !(await before(file))) return;
    const reply = await send.run(file);
    if (reply.ok) setImportId(reply.data.id);
  };
  const choose = async () => {
    const file = await chooseFile(extensions);
    if (file) await take(file);
  };
  return (
    <>
      <View className="sheet-run__send">
        <BigButton
          id={id}
          text={closed ?? (send.busy ? '正在读取' : text)}
          tone={importId ? 'plain' : tone}
          busy={send.busy}
          disabled={closed !== null}
          onTap={() => void choose()}
        />
      </View>
      <RefusalMessage refusal={send.refusal} />
      {importId ? (
        <ImportRun
          key={importId}
          endpoints={endpoints}
          params={{ id: subjectId, importId }}
          unit={unit}
          onAgain={() => void choose()}
          {...(removes === undefined ? {} : { removes })}
          {...(props.next === undefined ? {} : { next: props.next })}
        />
      ) : null}
    </>
  );
}
