import { importedRecords } from '@jikaotong/shared/contract';
import { type ListRow, importedList } from '@jikaotong/shared/lists';
import { fullDayWords, importedContentWords, importedKindWord, importedStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open, useAnswer } from '../../platform';
import { NoticeBar, Tag, type Tone } from '../../ui';
import { ListView } from '../list';
import { ImportedSheet } from './imported-sheet';

type Row = ListRow<typeof importedList>;

const TONES: Readonly<Record<Row['state'], Tone>> = { waiting: 'warn', changing: 'warn', standing: 'go' };

const cardOf = ({ name, kind, state, content, pending, source, importedOn, importedBy }: Row) => ({
  title: `${name}　${importedKindWord(kind)}`,
  note: (
    <>
      <View>{importedContentWords(content)}</View>
      {pending ? <View>改成：{importedContentWords(pending)}</View> : null}
      <View>{`来源：${source}，${importedBy ?? ''} ${fullDayWords(importedOn)}导入`}</View>
    </>
  ),
  value: <Tag text={importedStateWord(state)} tone={TONES[state]} />,
});

/** What a body brought in from before; what one colleague brought in another one confirms. */
export function ImportedListScreen({ bodyId }: { bodyId: string }) {
  const answer = useAnswer(importedRecords.countImported, { params: { id: bodyId } });
  const waiting = answer.state === 'ready' ? answer.data : null;
  const [shown, setShown] = useState<Row | null>(null);
  return (
    <>
      <ListView
        list={importedList}
        id={bodyId}
        unit="条"
        about="机构使用本系统以前的不得参加名单、合格科目和证书。一人导入，另一人对照原件核对后才生效。"
        empty={{ title: '还没有导入', text: '下载模板，填好后导入。' }}
        card={cardOf}
        tones={{ state: TONES }}
        asideAtDesk={['importedBy', 'confirmedBy']}
        elementId={({ id }) => `imported-${id}`}
        onOpen={setShown}
        action={{
          id: 'go-import',
          text: '导入',
          onTap: () => open('/packages/conduct/import/index', { body: bodyId }),
        }}
        {...(waiting && waiting.waiting > 0
          ? {
              notice: (
                <NoticeBar tone="warn" title={`${waiting.waiting} 条还没有核对，没有生效`}>
                  {waiting.mine > 0
                    ? `其中 ${waiting.mine} 条等您对照原件核对：勾选后点“核对无误”或“不采用”。`
                    : '都是您导入的，要由另一位工作人员核对。'}
                </NoticeBar>
              ),
            }
          : {})}
      />
      {shown ? <ImportedSheet row={shown} onClose={() => setShown(null)} /> : null}
    </>
  );
}
