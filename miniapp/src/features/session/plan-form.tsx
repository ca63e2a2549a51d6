import { type BodyOf, sessions } from '@jikaotong/shared/contract';
import { type LocalDate, monthOf } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { dayBehind, resultCountsOf } from '@jikaotong/shared/rules/calendar';
import { fullDayWords } from '@jikaotong/shared/words';
import { Fragment, type ReactNode, useState } from 'react';
import type { Refusal } from '../../platform';
import {
  BigButton,
  Cell,
  Check,
  Choices,
  DayField,
  Group,
  Heading,
  RefusalMessage,
  NoticeBar,
  Page,
  TextButton,
  TextField,
} from '../../ui';
import { useToday } from '../demonstration';
import { monthsWords, offeringName } from '../notice';
import { behindWords } from './behind-words';
import { useCalendar } from './calendar';
import { type PlanDraft, daysOf, planOf, usualName } from './plan-draft';
import { type PrintedPlan, namesPaymentOpens, printedPlan, withPrinted } from './printed-plan';
import { WindowsPreview } from './windows-preview';

type Plan = Omit<BodyOf<typeof sessions.createSession>, 'noticeId'>;
type DayName = Exclude<keyof PlanDraft, 'name' | 'offeringCodes' | 'resultsWithin'>;

const DAY_WORDS: Readonly<Record<DayName, string>> = {
  examStart: '考试首日',
  examEnd: '考试末日',
  applicationOpens: '报名开始',
  applicationCloses: '报名截止（含当天）',
  paymentOpens: '缴费开始',
  paymentCloses: '缴费截止（含当天）',
};

type Props = {
  notice: Notice;
  initial: PlanDraft;
  busy: boolean;
  refusal: Refusal | null;
  saveText: string;
  /** What stands above all, such as what somebody else has saved meanwhile; what was refused is said there. */
  beside?: ReactNode;
  /** Something was typed or chosen. */
  onTyped?: () => void;
  onSave: (plan: Plan) => void;
};

/** Exam days first, for the offerings and most windows follow from them; then the days that only staff know. */
export function PlanForm({ notice, initial, busy, refusal, saveText, beside = null, onTyped, onSave }: Props) {
  const [draft, keepDraft] = useState(initial);
  const setDraft = (next: PlanDraft) => {
    keepDraft(next);
    onTyped?.();
  };
  const [severalDays, setSeveralDays] = useState(initial.examEnd !== null);
  const [laterPayment, setLaterPayment] = useState(initial.paymentOpens !== null);
  const [shown, setShown] = useState(false);
  const today = useToday();
  const calendar = useCalendar();
  const printed = printedPlan(notice, draft, calendar);
  const whole = withPrinted(draft, printed);
  const change = (part: Partial<PlanDraft>) => setDraft({ ...draft, ...part });
  const { examStart } = daysOf(draft);
  // what the notice prints of the days depends on both
  const isChosen = calendar !== null && examStart !== null && draft.offeringCodes.length > 0;
  const { applicationCloses, paymentCloses } = daysOf(whole);
  const behind = examStart && dayBehind({ examStart, applicationCloses, paymentCloses }, today);

  const setExamStart = (day: string) => {
    const next = { ...draft, examStart: day };
    const start = daysOf(next).examStart;
    const before = daysOf(draft).examStart;
    // a name that was made from the day moves with it, a written one stays
    const isUsual = draft.name === '' || (before !== null && draft.name === usualName(before));
    setDraft(start && isUsual ? { ...next, name: usualName(start) } : next);
  };
  const save = () => {
    setShown(true);
    const plan = planOf(whole);
    if (plan) onSave(plan);
  };
  const faultOf = (name: DayName): string | null => {
    if (shown && whole[name] === null && name !== 'examEnd' && name !== 'paymentOpens') return '请选择日期';
    return orderFault(refusal, name) ?? (name === behind ? `${behindWords(name, today)}，否则不能发布` : null);
  };
  const day = (name: DayName, hint?: string, onChange = (value: string) => change({ [name]: value })) => (
    <DayField
      id={dashed(name)}
      label={DAY_WORDS[name]}
      value={whole[name]}
      startAt={whole[name] ?? draft.examStart ?? today}
      error={faultOf(name)}
      {...(hint ? { hint } : {})}
      onChange={onChange}
    />
  );
  return (
    <Page
      action={
        <>
          {beside ? null : <RefusalMessage refusal={refusal} />}
          {shown && !planOf(whole) ? <NoticeBar tone="stop">还有没填的，请看标红的地方</NoticeBar> : null}
          <BigButton id="save-plan" text={saveText} busy={busy} onTap={save} />
        </>
      }
    >
      <Heading title="项目和日期">{notice.title.value}</Heading>
      {beside}
      <Group title="考试日期">
        {day('examStart', '通知只列月份，具体日期由协会定。', setExamStart)}
        <Check
          id="several-days"
          text="考试不止一天"
          checked={severalDays}
          onChange={(yes) => {
            setSeveralDays(yes);
            change({ examEnd: null });
          }}
        />
        {severalDays ? day('examEnd') : null}
      </Group>
      <Offerings notice={notice} draft={draft} examStart={examStart} shown={shown} onChange={change} />
      <Group title="名称">
        <TextField
          id="session-name"
          label="批次名称（考生看得到）"
          maxlength={60}
          value={draft.name}
          error={shown && draft.name.trim() === '' ? '请填写名称' : null}
          onChange={(name) => change({ name })}
        />
      </Group>
      <Group title="报名和缴费" foot={isChosen ? windowsFoot(printed) : null}>
        {(['applicationOpens', 'applicationCloses', 'paymentCloses'] as const).map((name) =>
          printed[name]?.set ? (
            <Cell
              key={name}
              title={DAY_WORDS[name]}
              note="按通知从考试日期推算"
              value={fullDayWords(printed[name].day)}
            />
          ) : (
            <Fragment key={name}>{day(name)}</Fragment>
          ),
        )}
        {namesPaymentOpens(notice) ? (
          <Check
            id="later-payment"
            text="缴费另定开始日"
            note="不定则审核通过即可缴费"
            checked={laterPayment}
            onChange={(yes) => {
              setLaterPayment(yes);
              change({ paymentOpens: null });
            }}
          />
        ) : null}
        {laterPayment ? day('paymentOpens') : null}
      </Group>
      <ResultCounts notice={notice} draft={draft} onChange={change} />
      <WindowsPreview notice={notice} draft={whole} />
    </Page>
  );
}

type CountsProps = Pick<OfferingsProps, 'notice' | 'draft' | 'onChange'>;

/** Within how many days results come, where the notice prints two counts (S25 三). */
function ResultCounts({ notice, draft, onChange }: CountsProps) {
  const [usual, other] = resultCountsOf(notice);
  if (usual === undefined || other === undefined) return null;
  return (
    <Group title="成绩公布期限" foot="涉及阅卷及工件检测的批次选较长的，从最后一科考完起算。">
      <Choices
        label="成绩公布期限"
        options={[usual, other].map((count) => ({ key: String(count), text: `${count} 个工作日内` }))}
        value={String(draft.resultsWithin ?? usual)}
        onChoose={(key) => onChange({ resultsWithin: Number(key) === usual ? null : Number(key) })}
      />
    </Group>
  );
}

const windowsFoot = (printed: PrintedPlan): string =>
  Object.keys(printed).length === 0
    ? '通知没有印报名和缴费的日期，由协会按批次定。先审核后缴费，缴费截止应留出审核的时间。'
    : '已按通知填好，请核对。先审核后缴费，缴费截止应留出审核的时间。';

type OfferingsProps = {
  notice: Notice;
  draft: PlanDraft;
  examStart: LocalDate | null;
  shown: boolean;
  onChange: (part: Partial<PlanDraft>) => void;
};

function Offerings({ notice, draft, examStart, shown, onChange }: OfferingsProps) {
  const month = examStart ? monthOf(examStart) : null;
  const listed = notice.offerings.filter(({ months }) => month !== null && months?.includes(month));
  const chosen = draft.offeringCodes;
  const allChosen = listed.every(({ code }) => chosen.includes(code));
  return (
    <>
      <Group
        title="报名项目"
        foot={
          month !== null && listed.length > 0 && !allChosen ? (
            <TextButton
              id="choose-listed"
              text={`选上 ${month} 月列出的 ${listed.length} 个项目`}
              onTap={() => onChange({ offeringCodes: [...new Set([...chosen, ...listed.map(({ code }) => code)])] })}
            />
          ) : null
        }
      >
        {notice.offerings.map((offering) => {
          const { code, months } = offering;
          const outside = month !== null && months !== null && !months.includes(month);
          return (
            <Check
              key={code}
              id={`offering-${code}`}
              text={offeringName(offering)}
              note={`${months ? `认定月份 ${monthsWords(months)}` : '月份未印'}${outside ? `，没有 ${month} 月` : ''}`}
              checked={chosen.includes(code)}
              onChange={(yes) =>
                onChange({ offeringCodes: yes ? [...chosen, code] : chosen.filter((other) => other !== code) })
              }
            />
          );
        })}
      </Group>
      {shown && chosen.length === 0 ? <NoticeBar tone="stop">请至少选一个项目</NoticeBar> : null}
    </>
  );
}

/** The server names the two days that stand the wrong way round. */
function orderFault(refusal: Refusal | null, name: DayName): string | null {
  if (refusal?.code !== 'window-order-wrong') return null;
  const { first, second } = refusal.data;
  if (second !== name) return null;
  const earlier = Object.entries(DAY_WORDS).find(([key]) => key === first)?.[1];
  return earlier ? `应在${earlier}之后` : null;
}

/** `exam-start`. */
const dashed = (name: DayName): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
