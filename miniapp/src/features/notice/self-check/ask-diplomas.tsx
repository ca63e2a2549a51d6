import { parseLocalDate } from '@jikaotong/shared/kernel';
import type { HeldDiploma, School } from '@jikaotong/shared/notice';
import { diplomaStatusWord, factQuestion, schoolWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { DayField, PickField } from '../../../ui';
import type { AskProps } from './ask-props';
import { NameField } from './name-field';
import { majorOptions, schoolOptions } from './options';
import { RowsQuestion } from './rows-question';

const STATUSES = ['graduated', 'final-year', 'enrolled'] as const;
const BLANK = { school: null, major: null, status: null, on: null };

type Draft = {
  school: School | null;
  major: string | null;
  status: HeldDiploma['status'] | null;
  on: string | null;
};

/** 学历: school, major and whether graduated. */
export function AskDiplomas({ notice, offering, offerings = [offering], facts, onAnswer, onUnsure }: AskProps) {
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
      draft={diplomaOf(draft)}
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
            <DayField id="diploma-on" label="毕业日期" value={draft.on} onChange={(on) => change({ on })} />
          ) : null}
        </>
      }
    />
  );
}

function diplomaOf({ school, major, status, on }: Draft): HeldDiploma | null {
  const day = parseLocalDate(on ?? '');
  if (!school || !major?.trim() || !status) return null;
  if (status === 'graduated' && !day.ok) return null;
  return { school, major: major.trim(), status, on: day.ok ? day.value : null };
}
