import { type PhotosTaken, type RosterView, rosters } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { chooseFile } from '../../platform';
import { BigButton, Cell, Group, RefusalMessage } from '../../ui';
import { useUpload } from '../staff';
import { PhotosResult } from './photos-result';

/** Photos of many in one ZIP out of a chat: WeChat hands over one file, of ten megabytes at most. */
export function PhotoZip({ roster: { id, photoRule } }: { roster: Pick<RosterView, 'id' | 'photoRule'> }) {
  const [sent, setSent] = useState<PhotosTaken | null>(null);
  const send = useUpload(rosters.uploadRosterPhotos, { params: { id } });
  const choose = async () => {
    const file = await chooseFile(['zip']);
    if (!file) return;
    setSent(null);
    const reply = await send.run(file);
    if (reply.ok) setSent(reply.data);
  };
  return (
    <Group
      title="交照片"
      foot="打成一个 ZIP，照片用证件号码或姓名命名。微信里一个压缩包最多 10 MB，超过的请分几个；照片是原图的，请在电脑浏览器上传，会自动压缩。"
    >
      {photoRule === null ? null : <Cell title="照片要求" note={photoRule} />}
      <BigButton
        id="roster-photos"
        text={send.busy ? '正在核对照片' : '从聊天里选照片压缩包'}
        tone="plain"
        busy={send.busy}
        onTap={() => void choose()}
      />
      <RefusalMessage refusal={send.refusal} />
      {sent ? <PhotosResult rosterId={id} taken={sent} /> : null}
    </Group>
  );
}
