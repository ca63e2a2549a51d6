import type { Notice } from '@jikaotong/shared/notice';
import { feeOf } from '@jikaotong/shared/rules/fees';
import { open } from '../../platform';
import { Cell, Group, Money } from '../../ui';
import { OfferingName, monthsWords } from './offering-name';

/** What one can apply for: months and fee at a glance, conditions one tap on. */
export function Offerings({ notice }: { notice: Notice }) {
  return (
    <Group title="可以申报的项目">
      {notice.offerings.map((offering) => {
        const fee = feeOf(notice, offering.code);
        return (
          <Cell
            key={offering.code}
            id={`offering-${offering.code}`}
            title={<OfferingName of={offering} />}
            note={offering.months ? `认定月份 ${monthsWords(offering.months)}` : undefined}
            value={fee.ok ? <Money fen={fee.value.totalFen} /> : undefined}
            onTap={() => open('/pages/offering/index', { notice: notice.id, offering: offering.code })}
          />
        );
      })}
    </Group>
  );
}
