import { type ReplyOf, rosters } from '@jikaotong/shared/contract';
import { photoProblemSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { IN_WECHAT, chooseFile } from '../../platform';
import { BigButton, Cell, Group, NoticeBar, RefusalMessage } from '../../ui';
import { useUpload } from '../staff';

type Sent = ReplyOf<typeof rosters.uploadRosterPhotos>;

/** Photos of many in one ZIP; what was not taken is named, each with its reason. */
export function PhotoZip({ rosterId }: { rosterId: string }) {
  const [sent, setSent] = useState<Sent | null>(null);
  const send = useUpload(rosters.uploadRosterPhotos, { params: { id: rosterId } });
  const choose = async () => {
    const file = await chooseFile(['zip']);
    if (!file) return;
    setSent(null);
    const reply = await send.run(file);
    if (reply.ok) setSent(reply.data);
  };
  return (
    <Group title="交照片" foot="打成一个 ZIP，照片用证件号码或姓名命名；超过 10 MB 请分几个上传。">
      <BigButton
        id="roster-photos"
        text={send.busy ? '正在核对照片' : IN_WECHAT ? '从聊天里选照片压缩包' : '上传照片压缩包'}
        tone="plain"
        busy={send.busy}
        onTap={() => void choose()}
      />
      <RefusalMessage refusal={send.refusal} />
      {sent ? (
        <NoticeBar tone={sent.problems.length === 0 ? 'go' : 'warn'} title={`采用 ${sent.taken} 张`}>
          {sent.problems.length === 0 ? '全部对上了。' : `${sent.problems.length} 张没有采用，原因见下。`}
        </NoticeBar>
      ) : null}
      {sent?.problems.map(({ file, code, faults }) => (
        <Cell
          key={file}
          title={file}
          note={
            <>
              <View>{photoProblemSentence(code)}</View>
              {faults.map((fault) => (
                <View key={fault}>{fault}</View>
              ))}
            </>
          }
        />
      ))}
    </Group>
  );
}
