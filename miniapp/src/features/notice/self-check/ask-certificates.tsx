import type { LocalDate } from '@jikaotong/shared/kernel';
import { type HeldCertificate, levelsNamed } from '@jikaotong/shared/notice';
import { factQuestion, levelWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { DayField, PickField } from '../../../ui';
import { useToday } from '../../demonstration';
import type { AskProps } from './ask-props';
import { NameField } from './name-field';
import { occupationOptions } from './options';
import { aheadError, missingIn, pastDay } from './row-draft';
import { RowsQuestion } from './rows-question';

const BLANK: Draft = { occupation: null, level: null, issuedOn: null };

type Draft = { occupation: string | null; level: number | null; issuedOn: string | null };

/** 职业资格或职业技能等级证书. */
export function AskCertificates({ notice, offering, offerings = [offering], facts, onAnswer, onUnsure }: AskProps) {
  const today = useToday();
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
      draft={certificateOf(draft, today)}
      missing={missingIn(draft, BLANK, {
        证书职业: Boolean(draft.occupation?.trim()),
        等级: draft.level !== null,
        发证日期: pastDay(draft.issuedOn, today) !== null,
      })}
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
            latest={today}
            value={draft.issuedOn}
            error={aheadError(draft.issuedOn, today)}
            onChange={(issuedOn) => change({ issuedOn })}
          />
        </>
      }
    />
  );
}

function certificateOf({ occupation, level, issuedOn }: Draft, today: LocalDate): HeldCertificate | null {
  const day = pastDay(issuedOn, today);
  return occupation?.trim() && level !== null && day ? { occupation: occupation.trim(), level, issuedOn: day } : null;
}
