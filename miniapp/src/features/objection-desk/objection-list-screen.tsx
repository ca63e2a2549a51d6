import type { ObjectionState } from '@jikaotong/shared/contract';
import { objections } from '@jikaotong/shared/contract';
import { type ListRow, objectionList } from '@jikaotong/shared/lists';
import { dayAt, timeAt } from '@jikaotong/shared/kernel';
import { fullDayWords, objectionStateWord, objectionSubjectWord, offeringWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, useAnswer } from '../../platform';
import { NoticeBar, Tag, type Tone } from '../../ui';
import { ListView } from '../list';

type Row = ListRow<typeof objectionList>;

export const OBJECTION_TONES: Readonly<Record<ObjectionState, Tone>> = {
  open: 'warn',
  upheld: 'warn',
  settled: 'quiet',
  rejected: 'quiet',
};

const cardOf = ({ name, ticketNumber, subject, state }: Row) => ({
  title: name ?? '',
  note: `${ticketNumber} · ${objectionSubjectWord(subject)}`,
  value: <Tag text={objectionStateWord(state)} tone={OBJECTION_TONES[state]} />,
});

/** What anybody objects to in the public list of a session, and until when it is public. */
export function ObjectionListScreen({ sessionId }: { sessionId: string }) {
  const standing = useAnswer(objections.getPublicityStanding, { params: { id: sessionId } });
  const known = standing.state === 'ready' ? standing.data : null;
  return (
    <ListView
      list={objectionList}
      id={sessionId}
      unit="件"
      about={known?.sessionName}
      notice={known?.offerings.map(({ offering, closes, closedAt, waiting }) => (
        <NoticeBar key={offering.code} tone={waiting.length > 0 ? 'warn' : 'info'} title={offeringWords(offering)}>
          <View>
            {closes === null
              ? '没有公示'
              : closedAt === null
                ? `公示到 ${fullDayWords(closes)}，那天过后自动结束，不能提前`
                : `公示已于 ${fullDayWords(dayAt(closedAt))} ${timeAt(closedAt)} 结束`}
          </View>
          {waiting.length > 0 ? (
            <View>
              {waiting.map((one) => `${one.name}（${one.ticketNumber}）`).join('、')}
              有异议没有办结，只有他们的证书等候。
            </View>
          ) : null}
        </NoticeBar>
      ))}
      empty={{ title: '没有异议', text: '任何人在公示期内提出异议后，会显示在这里。' }}
      card={cardOf}
      tones={{ state: OBJECTION_TONES }}
      elementId={({ id }) => `objection-${id}`}
      onOpen={({ id }) => open('/packages/scores/objection/index', { id })}
    />
  );
}
