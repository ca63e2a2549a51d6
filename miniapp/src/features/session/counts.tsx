import { type EndpointSpec, type ReplyOf, type StaffSessionView, overview } from '@jikaotong/shared/contract';
import { certificateList, orderList, reviewList, scoreList, seatList } from '@jikaotong/shared/lists';
import { Text, View } from '@tarojs/components';
import { open } from '../../platform';
import { Tappable, aria } from '../../ui';
import { useStaff } from '../staff';
import './counts.scss';

type SessionCounts = ReplyOf<typeof overview.getSessionCounts>;

type Figure = {
  readonly key: Exclude<keyof SessionCounts, 'duties' | 'later'>;
  readonly text: string;
  /** The list of just those, and who may see it. */
  readonly room: `${'staff' | 'review'}/${string}`;
  readonly by: Pick<EndpointSpec, 'who'>;
  readonly asks?: Readonly<Record<string, string>>;
};
const FIGURES: readonly Figure[] = [
  { key: 'submitted', text: '待审核', room: 'review/reviews', by: reviewList.rows, asks: { state: 'submitted' } },
  { key: 'returned', text: '退回修改', room: 'review/reviews', by: reviewList.rows, asks: { state: 'returned' } },
  { key: 'approved', text: '待缴费', room: 'staff/orders', by: orderList.rows, asks: { standing: 'claimed,open' } },
  { key: 'paid', text: '已缴费', room: 'staff/orders', by: orderList.rows, asks: { standing: 'settled' } },
  { key: 'seated', text: '已排座', room: 'staff/seating', by: seatList.rows },
  { key: 'ticketed', text: '准考证', room: 'staff/seating', by: seatList.rows },
  { key: 'scored', text: '已登分', room: 'staff/scores', by: scoreList.rows, asks: { complete: 'yes' } },
  { key: 'certified', text: '已发证', room: 'staff/certificates', by: certificateList.rows },
];

/** Who is approved and has not paid: whoever has is among the paid alone, on the card as on the session's page. */
export const unpaidOf = ({ approved, paid }: Pick<SessionCounts, 'approved' | 'paid'>): number => approved - paid;

/** How far the work has come, in figures; each opens its list for whoever may see that. */
export function Counts({ counts, session }: { counts: SessionCounts; session: StaffSessionView }) {
  const { may } = useStaff();
  const { later: _, ...figures } = counts;
  const shown = { ...figures, approved: unpaidOf(counts) };
  return (
    <View className="counts">
      {FIGURES.map(({ key, text, room, by, asks }) => {
        const label = `${text} ${shown[key]}`;
        const inside = (
          <>
            <Text className="counts__figure">{shown[key]}</Text>
            <Text className="counts__text">{text}</Text>
          </>
        );
        return may(by, session.bodyId) ? (
          <Tappable
            key={key}
            id={`count-${key}`}
            className="counts__one counts__one--door"
            label={label}
            onTap={() => open(`/packages/${room}/index`, { session: session.id, body: session.bodyId, ...asks })}
          >
            {inside}
          </Tappable>
        ) : (
          <View key={key} id={`count-${key}`} className="counts__one" {...aria({ role: 'img', label })}>
            {inside}
          </View>
        );
      })}
    </View>
  );
}
