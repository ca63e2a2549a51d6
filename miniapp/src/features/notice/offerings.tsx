import type { Notice, Offering } from '@jikaotong/shared/notice';
import { feeOf } from '@jikaotong/shared/rules/fees';
import { Text, View } from '@tarojs/components';
import { open } from '../../platform';
import { Cell, Group, Money } from '../../ui';
import { type MonthColumn, monthColumns } from './month-columns';
import { OfferingName, monthsWords, offeringName } from './offering-name';
import './offerings.scss';

/** What one can apply for: the months in which it is held, as printed, and the fee; conditions one tap on. */
export function Offerings({ notice }: { notice: Notice }) {
  const columns = monthColumns(notice);
  const dated = notice.offerings.some(({ months }) => months !== null);
  return (
    <Group
      title={dated ? '申报项目与认定月份' : '申报项目'}
      foot={dated ? '“—”是通知没有列出的月份，当月不认定这一项' : undefined}
    >
      {notice.offerings.map((offering) => {
        const fee = feeOf(notice, offering.code);
        return (
          <Cell
            key={offering.code}
            id={`offering-${offering.code}`}
            title={<OfferingName of={offering} />}
            label={labelOf(offering)}
            value={fee.ok ? <Money fen={fee.value.totalFen} /> : undefined}
            onTap={() => open('/pages/offering/index', { notice: notice.id, offering: offering.code })}
          >
            {offering.months ? <Months columns={columns} held={offering.months} /> : null}
          </Cell>
        );
      })}
    </Group>
  );
}

const labelOf = (offering: Offering): string =>
  offering.months ? `${offeringName(offering)}，认定月份 ${monthsWords(offering.months)}` : offeringName(offering);

function Months({ columns, held }: { columns: readonly MonthColumn[]; held: readonly number[] }) {
  return (
    <View className="months">
      {columns.map(({ month, label }) => (
        <Text key={label} className={held.includes(month) ? 'months__one months__one--held' : 'months__one'}>
          {held.includes(month) ? label : '—'}
        </Text>
      ))}
    </View>
  );
}
