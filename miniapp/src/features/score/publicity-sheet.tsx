import { results } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  type Refusal,
  IN_WECHAT,
  copy,
  copyPage,
  open,
  openFile,
  publicAddress,
  toast,
  useAnswer,
} from '../../platform';
import { BigButton, Loaded, Qr, RefusalMessage, Sheet } from '../../ui';

/** What the body hangs up and puts on its site while publicity runs: the code, the workbook, the text. */
export function PublicitySheet({ sessionId, name, onClose }: { sessionId: string; name: string; onClose: () => void }) {
  const params = { id: sessionId };
  const text = useAnswer(results.getPublicityText, { params });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const address = publicAddress(`/#/packages/exam/publicity/index?session=${sessionId}`);
  const fetch = async () => {
    setBusy(true);
    const reply = await openFile(results.downloadPublicity, { params }, { name: `${name}成绩公示`, kind: 'xlsx' });
    setBusy(false);
    setRefusal(reply.ok ? null : reply);
    if (reply.ok && !IN_WECHAT) toast('已下载');
  };
  return (
    <Sheet title="成绩公示" onClose={onClose}>
      <Qr text={address} label="成绩公示二维码" />
      <View>扫码就能查看名单，到公示结束那天为止。</View>
      <BigButton id="copy-publicity-link" text="复制公示网址" tone="plain" onTap={() => void copy(address)} />
      <Loaded answer={text}>
        {({ text: lines, html, people }) => (
          <BigButton
            id="copy-publicity-text"
            text={`复制名单（${people} 人，可贴进 Word 或公众号）`}
            tone="plain"
            onTap={() => void copyPage({ text: lines, html })}
          />
        )}
      </Loaded>
      <BigButton id="download-publicity" text="下载名单（Excel）" tone="plain" busy={busy} onTap={() => void fetch()} />
      <BigButton
        id="open-objections"
        text="公示异议"
        tone="plain"
        onTap={() => open('/packages/scores/objections/index', { session: sessionId })}
      />
      <RefusalMessage refusal={refusal} />
    </Sheet>
  );
}
