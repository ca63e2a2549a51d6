import type { StaffSessionView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { View } from '@tarojs/components';
import { BigButton, Group, TextField } from '../../ui';
import { offeringName } from '../notice';
import { type ExamPaperDraft, type PlacesDraft, isLeftOpen, withShift } from './places-draft';
import { ShiftEditor } from './shift-editor';
import './papers-editor.scss';

type Props = {
  session: StaffSessionView;
  draft: PlacesDraft;
  /** The exam days. */
  days: readonly LocalDate[];
  /** People are seated: only what was left to later can still be set. */
  onlyLater?: boolean;
  onChange: (papers: readonly ExamPaperDraft[]) => void;
  onUsual: () => void;
  onExpected?: (expected: Readonly<Record<string, string>>) => void;
};

/** When and where each subject of each offering is examined, in one shift or several. */
export function ExamPapersEditor({ session, draft, days, onlyLater = false, onChange, onUsual, onExpected }: Props) {
  const { sites, papers } = draft;
  const shown = papers.filter(({ later }) => !onlyLater || later);
  const hasBlank = shown.some((paper) => !isLeftOpen(paper) && (!paper.startsAt || !paper.endsAt));
  const set = (paper: ExamPaperDraft, part: Partial<ExamPaperDraft>) =>
    onChange(papers.map((other) => (other === paper ? { ...paper, ...part } : other)));
  const siteNames = sites.map(({ name }) => name).filter((name) => name !== '');
  return (
    <>
      {hasBlank ? (
        <View className="papers__usual">
          <BigButton id="usual-hours" text="按常用时间填好各科" tone="plain" onTap={onUsual} />
          <View className="papers__hint">理论 9:00–10:30，操作 13:00–15:00，评审 15:30–16:30；填好后还能改</View>
        </View>
      ) : null}
      {session.offerings
        .filter(({ code }) => shown.some(({ offeringCode }) => offeringCode === code))
        .map((offering) => (
          <Group key={offering.code} title={offeringName(offering)}>
            {shown
              .filter(({ offeringCode }) => offeringCode === offering.code)
              .map((paper) => (
                <ShiftEditor
                  key={papers.indexOf(paper)}
                  paper={paper}
                  shifts={papers.filter(
                    ({ offeringCode, subject }) => offeringCode === paper.offeringCode && subject === paper.subject,
                  )}
                  session={session}
                  days={days}
                  siteNames={siteNames}
                  onChange={(part) => set(paper, part)}
                  onAdd={() => onChange(withShift(papers, paper))}
                  onRemove={() => onChange(papers.filter((other) => other !== paper))}
                />
              ))}
            {draft.expected && !onlyLater ? (
              <TextField
                id={`expected-${offering.code}`}
                label="预计人数（用来核对座位够不够，可不填）"
                type="number"
                maxlength={5}
                value={draft.expected[offering.code] ?? ''}
                onChange={(text) => onExpected?.({ ...draft.expected, [offering.code]: text })}
              />
            ) : null}
          </Group>
        ))}
    </>
  );
}
