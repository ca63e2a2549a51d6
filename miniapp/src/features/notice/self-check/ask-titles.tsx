import type { LocalDate } from '@jikaotong/shared/kernel';
import type { HeldTitle, TitleGrade } from '@jikaotong/shared/notice';
import { factQuestion, titleGradeWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { DayField, PickField } from '../../../ui';
import { useToday } from '../../demonstration';
import type { AskProps } from './ask-props';
import { NameField } from './name-field';
import { occupationOptions } from './options';
import { aheadError, missingIn, pastDay } from './row-draft';
import { RowsQuestion } from './rows-question';

const GRADES = ['junior', 'intermediate', 'senior'] as const;
const BLANK: Draft = { occupation: null, grade: null, on: null };

type Draft = { occupation: string | null; grade: TitleGrade | null; on: string | null };

/** 专业技术职称. */
export function AskTitles({ notice, offering, offerings = [offering], facts, onAnswer, onUnsure }: AskProps) {
  const today = useToday();
  const [draft, setDraft] = useState<Draft>(BLANK);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  return (
    <RowsQuestion<HeldTitle>
      title={factQuestion('titles')}
      hint="填写本职业或相关职业的职称。"
      noun="职称"
      none="没有职称"
      given={facts.titles ?? []}
      describe={({ occupation, grade, on }) => ({
        title: `${occupation} ${titleGradeWord(grade)}`,
        note: `${on} 取得`,
      })}
      draft={titleOf(draft, today)}
      missing={missingIn(draft, BLANK, {
        职称所属职业: Boolean(draft.occupation?.trim()),
        级别: draft.grade !== null,
        取得日期: pastDay(draft.on, today) !== null,
      })}
      onClear={() => setDraft(BLANK)}
      onAnswer={(titles) => onAnswer({ titles })}
      onUnsure={onUnsure}
      form={
        <>
          <NameField
            id="title-occupation"
            label="职称所属职业"
            options={occupationOptions(notice, offerings)}
            value={draft.occupation}
            onChange={(occupation) => change({ occupation })}
          />
          <PickField
            id="title-grade"
            label="级别"
            options={GRADES.map((grade) => ({ key: grade, text: titleGradeWord(grade) }))}
            value={draft.grade}
            onChange={(grade) => change({ grade })}
          />
          <DayField
            id="title-on"
            label="取得日期"
            latest={today}
            value={draft.on}
            error={aheadError(draft.on, today)}
            onChange={(on) => change({ on })}
          />
        </>
      }
    />
  );
}

function titleOf({ occupation, grade, on }: Draft, today: LocalDate): HeldTitle | null {
  const day = pastDay(on, today);
  return occupation?.trim() && grade && day ? { occupation: occupation.trim(), grade, on: day } : null;
}
