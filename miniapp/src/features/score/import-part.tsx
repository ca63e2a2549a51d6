import { type StaffSessionView, results } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, IN_WECHAT, openFile, toast } from '../../platform';
import { BigButton, Card, RefusalMessage } from '../../ui';
import { SheetImport } from '../sheet';
import './score.scss';

type Props = { session: StaffSessionView; ticketed: number | null; today: LocalDate };

/** The template goes out and comes back filled; what it changes is shown before it is taken. */
export function ImportPart({ session, ticketed, today }: Props) {
  const [fetching, setFetching] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isEarly = today < session.examEnd;
  const closed = isEarly ? `${dayWords(session.examEnd, today)} 考试当天起可以上传` : null;
  const fetchTemplate = async () => {
    setFetching(true);
    const name = `${session.name}成绩模板`;
    const reply = await openFile(results.downloadScoreTemplate, { params: { id: session.id } }, { name, kind: 'xlsx' });
    setFetching(false);
    setRefusal(reply.ok ? null : reply);
    if (reply.ok && !IN_WECHAT) toast('已下载');
  };
  return (
    <>
      <Card>
        <View className="import__step">1 下载模板，每名考生一行、每科一列</View>
        <BigButton
          id="score-template"
          text={ticketed === 0 ? '发放准考证后才能下载' : '下载成绩模板（Excel）'}
          tone="plain"
          busy={fetching}
          disabled={ticketed === 0}
          onTap={() => void fetchTemplate()}
        />
        <RefusalMessage refusal={refusal} />
        <View className="import__step">
          2 填 0 到 100，或缺考、作弊、免考、取消；上传后先核对，再确认。也可以在下面点开一名考生逐个录入
        </View>
      </Card>
      <SheetImport
        id="score-upload"
        endpoints={results.scoreSheet}
        subjectId={session.id}
        unit="个成绩"
        extensions={['xlsx', 'csv']}
        closed={ticketed === 0 ? '发放准考证后才能上传' : closed}
      />
    </>
  );
}
