import { type ReplyOf, type RosterView, rosters } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { IN_WECHAT, chooseFile } from '../../platform';
import { BigButton, Cell, Group, NoticeBar, RefusalMessage } from '../../ui';
import { useUpload } from '../staff';
import { missingPhotoWords, photosByReason } from './photo-words';

type Sent = ReplyOf<typeof rosters.uploadRosterPhotos>;

/** Photos of many in one ZIP; what was not taken stands by its reason, with whose it is. */
export function PhotoZip({ roster: { id, photoRule } }: { roster: Pick<RosterView, 'id' | 'photoRule'> }) {
  const [sent, setSent] = useState<Sent | null>(null);
  const send = useUpload(rosters.uploadRosterPhotos, { params: { id } });
  const choose = async () => {
    const file = await chooseFile(['zip']);
    if (!file) return;
    setSent(null);
    const reply = await send.run(file);
    if (reply.ok) setSent(reply.data);
  };
  const isWhole = sent !== null && sent.problems.length === 0 && sent.missing.count === 0;
  return (
    <Group title="交照片" foot="打成一个 ZIP，照片用证件号码或姓名命名；超过 10 MB 请分几个上传。">
      {photoRule === null ? null : <Cell title="照片要求" note={photoRule} />}
      <BigButton
        id="roster-photos"
        text={send.busy ? '正在核对照片' : IN_WECHAT ? '从聊天里选照片压缩包' : '上传照片压缩包'}
        tone="plain"
        busy={send.busy}
        onTap={() => void choose()}
      />
      <RefusalMessage refusal={send.refusal} />
      {sent ? (
        <NoticeBar tone={isWhole ? 'go' : 'warn'} title={`采用 ${sent.taken} 张`}>
          {isWhole ? '全部对上了。' : null}
          {sent.problems.length > 0 ? <View>{`${sent.problems.length} 张没有采用，原因见下。`}</View> : null}
          {sent.missing.count > 0 ? <View>{missingPhotoWords(sent.missing)}</View> : null}
        </NoticeBar>
      ) : null}
      {photosByReason(sent?.problems ?? []).map(({ title, whose, faults }) => (
        <Cell
          key={title}
          title={title}
          note={
            <>
              <View>{whose}</View>
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
