import type { StaffSessionView } from '@jikaotong/shared/contract';
import { type LocalDate, addDays } from '@jikaotong/shared/kernel';
import { dayBehind } from '@jikaotong/shared/rules/calendar';
import { useState } from 'react';
import { Check, DayField, Group } from '../../ui';
import { behindWords } from './behind-words';
import { type MoveDraft, dayOf, movedDaysOf } from './move-draft';

type Props = {
  session: StaffSessionView;
  draft: MoveDraft;
  today: LocalDate;
  onChange: (draft: MoveDraft) => void;
};

/** The new exam days, and the days to apply and to pay where they move as well. */
export function MoveDays({ session, draft, today, onChange }: Props) {
  const [severalDays, setSeveralDays] = useState(session.examEnd !== session.examStart);
  const [others, setOthers] = useState(false);
  const change = (part: Partial<MoveDraft>) => onChange({ ...draft, ...part });
  const { plan } = session;
  const days = movedDaysOf(draft);
  const behind = days && dayBehind(days, today);
  const day = (name: keyof MoveDraft, id: string, label: string, old: string | null) => (
    <DayField
      id={id}
      label={label}
      value={draft[name]}
      startAt={draft[name] ?? old ?? today}
      earliest={name === 'applicationOpens' ? '2020-01-01' : today}
      error={name === behind ? behindWords(name, today) : null}
      {...(old ? { hint: `原来 ${old}` } : {})}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <>
      <Group title="新的考试日期">
        {day('examStart', 'exam-start', '考试首日', session.examStart)}
        <Check
          id="several-days"
          text="考试不止一天"
          checked={severalDays}
          onChange={(yes) => {
            setSeveralDays(yes);
            const start = dayOf(draft.examStart);
            change({ examEnd: yes && start ? addDays(start, 1) : null });
          }}
        />
        {severalDays ? day('examEnd', 'exam-end', '考试末日', session.examEnd) : null}
      </Group>
      <Group foot={others ? '填了才改；已经截止的报名和缴费，填了新的截止日才重新开放。' : null}>
        <Check
          id="other-days"
          text="报名或缴费日期也要改"
          checked={others}
          onChange={(yes) => {
            setOthers(yes);
            if (!yes) change({ applicationOpens: null, applicationCloses: null, paymentCloses: null });
          }}
        />
        {others ? (
          <>
            {day('applicationOpens', 'application-opens', '报名开始', plan.applicationOpens)}
            {day('applicationCloses', 'application-closes', '报名截止（含当天）', plan.applicationCloses)}
            {day('paymentCloses', 'payment-closes', '缴费截止（含当天）', plan.paymentCloses)}
          </>
        ) : null}
      </Group>
    </>
  );
}
