import { awardAccounts, awards } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { Cell, Group, NoticeBar, Sheet } from '../../ui';
import { useStaff } from '../staff';
import { AccountOfWinner } from './account-of-winner';
import { ChangeAward, type OpenedAward } from './change-award';

type Props = {
  award: OpenedAward & { readonly to: 'entrant' | 'coach' | 'unit'; readonly fen: number | null };
  onClose: () => void;
};

/** What can be done with a locked award: where its money goes, and what becomes of it; where there is but one, that one. */
export function AwardSheet({ award, onClose }: Props) {
  const { may } = useStaff();
  const hasMoney = award.to === 'entrant' && award.fen !== null && award.state === 'given';
  const mayNote = hasMoney && may(awardAccounts.noteAwardAccount);
  const mayChange = may(awards.changeAward);
  const [chosen, setChosen] = useState<'account' | 'state' | null>(
    mayNote && mayChange ? null : mayNote ? 'account' : 'state',
  );
  if (chosen === 'account') return <AccountOfWinner awardId={award.id} onClose={onClose} />;
  if (chosen === 'state')
    return mayChange ? (
      <ChangeAward award={award} onClose={onClose} />
    ) : (
      <Sheet title={award.name} onClose={onClose}>
        <NoticeBar tone="info">这一项没有要发的奖金，不用收款账户。</NoticeBar>
      </Sheet>
    );
  return (
    <Sheet title={award.name} onClose={onClose}>
      <Group>
        <Cell
          id="award-account"
          title="收款账户"
          note="选手没有在手机上填写的，按签字的表登记"
          onTap={() => setChosen('account')}
        />
        <Cell id="award-state" title="不授予或本人放弃" onTap={() => setChosen('state')} />
      </Group>
    </Sheet>
  );
}
