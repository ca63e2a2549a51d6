import { type ReplyOf, type TrainingAttendance, contestTrainings } from '@jikaotong/shared/contract';
import { type ListRow, traineeList } from '@jikaotong/shared/lists';
import { reachWords, trainingAttendanceWord, trainingWhenWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, openFile, reloadScreens, toast, useAnswer, useCommand, useOnShow } from '../../platform';
import {
  BigButton,
  Card,
  Cell,
  Choices,
  Group,
  Loaded,
  NoticeBar,
  Page,
  ProseField,
  RefusalMessage,
  Sheet,
  Tag,
  TextButton,
  type Tone,
} from '../../ui';
import { useToday } from '../demonstration';
import { ListView } from '../list';
import { SheetImport } from '../sheet';
import { useStaff } from '../staff';
import { WhenSheet } from './when-sheet';

type Training = ReplyOf<typeof contestTrainings.getTraining>;
type Row = ListRow<typeof traineeList>;
const TONES: Readonly<Record<TrainingAttendance, Tone>> = { open: 'quiet', came: 'go', absent: 'warn' };

/** One training: who wants it, who came, and what may change of it. */
export function TrainingScreen({ id }: { id: string }) {
  const answer = useAnswer(contestTrainings.getTraining, { params: { id } });
  // two desks take names at the same time
  useOnShow(() => void reloadScreens());
  if (answer.state === 'ready') return <Trainees of={answer.data} />;
  return (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Trainees({ of }: { of: Training }) {
  const { may } = useStaff();
  const today = useToday();
  const [opened, setOpened] = useState<Row | null>(null);
  const isOn = of.cancelled === null && of.day <= today;
  const mayNote = may(contestTrainings.noteTrained, of.bodyId);
  const { wished, came, absent } = of.counts;
  return (
    <>
      <ListView
        list={traineeList}
        id={of.id}
        unit="人"
        about={
          <>
            <View>{of.title}</View>
            <View>{`${of.stageName}　${trainingWhenWords(of, today)}`}</View>
            <View>{`要参加 ${wished} 人，已到 ${came} 人，没到 ${absent} 人`}</View>
          </>
        }
        begin={{ wants: 'yes' }}
        actsOffered={mayNote ? (isOn ? ['came', 'absent', 'unsaid', 'wish'] : ['wish']) : []}
        notice={<About of={of} isOn={isOn} />}
        empty={{ title: '还没有人要参加', text: '去掉筛选可以看到全部选手，选好以后记为要参加。' }}
        card={cardOf}
        tones={{ attendance: TONES }}
        elementId={(row) => `trainee-${row.name}`}
        {...(isOn && mayNote && { onOpen: setOpened })}
      />
      {opened ? <AttendanceSheet trainingId={of.id} of={opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

const cardOf = (row: Row) => ({
  title: row.name,
  note: `${row.unit ?? '没有填单位'}　手机尾号 ${row.phone?.slice(-4) ?? '无'}`,
  value: <Tag text={trainingAttendanceWord(row.attendance)} tone={TONES[row.attendance]} />,
});

/** What may be changed of the training, and the sheet of who came. */
function About({ of, isOn }: { of: Training; isOn: boolean }) {
  const { may } = useStaff();
  const [changing, setChanging] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { id, bodyId, cancelled, stage, stageName, counts, reach } = of;
  if (cancelled)
    return (
      <NoticeBar tone="stop" title="这次培训已取消">
        {cancelled.reason}
      </NoticeBar>
    );
  if (!may(contestTrainings.changeTraining, bodyId)) return null;
  const fetchTemplate = async () => {
    const reply = await openFile(
      contestTrainings.downloadTrainingTemplate,
      { params: { id } },
      { name: '赛前培训签到表', kind: 'xlsx' },
    );
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <>
      {isOn ? (
        <>
          <Card>
            <View>点一位选手登记到没到；多人可以选好一起登记，也可以填签到表上传。</View>
            <TextButton id="training-template" text="下载签到表" onTap={() => void fetchTemplate()} />
            <RefusalMessage refusal={refusal} />
          </Card>
          <SheetImport
            id="training-upload"
            endpoints={contestTrainings.trainingSheet}
            subjectId={id}
            unit="人"
            extensions={['xlsx', 'csv']}
            closed={null}
          />
        </>
      ) : (
        <NoticeBar tone="info">培训当天起，在这里登记谁到了。</NoticeBar>
      )}
      <Group>
        <Cell id="change-training" title="改时间、地点" onTap={() => setChanging(true)} />
        <Cell id="cancel-training" title="取消这次培训" onTap={() => setCancelling(true)} />
      </Group>
      {changing ? (
        <WhenSheet
          title="改培训安排"
          stages={[{ code: stage, name: stageName, wished: counts.wished, reach }]}
          begin={of}
          to={{ trainingId: id }}
          onClose={() => setChanging(false)}
        />
      ) : null}
      {cancelling ? <CancelSheet of={of} onClose={() => setCancelling(false)} /> : null}
    </>
  );
}

function CancelSheet({ of: { id, version, counts, reach }, onClose }: { of: Training; onClose: () => void }) {
  const cancel = useCommand(contestTrainings.cancelTraining);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const go = async () => {
    setAsked(true);
    if (reason.trim() === '') return;
    if (!(await cancel.run({ params: { id }, body: { version, reason: reason.trim() } })).ok) return;
    toast('已取消');
    await reloadScreens();
    onClose();
  };
  return (
    <Sheet
      title="取消这次培训"
      onClose={onClose}
      action={
        <BigButton
          id="confirm-cancel-training"
          text={counts.wished > 0 ? '取消并通知' : '取消培训'}
          busy={cancel.busy}
          onTap={() => void go()}
        />
      }
    >
      {counts.wished > 0 ? (
        <NoticeBar tone="info">
          要参加的{counts.wished}人：{reachWords(reach)}
        </NoticeBar>
      ) : null}
      <ProseField
        id="cancel-reason"
        label="原因（选手会看到）"
        value={reason}
        maxlength={200}
        error={asked && reason.trim() === '' ? '请填写原因' : null}
        onChange={setReason}
      />
      <RefusalMessage refusal={cancel.refusal} />
    </Sheet>
  );
}

const SAID = ['came', 'absent', 'open'] as const satisfies readonly TrainingAttendance[];

function AttendanceSheet({ trainingId, of, onClose }: { trainingId: string; of: Row; onClose: () => void }) {
  const note = useCommand(contestTrainings.noteTrained);
  const put = async (state: TrainingAttendance) => {
    const body = { entryId: of.id, state, version: of.version };
    if (state !== of.attendance && !(await note.run({ params: { id: trainingId }, body })).ok) return;
    await reloadScreens();
    onClose();
  };
  return (
    <Sheet title={of.name} onClose={onClose}>
      <Choices
        label="到没到"
        options={SAID.map((key) => ({ key, text: trainingAttendanceWord(key) }))}
        value={of.attendance}
        onChoose={(state) => void put(state)}
      />
      <RefusalMessage refusal={note.refusal} />
    </Sheet>
  );
}
