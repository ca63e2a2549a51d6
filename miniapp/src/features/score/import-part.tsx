import { SubjectName, type StaffSessionView, results } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { SubjectCode } from '@jikaotong/shared/notice';
import { dayWords, subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, IN_WECHAT, open, openFile, toast } from '../../platform';
import { BigButton, Card, Chips, RefusalMessage, TextButton } from '../../ui';
import { SheetImport } from '../sheet';
import './score.scss';

type Props = { session: StaffSessionView; ticketed: number | null; today: LocalDate };

/** The template goes out and comes back filled; what it changes is shown before it is taken. */
export function ImportPart({ session, ticketed, today }: Props) {
  const [subject, setSubject] = useState<'all' | SubjectCode>('all');
  const [fetching, setFetching] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isEarly = today < session.examEnd;
  const closed = isEarly ? `${dayWords(session.examEnd, today)} 考试当天起可以上传` : null;
  const fetchTemplate = async () => {
    setFetching(true);
    const query = subject === 'all' ? {} : { subject, order: 'room' as const };
    const name = `${session.name}成绩模板`;
    const reply = await openFile(
      results.downloadScoreTemplate,
      { params: { id: session.id }, query },
      { name, kind: 'xlsx' },
    );
    setFetching(false);
    setRefusal(reply.ok ? null : reply);
    if (reply.ok && !IN_WECHAT) toast('已下载');
  };
  return (
    <View className="import">
      <Card>
        <View className="import__step">1 下载模板，每名考生一行、每科一列</View>
        <Chips
          id="template-subject"
          label="哪一科"
          options={[
            { key: 'all', text: '全部科目' },
            ...SubjectName.options
              .filter((code) => session.plan.papers.some((paper) => paper.subject === code))
              .map((code) => ({ key: code, text: `${subjectWord(code)}（按考场座位）` })),
          ]}
          value={subject}
          onChoose={setSubject}
        />
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
        <TextButton
          id="score-columns"
          text="机考导出的文件：对应列"
          onTap={() => open('/packages/scores/columns/index', { session: session.id })}
        />
      </Card>
      <SheetImport
        id="score-upload"
        endpoints={results.scoreSheet}
        subjectId={session.id}
        unit="个成绩"
        extensions={['xlsx', 'csv']}
        closed={ticketed === 0 ? '发放准考证后才能上传' : closed}
      />
    </View>
  );
}
