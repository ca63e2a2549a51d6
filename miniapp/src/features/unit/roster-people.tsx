import type { RosterView } from '@jikaotong/shared/contract';
import { open } from '../../platform';
import { Cell, Group, Money } from '../../ui';
import { paidWords, problemsWords, standingsWords } from './roster-words';

/** The people by what is to do for them, and what they cost. */
export function RosterPeople({ roster }: { roster: RosterView }) {
  const { counts } = roster;
  const list = (of: string) => () => open('/packages/unit/rows/index', { id: roster.id, of });
  return (
    <Group title="名单">
      <Cell id="rows-all" title="全部" note={standingsWords(counts)} value={`${counts.total} 人`} onTap={list('all')} />
      {counts.problems > 0 ? (
        <Cell
          id="rows-problems"
          title="要处理的"
          note={problemsWords(counts)}
          value={`${counts.problems} 人`}
          onTap={list('problems')}
        />
      ) : null}
      {counts.disputed > 0 ? (
        <Cell
          id="rows-disputed"
          title="本人说有不对"
          note="改好或答复，本人再确认"
          value={`${counts.disputed} 人`}
          onTap={list('disputed')}
        />
      ) : null}
      {counts.waiting > 0 ? (
        <Cell id="rows-waiting" title="填好了，等您收进名单" value={`${counts.waiting} 人`} onTap={list('waiting')} />
      ) : null}
      {counts.unconfirmed > 0 && roster.where !== 'counter' ? (
        <Cell
          id="rows-unconfirmed"
          title="等本人确认"
          note="提醒本人、发二维码或认领码，或打印申报表由本人签字"
          value={`${counts.unconfirmed} 人`}
          onTap={list('unconfirmed')}
        />
      ) : null}
      {(counts.state['submitted'] ?? 0) > 0 ? (
        <Cell title="协会审核中" value={`${counts.state['submitted'] ?? 0} 人`} />
      ) : null}
      {(counts.state['approved'] ?? 0) > 0 ? (
        <Cell title="审核通过" value={`${counts.state['approved'] ?? 0} 人`} />
      ) : null}
      <Cell title="费用合计" note={paidWords(roster)} value={<Money fen={roster.feeFen} />} />
    </Group>
  );
}
