import { type ReplyOf, calendarYears, notices } from '@jikaotong/shared/contract';
import { checkCalendarYear } from '@jikaotong/shared/rules/calendar';
import { refusalSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { back, toast, useAnswer, useCommand } from '../../../platform';
import { BigButton, Group, Heading, Loaded, RefusalMessage, NoticeBar, Page, TextButton, TextField } from '../../../ui';
import { SpanFields } from './span-fields';
import { BLANK_SPAN, type Span, daysOf, isFaultless, spanFault, spansOf, workedFault } from './year-draft';
import '../body.scss';

type Known = ReplyOf<typeof notices.getCalendarYears>['years'][number];

/** One year of days off, to be added or, until dates were reckoned by it, corrected. */
export function YearScreen({ year }: { year: number }) {
  const answer = useAnswer(notices.getCalendarYears, {});
  return (
    <Loaded answer={answer}>
      {({ years }) => <YearForm year={year} known={years.find((one) => one.year === year) ?? null} />}
    </Loaded>
  );
}

function YearForm({ year, known }: { year: number; known: Known | null }) {
  const [off, setOff] = useState<readonly Span[]>(known ? spansOf(known.off) : [BLANK_SPAN]);
  const [worked, setWorked] = useState<readonly Span[]>(
    known ? known.worked.map((day) => ({ from: day, to: null })) : [],
  );
  const [source, setSource] = useState(known?.source ?? `国务院办公厅关于${year}年部分节假日安排的通知`);
  const [note, setNote] = useState('');
  const [shown, setShown] = useState(false);
  const add = useCommand(calendarYears.addCalendarYear);
  const correct = useCommand(calendarYears.correctCalendarYear);

  const offFaults = off.map((span) => spanFault(year, span));
  const offDays = daysOf(year, off);
  const workedFaults = worked.map((span) => workedFault(year, span, offDays));
  const faults = [...offFaults, ...workedFaults];
  const lacks = (text: string) => text.trim() === '';
  const isMissing =
    faults.some(({ from }) => from === 'unanswered') || lacks(source) || (known !== null && lacks(note));
  const isWrong = faults.some(({ from, to }) => (from !== null && from !== 'unanswered') || to !== null);
  // the fields have told what is wrong with them
  const workedDays = daysOf(year, worked);
  const fault = isMissing || isWrong ? null : checkCalendarYear({ year, off: offDays, workedWeekends: workedDays });
  const save = async () => {
    setShown(true);
    if (isMissing || isWrong || fault) return;
    const days = { off: offDays, worked: workedDays, source: source.trim() };
    const reply = known
      ? await correct.run({ params: { year }, body: { ...days, note: note.trim() } })
      : await add.run({ body: { year, ...days } });
    if (!reply.ok) return;
    toast('已保存');
    back();
  };
  return (
    <Page
      action={
        <>
          <RefusalMessage refusal={add.refusal ?? correct.refusal} />
          {shown && isMissing ? <NoticeBar tone="stop">还有没填的，请看标红的地方</NoticeBar> : null}
          {shown && isWrong && !isMissing ? <NoticeBar tone="stop">有日期不对，请看标红的地方</NoticeBar> : null}
          {shown && fault ? (
            <NoticeBar tone="stop">{refusalSentence('calendar-year-wrong', { ...fault })}</NoticeBar>
          ) : null}
          <BigButton id="save-year" text="保存" busy={add.busy || correct.busy} onTap={() => void save()} />
        </>
      }
    >
      <Heading title={`${year} 年放假安排`}>
        {known
          ? '还没有批次按这一年计算日期时可以更正，更正会留档。'
          : '请对照国务院公布的通知填写。所有机构共用，有批次用过以后不能再改。'}
      </Heading>
      <Group
        title="放假"
        foot={
          offFaults.every(isFaultless)
            ? `共 ${offDays.length} 天，含周末。`
            : '含周末，一段一段填；只放一天的，末日不用填。'
        }
      >
        <SpanFields id="off" year={year} spans={off} faults={shown ? offFaults : null} onChange={setOff} />
        <View className="body-year-more">
          <TextButton id="more-off" text="再加一段" onTap={() => setOff([...off, BLANK_SPAN])} />
        </View>
      </Group>
      <Group title="调休上班的周末" foot="只填周六、周日。">
        <SpanFields
          id="worked"
          year={year}
          spans={worked}
          faults={shown ? workedFaults : null}
          single
          onChange={setWorked}
        />
        <View className="body-year-more">
          <TextButton id="more-worked" text="加一天" onTap={() => setWorked([...worked, BLANK_SPAN])} />
        </View>
      </Group>
      <Group title="依据">
        <TextField
          id="year-source"
          label="通知名称"
          maxlength={200}
          value={source}
          error={shown && lacks(source) ? '请填写通知名称' : null}
          onChange={setSource}
        />
        {known ? (
          <TextField
            id="year-note"
            label="更正的原因（留档）"
            maxlength={200}
            value={note}
            error={shown && lacks(note) ? '请写明为什么更正' : null}
            onChange={setNote}
          />
        ) : null}
      </Group>
    </Page>
  );
}
