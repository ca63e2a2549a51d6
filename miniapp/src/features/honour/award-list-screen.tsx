import { awardAccounts, awards } from '@jikaotong/shared/contract';
import { type ListRow, awardList } from '@jikaotong/shared/lists';
import { awardStateWord, prizeMoneyWord, yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Tag, type Tone } from '../../ui';
import { ListView } from '../list';
import { useStaff } from '../staff';
import { AwardSheet } from './award-sheet';
import { KeepNeeds } from './keep-needs';
import { PayNeeds } from './pay-needs';

type Row = ListRow<typeof awardList>;

const TONES: Readonly<Record<Row['state'], Tone>> = { given: 'go', withheld: 'stop', declined: 'quiet' };

const MONEY_TONES: Readonly<Record<Row['money'], Tone>> = {
  none: 'quiet',
  'no-account': 'stop',
  due: 'warn',
  paid: 'go',
};

const cardOf = (row: Row) => ({
  title: row.name ?? row.coach ?? row.unit ?? '',
  note: [row.award, row.rank === null ? '' : `第${row.rank}名`, row.paperNumber].filter(Boolean).join(' · '),
  value:
    row.state === 'given' ? (
      row.fen === null ? undefined : (
        <View className="honour__money">
          <View>{yuanWords(row.fen)}</View>
          <Tag text={prizeMoneyWord(row.money)} tone={MONEY_TONES[row.money]} />
        </View>
      )
    ) : (
      <Tag text={awardStateWord(row.state)} tone={TONES[row.state]} />
    ),
});

/** Every locked award; narrowed to a giver and exported it is that giver's list, narrowed to money that of finance. */
export function AwardListScreen({ id }: { id: string }) {
  const { may } = useStaff();
  const [changing, setChanging] = useState<Row | null>(null);
  return (
    <>
      <ListView
        list={awardList}
        id={id}
        unit="项"
        about="筛选颁发单位后导出，就是给这个单位的名单；证件号码和账号要写明用途才会导出全部数字。"
        empty={{ title: '奖项还没有锁定', text: '两人确认锁定后会出现在这里。' }}
        card={cardOf}
        tones={{ state: TONES, money: MONEY_TONES }}
        actsOffered={[
          ...(may({ who: awardList.acts.pay.who }) ? (['pay', 'unpay'] as const) : []),
          ...(may({ who: awardList.acts.keep.who }) ? (['keep'] as const) : []),
        ]}
        asks={{ pay: { Form: PayNeeds }, keep: { Form: KeepNeeds } }}
        asideAtDesk={['apart', 'coach', 'consents', 'phone', 'documentNumber', 'holder', 'bank', 'account']}
        elementId={({ position }) => `line-${position}`}
        {...(may(awards.changeAward) || may(awardAccounts.noteAwardAccount) ? { onOpen: setChanging } : {})}
      />
      {changing ? (
        <AwardSheet
          award={{
            id: changing.id,
            name: changing.name ?? changing.coach ?? changing.unit ?? '',
            state: changing.state,
            to: changing.recipient,
            fen: changing.fen,
          }}
          onClose={() => setChanging(null)}
        />
      ) : null}
    </>
  );
}
