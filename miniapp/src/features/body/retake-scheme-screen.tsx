import { type SchemedOffering, retakeSchemes } from '@jikaotong/shared/contract';
import { type Fen, fenOfYuan, isLocalDate } from '@jikaotong/shared/kernel';
import type { SubjectCode } from '@jikaotong/shared/notice';
import { fullDayWords, offeringWords, schemeRowWords, subjectWord, yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, toast, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Cell,
  Check,
  Choices,
  DayField,
  Empty,
  Group,
  Heading,
  Loaded,
  Page,
  RefusalMessage,
  Tag,
  TextField,
} from '../../ui';
import { useToday } from '../demonstration';
import './body.scss';

const SUBJECTS = ['theory', 'skill', 'review'] as const satisfies readonly SubjectCode[];

type Given = { bodyId: string; noticeId: string; offeringCode: string };

/** What holds of the retakes of one offering whose exam mode changes: the versions, and the next one. */
export function RetakeSchemeScreen({ bodyId, noticeId, offeringCode }: Given) {
  const answer = useAnswer(retakeSchemes.getRetakeSchemes, { params: { id: bodyId } });
  const found =
    answer.state === 'ready'
      ? answer.data.offerings.find((one) => one.noticeId === noticeId && one.offering.code === offeringCode)
      : undefined;
  if (found) return <NextVersion key={found.versions[0]?.id ?? ''} bodyId={bodyId} of={found} />;
  return (
    <Page>
      <Loaded answer={answer}>{() => <Empty title="没有这个项目">请返回补考方案重新选择。</Empty>}</Loaded>
    </Page>
  );
}

/** A row as it is typed. */
type Typed = { subject: SubjectCode; of: readonly SubjectCode[]; kept: boolean | null; fee: string };

function NextVersion({ bodyId, of }: { bodyId: string; of: SchemedOffering }) {
  const today = useToday();
  const set = useCommand(retakeSchemes.setRetakeScheme);
  const [from, setFrom] = useState<string | null>(null);
  const [typed, setTyped] = useState<readonly Typed[]>(
    of.subjects.map(({ subject }) => ({ subject, of: [subject], kept: null, fee: '' })),
  );
  const change = (subject: SubjectCode, part: Partial<Typed>) =>
    setTyped(typed.map((row) => (row.subject === subject ? { ...row, ...part } : row)));
  const rows = typed.flatMap(({ fee, kept, ...row }) => {
    const feeFen = payable(fee);
    const isAnswered = row.of.length === 0 || kept !== null;
    const isPrinted = of.subjects.some(({ subject, feeFen: printed }) => subject === row.subject && printed !== null);
    const isRight = isAnswered && (feeFen !== null || (fee.trim() === '' && isPrinted));
    return isRight ? [{ ...row, of: [...row.of], kept: kept ?? false, feeFen }] : [];
  });
  const day = from !== null && isLocalDate(from) ? from : null;
  const isWhole = day !== null && rows.length === typed.length;
  const send = async () => {
    if (!day || !isWhole) return;
    const { noticeId, offering, versions } = of;
    const after = versions[0]?.version ?? 0;
    const sure = await confirm({
      title: `设定补考方案第 ${after + 1} 版？`,
      text: `${fullDayWords(day)}的考试起执行。设定后不能再改，以后有变的，设定新的一版。`,
      yes: '设定',
    });
    if (!sure) return;
    const body = { noticeId, offeringCode: offering.code, from: day, after, rows };
    const reply = await set.run({ params: { id: bodyId }, body });
    if (reply.ok) toast('已设定');
  };
  return (
    <Page
      action={
        <BigButton
          id="set-scheme"
          text={isWhole ? '设定补考方案' : '还没有填完'}
          busy={set.busy}
          disabled={!isWhole}
          onTap={() => void send()}
        />
      }
    >
      <Heading title="补考方案">{offeringWords(of.offering)}</Heading>
      {of.versions.map((one) => (
        <Version key={one.id} of={one} isStanding={one.id === of.standingId} />
      ))}
      <Group
        title={of.versions.length > 0 ? '设定新的一版' : '考试模式从哪天起变'}
        foot="在这天以前考过、在这天当天或以后补考的人，按这一版。设定后不再改，以后有变的，设定新的一版。"
      >
        <DayField
          id="scheme-from"
          label="从哪天的考试起执行"
          value={from}
          earliest={today}
          startAt={today}
          onChange={setFrom}
        />
      </Group>
      {typed.map((row) => (
        <SubjectRow
          key={row.subject}
          row={row}
          printedFen={of.subjects.find(({ subject }) => subject === row.subject)?.feeFen ?? null}
          onChange={(part) => change(row.subject, part)}
        />
      ))}
      {rows.length === typed.length ? (
        <Group title="考生会看到">
          {rows.map((row) => (
            <Cell key={row.subject} title={schemeRowWords(row)} />
          ))}
        </Group>
      ) : null}
      <RefusalMessage refusal={set.refusal} />
    </Page>
  );
}

/** What can be paid; null for nothing, and for what is no amount. */
const payable = (typed: string): Fen | null => {
  const feeFen = fenOfYuan(typed);
  return feeFen === 0 ? null : feeFen;
};

type RowProps = { row: Typed; printedFen: Fen | null; onChange: (part: Partial<Typed>) => void };

function SubjectRow({ row: { subject, of, kept, fee }, printedFen, onChange }: RowProps) {
  const name = subjectWord(subject);
  const toggle = (one: SubjectCode, on: boolean) =>
    onChange({ of: SUBJECTS.filter((code) => (code === one ? on : of.includes(code))) });
  return (
    <>
      <Group title={`${name}：算以前的哪些科目`}>
        {SUBJECTS.map((one) => (
          <Check
            key={one}
            id={`scheme-${subject}-of-${one}`}
            text={subjectWord(one)}
            checked={of.includes(one)}
            onChange={(on) => toggle(one, on)}
          />
        ))}
      </Group>
      {of.length > 0 ? (
        <Group title={`${name}：以前合格的成绩`}>
          <Choices
            label={`${name}：以前合格的成绩`}
            options={[
              { key: 'kept', text: '保留，不用再考', ...(of.length > 1 && { note: '选了几科的，要这几科都合格' }) },
              { key: 'gone', text: '不保留，要重新考' },
            ]}
            value={kept === null ? null : kept ? 'kept' : 'gone'}
            onChoose={(key) => onChange({ kept: key === 'kept' })}
          />
        </Group>
      ) : null}
      <Group>
        <TextField
          id={`scheme-fee-${subject}`}
          label={`${name}的补考费（元）`}
          type="digit"
          maxlength={10}
          value={fee}
          placeholder={printedFen === null ? '必填：通知没有印' : `不填：按通知 ${yuanWords(printedFen)}`}
          error={fee.trim() !== '' && payable(fee) === null ? '请填大于 0 的金额，最多两位小数' : null}
          onChange={(text) => onChange({ fee: text })}
        />
      </Group>
    </>
  );
}

function Version({ of, isStanding }: { of: SchemedOffering['versions'][number]; isStanding: boolean }) {
  return (
    <Group title={`第 ${of.version} 版`}>
      <Cell
        title={`${fullDayWords(of.from)}的考试起执行`}
        note={`${of.by}设定`}
        {...(isStanding && { value: <Tag text="执行中" tone="go" /> })}
      />
      {of.rows.map((row) => (
        <View key={row.subject} className="body-clause">
          {schemeRowWords(row)}
        </View>
      ))}
    </Group>
  );
}
