import { type AttendanceView, attendance } from '@jikaotong/shared/contract';
import { timeAt } from '@jikaotong/shared/kernel';
import { subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Group, ProseField, RefusalMessage, Sheet, Tag } from '../../ui';

type Noted = AttendanceView['items'][number];

/** What the door noted, and the way to say that it is not so; nothing before something was. */
export function Attendance({ applicationId }: { applicationId: string }) {
  const answer = useAnswer(attendance.getAttendance, { params: { id: applicationId } }, { everyMs: 60_000 });
  const [objecting, setObjecting] = useState<Noted | null>(null);
  if (answer.state !== 'ready' || answer.data.items.length === 0) return null;
  const { objection, entryId } = answer.data;
  return (
    <>
      <Group title="签到" foot={FEET[objection]}>
        {answer.data.items.map((noted) => (
          <Cell
            key={noted.subject}
            id={`attendance-${noted.subject}`}
            title={subjectWord(noted.subject)}
            note={noted.objected ? '您说不对，考务员正在核实' : null}
            value={<AttendanceTag noted={noted} />}
            {...(noted.objected || objection !== 'open' ? {} : { onTap: () => setObjecting(noted) })}
          />
        ))}
        {objection === 'review' ? (
          <Cell
            id="attendance-review"
            title="查看成绩，申请复核"
            onTap={() => open('/packages/exam/result/index', { id: applicationId })}
          />
        ) : null}
        {entryId === undefined ? null : (
          <Cell
            id="attendance-protest"
            title="提出申诉"
            onTap={() => open('/packages/honour/own/index', { id: entryId })}
          />
        )}
      </Group>
      {objecting ? <Object applicationId={applicationId} noted={objecting} onClose={() => setObjecting(null)} /> : null}
    </>
  );
}

const FEET: Readonly<Record<AttendanceView['objection'], string>> = {
  open: '不对的，点那一科告诉考务员。',
  review: '成绩已经发布，签到记录不再改；有异议，请申请成绩复核。',
  protest: '名次已经公布，签到记录不再改；有异议，请提出申诉。',
  closed: '成绩已经发布，签到记录不再改；有异议，请联系机构。',
};

const AttendanceTag = ({ noted }: { noted: Noted }) =>
  noted.state === 'present' ? <Tag text={signedIn(noted)} tone="go" /> : <Tag text="记为缺考" tone="warn" />;

/** With its time where somebody was there to see it; a paper is keyed later. */
const signedIn = ({ at, way }: Noted): string =>
  way === 'scan' || way === 'name'
    ? `已签到 ${timeAt(at)}`
    : way === 'paper'
      ? '已签到（纸质签到表）'
      : '已签到（考务员登记）';

type ObjectProps = { applicationId: string; noted: Noted; onClose: () => void };

function Object({ applicationId, noted, onClose }: ObjectProps) {
  const object = useCommand(attendance.objectToAttendance);
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const send = async () => {
    setAsked(true);
    if (words.trim() === '') return;
    const body = { subject: noted.subject, words: words.trim() };
    const reply = await object.run({ params: { id: applicationId }, body });
    if (!reply.ok) return;
    toast('已告诉考务员');
    onClose();
  };
  return (
    <Sheet
      title={`${subjectWord(noted.subject)}签到不对`}
      onClose={onClose}
      action={<BigButton id="send-objection" text="告诉考务员" busy={object.busy} onTap={() => void send()} />}
    >
      <RefusalMessage refusal={object.refusal} />
      <View>现在记的是：{noted.state === 'present' ? signedIn(noted) : '缺考'}</View>
      <ProseField
        id="objection-words"
        label="怎么不对"
        value={words}
        maxlength={300}
        placeholder="如：我 8:50 已经入场，坐在 3 号"
        error={asked && words.trim() === '' ? '请写一句说明' : null}
        onChange={setWords}
      />
    </Sheet>
  );
}
