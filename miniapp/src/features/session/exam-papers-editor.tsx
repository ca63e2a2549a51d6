import type { StaffSessionView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { type PaperNeed, paperNeeds } from '@jikaotong/shared/rules/planning';
import { subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { BigButton, Group, TextField } from '../../ui';
import { offeringName } from '../notice';
import {
  type Admitted,
  type ExamPaperDraft,
  type PlacesDraft,
  expectedOf,
  isLeftOpen,
  placesOf,
  withShift,
} from './places-draft';
import { FixedShift, ShiftEditor } from './shift-editor';
import { SubjectsHint } from './subjects-hint';
import './papers-editor.scss';

type Props = {
  session: StaffSessionView;
  draft: PlacesDraft;
  /** The exam days. */
  days: readonly LocalDate[];
  /** With it, what each shift needs and has is said; and who is admitted so far. */
  notice?: Notice;
  admitted?: readonly Admitted[];
  /** People are seated: what stands stays, and further shifts may come. */
  frozen?: boolean;
  onChange: (papers: readonly ExamPaperDraft[]) => void;
  onUsual: () => void;
  onExpected?: (expected: Readonly<Record<string, string>>) => void;
};

/** When and where each subject of each offering is examined, in one shift or several. */
export function ExamPapersEditor({ frozen = false, admitted = NOBODY, ...props }: Props) {
  const { session, draft, days, notice, onChange, onUsual, onExpected } = props;
  const { sites, papers } = draft;
  const needs = useMemo(() => needsOf(draft, notice, admitted), [draft, notice, admitted]);
  const hasBlank = papers.some((paper) => !isLeftOpen(paper) && (!paper.startsAt || !paper.endsAt));
  const set = (paper: ExamPaperDraft, part: Partial<ExamPaperDraft>) =>
    onChange(papers.map((other) => (other === paper ? { ...paper, ...part } : other)));
  const alike = (of: ExamPaperDraft) =>
    papers.filter(({ offeringCode, subject }) => offeringCode === of.offeringCode && subject === of.subject);
  const siteNames = sites.map(({ name }) => name).filter((name) => name !== '');
  return (
    <>
      {hasBlank ? (
        <View className="papers__usual">
          <BigButton id="usual-hours" text="按常用时间填好各科" tone="plain" onTap={onUsual} />
          <View className="papers__hint">理论 9:00–10:30，操作 13:00–15:00，评审 15:30–16:30；填好后还能改</View>
        </View>
      ) : null}
      {session.offerings.map((offering) => (
        <Group key={offering.code} title={offeringName(offering)}>
          {notice && !session.ofStage ? <SubjectsHint notice={notice} code={offering.code} /> : null}
          {papers
            .filter(({ offeringCode }) => offeringCode === offering.code)
            .map((paper) =>
              paper.fixed ? (
                <FixedShift
                  session={session}
                  key={papers.indexOf(paper)}
                  paper={paper}
                  number={alike(paper).length > 1 ? alike(paper).indexOf(paper) + 1 : null}
                  onAdd={
                    alike(paper).at(-1) === paper
                      ? () => onChange(withShift(papers, { ...paper, fixed: false, day: days.at(-1) ?? paper.day }))
                      : null
                  }
                />
              ) : (
                <ShiftEditor
                  key={papers.indexOf(paper)}
                  paper={paper}
                  shifts={alike(paper)}
                  session={session}
                  days={days}
                  siteNames={siteNames}
                  need={needs.get(paper) ?? null}
                  onChange={(part) => set(paper, part)}
                  onAdd={() => onChange(withShift(papers, paper))}
                  onRemove={() => onChange(papers.filter((other) => other !== paper))}
                />
              ),
            )}
          {draft.expected && !frozen ? (
            <TextField
              id={`expected-${offering.code}`}
              label="预计人数（用来核对座位够不够，可不填）"
              hint={admittedWords(admitted, offering.code)}
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

const NOBODY: readonly Admitted[] = [];

/** What each shift needs and has, where everything that says so is filled in. */
function needsOf(draft: PlacesDraft, notice: Notice | undefined, admitted: readonly Admitted[]) {
  const places = notice && placesOf(draft);
  if (!places) return new Map<ExamPaperDraft, PaperNeed>();
  const needs = paperNeeds(places, expectedOf(draft, { notice, admitted }));
  // what is left open has no paper
  const written = draft.papers.filter((paper) => !isLeftOpen(paper));
  return new Map(written.flatMap((paper, at) => (needs[at] ? [[paper, needs[at]] as const] : [])));
}

/** `已审核通过 23 人：理论知识 23、操作技能 20。空着就按这个数核对。` */
function admittedWords(admitted: readonly Admitted[], code: string): string | undefined {
  const own = admitted.filter(({ offeringCode }) => offeringCode === code);
  const whole = own.reduce((sum, { people }) => sum + people, 0);
  if (whole === 0) return undefined;
  const subjects = [...new Set(own.flatMap((one) => one.subjects))];
  const counts = subjects.map((subject) => {
    const people = own.filter((one) => one.subjects.includes(subject)).reduce((sum, one) => sum + one.people, 0);
    return `${subjectWord(subject)} ${people}`;
  });
  return `已审核通过 ${whole} 人：${counts.join('、')}。空着就按这个数核对。`;
}
