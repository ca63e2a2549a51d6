import { stageMarks, stages } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, openFile, useAnswer } from '../../platform';
import { Card, Heading, Loaded, Page, RefusalMessage, TextButton } from '../../ui';
import { SheetImport } from '../sheet';

/** Marks of a stage by a sheet: what it would change is shown before it is taken. */
export function MarksScreen({ id }: { id: string }) {
  const desk = useAnswer(stages.getStageDesk, { params: { id } });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const fetchTemplate = async () => {
    const reply = await openFile(
      stageMarks.downloadMarksTemplate,
      { params: { id } },
      { name: '成绩表', kind: 'xlsx' },
    );
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <Page>
      <Loaded answer={desk}>
        {({ name, frozenAt, revision }) => (
          <>
            <Heading title={`${name}成绩表导入`}>导入的成绩和手工登记的一样，要由第二人核对。</Heading>
            <Card>
              <View>下载成绩表，填好理论、技能后上传；空着的不改。</View>
              <TextButton id="marks-template" text="下载成绩表" onTap={() => void fetchTemplate()} />
              <RefusalMessage refusal={refusal} />
            </Card>
            <SheetImport
              id="marks-upload"
              endpoints={stageMarks.marksSheet}
              subjectId={id}
              unit="人"
              next="请另一位成绩员核对"
              extensions={['xlsx', 'csv']}
              closed={frozenAt === null ? '名单确定后才能导入成绩' : revision > 0 ? '名次已经公布，请逐个更正' : null}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
