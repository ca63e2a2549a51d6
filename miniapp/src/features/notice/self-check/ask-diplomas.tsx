import type { LocalDate } from '@jikaotong/shared/kernel';
import type { HeldDiploma, School } from '@jikaotong/shared/notice';
import { diplomaStatusWord, factQuestion, schoolWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { DayField, PickField } from '../../../ui';
import { useToday } from '../../demonstration';
import type { AskProps } from './ask-props';
import { NameField } from './name-field';
import { majorOptions, schoolOptions } from './options';
import { aheadError, missingIn, pastDay } from './row-draft';
import { RowsQuestion } from './rows-question';

const STATUSES = ['graduated', 'final-year', 'enrolled'] as const;
const BLANK: Draft = { school: null, major: null, status: null, on: null };

type Draft = {
  school: School | null;
  major: string | null;
  status: HeldDiploma['status'] | null;
  on: string | null;
};

/** 学历: school, major and whether graduated. */
export function AskDiplomas({ notice, offering, offerings = [offering], facts, onAnswer, onUnsure }: AskProps) {
  const today = useToday();
  const [draft, setDraft] = useState<Draft>(BLANK);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  return (
    <RowsQuestion<HeldDiploma>
      title={factQuestion('diplomas')}
      hint="最后一年的在读应届毕业生也可以填写。"
      noun="学历"
      none="没有这些学历"
      given={facts.diplomas ?? []}
      describe={({ school, major, status }) => ({
        title: `${schoolWord(school)} ${major}`,
        note: diplomaStatusWord(status),
      })}
      draft={diplomaOf(draft, today)}
      missing={missingIn(draft, BLANK, {
        学校类别: draft.school !== null,
        专业: Boolean(draft.major?.trim()),
        毕业情况: draft.status !== null,
        毕业日期: draft.status !== 'graduated' || pastDay(draft.on, today) !== null,
      })}
      onClear={() => setDraft(BLANK)}
      onAnswer={(diplomas) => onAnswer({ diplomas })}
      onUnsure={onUnsure}
      form={
        <>
          <PickField
            id="diploma-school"
            label="学校类别"
            options={schoolOptions(offerings).map((school) => ({ key: school, text: schoolWord(school) }))}
            value={draft.school}
            onChange={(school) => change({ school, major: null })}
          />
          {draft.school ? (
            <NameField
              id="diploma-major"
              label="专业"
              options={majorOptions(notice, draft.school)}
              value={draft.major}
              onChange={(major) => change({ major })}
            />
          ) : null}
          <PickField
            id="diploma-status"
            label="毕业情况"
            options={STATUSES.map((status) => ({ key: status, text: diplomaStatusWord(status) }))}
            value={draft.status}
            onChange={(status) => change({ status })}
          />
          {draft.status === 'graduated' ? (
            <DayField
              id="diploma-on"
              label="毕业日期"
              latest={today}
              value={draft.on}
              error={aheadError(draft.on, today)}
              onChange={(on) => change({ on })}
            />
          ) : null}
        </>
      }
    />
  );
}

function diplomaOf({ school, major, status, on }: Draft, today: LocalDate): HeldDiploma | null {
  const day = pastDay(on, today);
  if (!school || !major?.trim() || !status) return null;
  if (status === 'graduated' && !day) return null;
  return { school, major: major.trim(), status, on: day };
}
