import { type ApplicationView, applications, files } from '@jikaotong/shared/contract';
import { isLocalDate } from '@jikaotong/shared/kernel';
import type { ChecklistItem } from '@jikaotong/shared/rules/documents';
import { paperWord } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, chooseDocument, fileAddress, openFile, upload } from '../../../platform';
import { BigButton, DayField, Source, Tag, TextButton, TextField, Picture } from '../../../ui';
import type { DraftParts } from '../draft/parts';
import { RefusalNote } from '../refusal-note';
import { withPaper } from './paper-parts';

type Props = {
  applicationId: string;
  item: ChecklistItem;
  paper: ApplicationView['papers'][number] | null;
  latest: () => NonNullable<DraftParts['papers']>;
  onSave: (parts: DraftParts) => Promise<boolean>;
  onPut: (parts: DraftParts) => void;
};

const MOST_FILES = 9;

/** One paper: a letter we fill in and show, pages to photograph, or the number that stands for it. */
export function PaperItem({ applicationId, item, paper, latest, onSave, onPut }: Props) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [number, setNumber] = useState(paper?.number ?? '');
  const [until, setUntil] = useState(paper?.validUntil ?? null);
  const { document } = item;
  const pages = paper?.files ?? [];
  const takes = (provision: ChecklistItem['provisions'][number]) => item.provisions.includes(provision);

  const preview = async () => {
    setBusy(true);
    const reply = await openFile(
      applications.downloadForm,
      { params: { id: applicationId, document } },
      { name: paperWord(document, item.printed), kind: 'pdf' },
    );
    setBusy(false);
    setRefusal(reply.ok ? null : reply);
  };
  const add = async () => {
    setRefusal(null);
    const file = await chooseDocument();
    if (!file) return;
    setBusy(true);
    const sent = await upload(files.uploadFile, { query: { purpose: 'document' } }, file);
    if (sent.ok) {
      await onSave({
        papers: withPaper(latest(), document, (known) => ({ ...known, fileIds: [...known.fileIds, sent.data.id] })),
      });
    } else setRefusal(sent);
    setBusy(false);
  };
  const remove = (fileId: string) =>
    onSave({
      papers: withPaper(latest(), document, (known) => ({
        ...known,
        fileIds: known.fileIds.filter((other) => other !== fileId),
      })),
    });
  return (
    <View className={item.provided ? 'paper' : 'paper is-missing'}>
      <View className="paper__head">
        <Text className="paper__name">{paperWord(document, item.printed)}</Text>
        <Tag text={item.provided ? '已备好' : '待提供'} tone={item.provided ? 'go' : 'warn'} />
      </View>
      <Source of={item.source}>{item.printed}</Source>
      {takes('generated') ? (
        <View className="paper__way">
          <View className="paper__hint">按您填写的内容自动生成，签名后生效，不用上传。</View>
          <BigButton id={`preview-${document}`} text="预览" tone="plain" busy={busy} onTap={() => void preview()} />
        </View>
      ) : null}
      {takes('number') ? (
        <TextField
          id={`number-${document}`}
          label={document === 'chsi-code' ? '在线验证码' : takes('upload') ? '编号（填写编号可以不上传）' : '编号'}
          value={number}
          placeholder="请对照材料填写"
          maxlength={60}
          onChange={(next) => {
            setNumber(next);
            onPut({ papers: withPaper(latest(), document, (known) => ({ ...known, number: next.trim() || null })) });
          }}
        />
      ) : null}
      {document === 'chsi-code' ? (
        <DayField
          id="until-chsi-code"
          label="验证码有效期到（学信网的报告上有）"
          value={until}
          onChange={(text) => {
            const day = isLocalDate(text) ? text : null;
            setUntil(day);
            onPut({ papers: withPaper(latest(), document, (known) => ({ ...known, validUntil: day })) });
          }}
        />
      ) : null}
      {takes('upload') ? (
        <View className="paper__way">
          <View className="pages">
            {pages.map(({ id, type, url }, index) => (
              <View key={id} className="pages__page">
                {type === 'application/pdf' ? (
                  <View className="pages__pdf">PDF</View>
                ) : (
                  <Picture
                    className="pages__picture"
                    src={fileAddress(url)}
                    mode="aspectFit"
                    label={`第 ${index + 1} 页`}
                  />
                )}
                <TextButton
                  id={`remove-${document}-${index + 1}`}
                  text="删除"
                  label={`删除第 ${index + 1} 页`}
                  onTap={() => void remove(id)}
                />
              </View>
            ))}
          </View>
          {pages.length < MOST_FILES ? (
            <BigButton
              id={`upload-${document}`}
              text={pages.length === 0 ? '拍照或选择文件' : '再加一页'}
              tone="plain"
              busy={busy}
              onTap={() => void add()}
            />
          ) : null}
        </View>
      ) : null}
      <RefusalNote refusal={refusal} />
    </View>
  );
}
