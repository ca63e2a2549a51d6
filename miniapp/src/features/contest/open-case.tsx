import type { StaffEntryDetail } from '@jikaotong/shared/contract';
import { caseWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open } from '../../platform';
import { NoticeBar, TextButton } from '../../ui';

type OpenCaseOf = StaffEntryDetail['cases'][number];

/** What must be settled about an entry, by what it is about, and the way to settling it. */
export function OpenCase({ of: { id, kind, twins }, unprintable }: { of: OpenCaseOf; unprintable: Unprintable }) {
  return (
    <NoticeBar tone={kind === 'document-twice' ? 'stop' : 'warn'} title={caseWord(kind)}>
      {kind === 'not-printable' ? <View>{unprintable.map(characterWords).join('；')}</View> : null}
      {twins.map((twin, at) => (
        <TextButton
          key={twin}
          id={`twin-${at}`}
          text="看另一份报名"
          onTap={() => open('/packages/contest/judge/index', { id: twin })}
        />
      ))}
      <TextButton
        id={`go-case-${kind}`}
        text="去办理"
        onTap={() => open('/packages/review/cases/index', { case: id })}
      />
    </NoticeBar>
  );
}

type Unprintable = StaffEntryDetail['unprintable'];
const FIELDS = { name: '姓名', unit: '单位', coach: '教练', groupNote: '组别说明' } as const;

/** `教练里的“𠮷”`. */
const characterWords = ({ of, characters }: Unprintable[number]): string =>
  `${FIELDS[of]}里的${characters.map((one) => `“${one}”`).join('')}`;
