import { type ReplyOf, overview } from '@jikaotong/shared/contract';
import { Text, View } from '@tarojs/components';
import { aria } from '../../ui';
import './counts.scss';

type SessionCounts = ReplyOf<typeof overview.getSessionCounts>;

const FIGURES: readonly { key: Exclude<keyof SessionCounts, 'duties' | 'later'>; text: string }[] = [
  { key: 'submitted', text: '待审核' },
  { key: 'returned', text: '退回修改' },
  { key: 'approved', text: '待缴费' },
  { key: 'paid', text: '已缴费' },
  { key: 'seated', text: '已排座' },
  { key: 'ticketed', text: '准考证' },
  { key: 'scored', text: '已登分' },
  { key: 'certified', text: '已发证' },
];

/** Who is approved and has not paid: whoever has is among the paid alone, on the card as on the session's page. */
export const unpaidOf = ({ approved, paid }: Pick<SessionCounts, 'approved' | 'paid'>): number => approved - paid;

/** How far the work has come, in figures. */
export function Counts({ counts }: { counts: SessionCounts }) {
  const { later: _, ...figures } = counts;
  const shown = { ...figures, approved: unpaidOf(counts) };
  return (
    <View className="counts">
      {FIGURES.map(({ key, text }) => (
        <View
          key={key}
          id={`count-${key}`}
          className="counts__one"
          {...aria({ role: 'img', label: `${text} ${shown[key]}` })}
        >
          <Text className="counts__figure">{shown[key]}</Text>
          <Text className="counts__text">{text}</Text>
        </View>
      ))}
    </View>
  );
}
