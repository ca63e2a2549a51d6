import { results } from '@jikaotong/shared/contract';
import { offeringWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Card, RefusalMessage } from '../../ui';
import { SheetImport } from '../sheet';
import './score.scss';

/** What others recorded and nobody has confirmed: the whole of an offering, after it was held against the paper. */
export function ConfirmPart({ sessionId }: { sessionId: string }) {
  const preview = useAnswer(results.previewResults, { params: { id: sessionId } });
  const command = useCommand(results.confirmMarks);
  const [busyWith, setBusyWith] = useState<string | null>(null);
  if (preview.state !== 'ready') return null;
  const open = preview.data.offerings.filter(({ unconfirmed }) => unconfirmed > 0);
  if (open.length === 0) return null;
  const bySheet = open.some(({ toConfirm, publishedOn }) => toConfirm > 0 && publishedOn === null);
  const confirm = async (offering: string) => {
    setBusyWith(offering);
    const body = { offering, reason: '已与登分册逐项核对' };
    const reply = await command.run({ params: { id: sessionId }, body });
    if (reply.ok) toast('已核对');
  };
  return (
    <View>
      <Card>
        {open.map(({ offering, unconfirmed, toConfirm, publishedOn }) => (
          <BigButton
            key={offering.code}
            id={`confirm-marks-${offering.code}`}
            text={
              toConfirm === 0
                ? `${offeringWords(offering)}：${unconfirmed} 个成绩等别人核对${publishedOn === null ? '' : '，核对后公布'}`
                : `与登分册核对无误：${offeringWords(offering)} ${toConfirm} 个成绩${publishedOn === null ? '' : '，并公布'}`
            }
            tone="plain"
            busy={command.busy && busyWith === offering.code}
            disabled={toConfirm === 0}
            onTap={() => void confirm(offering.code)}
          />
        ))}
        <RefusalMessage refusal={command.refusal} />
        {bySheet ? (
          <View className="import__step">或者把您自己另登的一张表传上来，逐格核对，不一致的会列出来</View>
        ) : null}
      </Card>
      {bySheet ? (
        <SheetImport
          id="second-upload"
          text="上传自己另登的表"
          tone="plain"
          endpoints={results.secondScoreSheet}
          subjectId={sessionId}
          unit="个成绩"
          extensions={['xlsx', 'csv']}
          closed={null}
        />
      ) : null}
    </View>
  );
}
