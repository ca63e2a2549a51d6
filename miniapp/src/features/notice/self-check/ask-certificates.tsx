import { parseLocalDate } from '@jikaotong/shared/kernel';
import { type HeldCertificate, levelsNamed } from '@jikaotong/shared/notice';
import { factQuestion, levelWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { DayField, PickField } from '../../../ui';
import type { AskProps } from './ask-props';
import { NameField } from './name-field';
import { occupationOptions } from './options';
import { RowsQuestion } from './rows-question';

const BLANK = { occupation: null, level: null, issuedOn: null };

type Draft = { occupation: string | null; level: number | null; issuedOn: string | null };

/** 职业资格或职业技能等级证书. */
export function AskCertificates({ notice, offering, offerings = [offering], facts, onAnswer, onUnsure }: AskProps) {
  const [draft, setDraft] = useState<Draft>(BLANK);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  return (
    <RowsQuestion<HeldCertificate>
      title={factQuestion('certificates')}
      hint="发证日期在证书上，用来计算取证后的工作年限。"
      noun="证书"
      none="没有证书"
      given={facts.certificates ?? []}
      describe={({ occupation, level, issuedOn }) => ({
        title: `${occupation} ${levelWord(level)}`,
        note: `${issuedOn} 发证`,
      })}
      draft={certificateOf(draft)}
      onClear={() => setDraft(BLANK)}
      onAnswer={(certificates) => onAnswer({ certificates })}
      onUnsure={onUnsure}
      form={
        <>
          <NameField
            id="certificate-occupation"
            label="证书职业"
            options={occupationOptions(notice, offerings)}
            value={draft.occupation}
            onChange={(occupation) => change({ occupation })}
          />
          <PickField
            id="certificate-level"
            label="等级"
            options={levelsNamed(notice).map((level) => ({ key: String(level), text: levelWord(level) }))}
            value={draft.level === null ? null : String(draft.level)}
            onChange={(key) => change({ level: Number(key) })}
          />
          <DayField
            id="certificate-issued"
            label="发证日期"
            value={draft.issuedOn}
            onChange={(issuedOn) => change({ issuedOn })}
          />
        </>
      }
    />
  );
}

function certificateOf({ occupation, level, issuedOn }: Draft): HeldCertificate | null {
  const day = parseLocalDate(issuedOn ?? '');
  return occupation?.trim() && level !== null && day.ok
    ? { occupation: occupation.trim(), level, issuedOn: day.value }
    : null;
}
