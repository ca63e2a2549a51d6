import {
  type EndpointSpec,
  type ReplyOf,
  type StaffSessionView,
  funnel,
  invigilation,
  orders,
  overview,
  prints,
} from '@jikaotong/shared/contract';
import {
  applicantList,
  certificateList,
  orderList,
  reviewList,
  scoreList,
  scoreReviewList,
  seatList,
} from '@jikaotong/shared/lists';
import { open } from '../../platform';
import { Cell, Group } from '../../ui';
import { useStaff } from '../staff';

type Props = { session: StaffSessionView; counts: ReplyOf<typeof overview.getSessionCounts> };
type Room = {
  readonly name: string;
  readonly title: string;
  readonly by: Pick<EndpointSpec, 'who'>;
  readonly value?: string | undefined;
  /** The subpackage of its page; that of the staff where none is named. */
  readonly home?: 'duty' | 'review';
  readonly params?: Readonly<Record<string, string>>;
};

/** The rooms to work in; those one may not enter are left out. */
export function Rooms({ session, counts }: Props) {
  const { may } = useStaff();
  const waiting = (count: number) => (count > 0 ? `${count} 件待办` : undefined);
  const rooms: readonly Room[] = [
    { name: 'funnel', title: '进展与统计', by: funnel.getFunnel, home: 'review' },
    { name: 'applicants', title: '考生总名单', by: applicantList.rows, home: 'review' },
    { name: 'reviews', title: '审核报名', by: reviewList.rows, value: waiting(counts.submitted), home: 'review' },
    {
      name: 'cases',
      title: '待核查事项',
      by: orders.getCase,
      value: waiting(counts.openCases),
      home: 'review',
      params: { body: session.bodyId, state: 'open' },
    },
    { name: 'orders', title: '缴费与收款', by: orderList.rows, params: { body: session.bodyId } },
    { name: 'seating', title: '考场座位与准考证', by: seatList.rows },
    { name: 'plan', title: '监考安排与现场进度', by: invigilation.getDutyPlan, home: 'duty' },
    { name: 'prints', title: '打印签到表、座次表、门贴等', by: prints.printSeats },
    { name: 'scores', title: '成绩登记与发布', by: scoreList.rows },
    // a notice without a score review has no window for one
    ...(session.windows.some(({ kind }) => kind === 'review')
      ? [
          {
            name: 'score-reviews',
            title: '成绩复核',
            by: scoreReviewList.rows,
            value: waiting(counts.openScoreReviews),
          },
        ]
      : []),
    { name: 'certificates', title: '证书', by: certificateList.rows },
  ];
  return (
    <Group title="办理">
      {rooms
        .filter(({ by }) => may(by, session.bodyId))
        .map(({ name, title, value, params, home = 'staff' }) => (
          <Cell
            key={name}
            id={`go-${name}`}
            title={title}
            value={value}
            onTap={() => open(`/packages/${home}/${name}/index`, { session: session.id, ...params })}
          />
        ))}
    </Group>
  );
}
