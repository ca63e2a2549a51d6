import { type ResultView, results } from '@jikaotong/shared/contract';
import { subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { BigButton, Choices, Group, Heading, RefusalMessage, NoticeBar, Page, ProseField, TextButton } from '../../ui';

type Subject = ResultView['subjects'][number]['subject'];

/** Asks to have the marking, adding and recording of one subject checked again. */
export function ScoreReviewPage({ result, onDone }: { result: ResultView; onDone: () => void }) {
  const marked = result.subjects.filter(({ points }) => points !== null);
  const [only, ...more] = marked;
  const [subject, setSubject] = useState<Subject | null>(only && more.length === 0 ? only.subject : null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const command = useCommand(results.askScoreReview);

  const send = async () => {
    setAsked(true);
    if (!subject || reason.trim() === '') return;
    const reply = await command.run({
      params: { id: result.applicationId },
      body: { subject, reason: reason.trim() },
    });
    if (!reply.ok) return;
    toast('复核申请已提交');
    onDone();
  };
  return (
    <Page
      action={<BigButton id="submit-score-review" text="提交复核申请" busy={command.busy} onTap={() => void send()} />}
    >
      <Heading title="申请成绩复核">复核只核对评分、合分和登分有没有差错，由登分人以外的人办理，结果会通知您。</Heading>
      <Group title="复核哪一科">
        <Choices
          label="复核哪一科"
          options={marked.map((one) => ({
            key: one.subject,
            text: subjectWord(one.subject),
            note: `${one.points} 分`,
          }))}
          value={subject}
          onChoose={setSubject}
        />
      </Group>
      <Group>
        <ProseField
          id="review-reason"
          label="复核理由"
          value={reason}
          placeholder="请写明您认为有疑问的地方"
          maxlength={400}
          error={asked && reason.trim() === '' ? '请填写复核理由' : null}
          onChange={setReason}
        />
      </Group>
      {asked && !subject ? <NoticeBar tone="stop">请选择要复核的科目</NoticeBar> : null}
      <RefusalMessage refusal={command.refusal} />
      <View className="result__cancel">
        <TextButton id="cancel-score-review" text="返回成绩" onTap={onDone} />
      </View>
    </Page>
  );
}
