import { REMARK_FIELDS, type ReviewView, applications } from '@jikaotong/shared/contract';
import { remarkFieldWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../platform';
import { BigButton, Check, RefusalMessage, ProseField, Sheet, Phrases } from '../../ui';
import { isOutdated } from '../staff';
import { REMARK_PHRASES, type RemarkField } from './quick-phrases';

type Props = { review: ReviewView; onClose: () => void; onDone: () => void; onLate: () => void };

/** What must be mended, part by part; the candidate sees each remark where it belongs. */
export function ReturnSheet({ review, onClose, onDone, onLate }: Props) {
  const [texts, setTexts] = useState<Partial<Record<RemarkField, string>>>({});
  const [shown, setShown] = useState(false);
  const send = useCommand(applications.returnApplication);
  const chosen = REMARK_FIELDS.filter((field) => texts[field] !== undefined);
  const isBlank = (field: RemarkField) => (texts[field] ?? '').trim() === '';

  const choose = (field: RemarkField, yes: boolean) => {
    const { [field]: _dropped, ...rest } = texts;
    setTexts(yes ? { ...rest, [field]: '' } : rest);
  };
  const go = async () => {
    setShown(true);
    if (chosen.length === 0 || chosen.some(isBlank)) return;
    const remarks = chosen.map((field) => ({ field, text: texts[field] ?? '' }));
    const reply = await send.run({ params: { id: review.id }, body: { version: review.version, remarks } });
    if (reply.ok) onDone();
    else if (isOutdated(reply.code)) onLate();
  };
  return (
    <Sheet
      title="退回修改"
      onClose={onClose}
      action={
        <BigButton
          id="send-return"
          text={chosen.length > 0 ? `退回，请考生修改 ${chosen.length} 处` : '请先选要修改的地方'}
          busy={send.busy}
          disabled={chosen.length === 0}
          onTap={() => void go()}
        />
      }
    >
      <RefusalMessage refusal={send.refusal} />
      <View>哪些地方要改？选上并写明怎么改。</View>
      {REMARK_FIELDS.map((field) => (
        <View key={field}>
          <Check
            id={`remark-${field}`}
            text={remarkFieldWord(field)}
            checked={texts[field] !== undefined}
            onChange={(yes) => choose(field, yes)}
          />
          {texts[field] === undefined ? null : (
            <>
              <ProseField
                id={`remark-${field}-text`}
                label="写给考生"
                maxlength={200}
                value={texts[field] ?? ''}
                error={shown && isBlank(field) ? '请写明怎么改' : null}
                onChange={(text) => setTexts({ ...texts, [field]: text })}
              />
              <Phrases
                id={`remark-${field}-phrase`}
                phrases={REMARK_PHRASES[field]}
                onChoose={(phrase) => setTexts({ ...texts, [field]: phrase })}
              />
            </>
          )}
        </View>
      ))}
    </Sheet>
  );
}
