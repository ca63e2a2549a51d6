import { type ReplyOf, type StaffUnitView, portraits, rosterSites } from '@jikaotong/shared/contract';
import { reviewList } from '@jikaotong/shared/lists';
import { useState } from 'react';
import { open, toast, useAnswer, viewFile } from '../../platform';
import { Cell, Group } from '../../ui';

type Waiting = Pick<
  ReplyOf<typeof rosterSites.listStaffRosters>['items'][number],
  'sessionId' | 'sessionName' | 'waiting' | 'byHand'
> & { readonly unitId: string };

/** Whom of a unit's people staff still decide about, session by session: the doubtful one by one, the photos side by side. */
export function UnitReviews({ unit }: { unit: StaffUnitView }) {
  const answer = useAnswer(rosterSites.listStaffRosters, { params: { id: unit.id } });
  if (answer.state !== 'ready') return null;
  return (
    <>
      {answer.data.items
        .filter(({ waiting }) => waiting > 0)
        .map(({ id, sessionId, sessionName, waiting, byHand }) => (
          <OneSession key={id} unitId={unit.id} {...{ sessionId, sessionName, waiting, byHand }} />
        ))}
    </>
  );
}

/** What keeps an application from being approved with the others; photos nobody has seen are no doubt about anybody. */
const DOUBTED = reviewList.acts.approve.aside.doubts
  .split(',')
  .filter((doubt) => doubt !== 'portrait')
  .join(',');

function OneSession({ unitId, sessionId, sessionName, waiting, byHand }: Waiting) {
  const asked = { unit: unitId, state: 'submitted' };
  const params = { id: sessionId };
  const doubted = useAnswer(reviewList.counts, { params, query: { ...asked, doubts: DOUBTED } });
  const photos = useAnswer(portraits.listPortraits, { params, query: { of: 'unseen', unit: unitId, limit: 1 } });
  const doubtful = doubted.state === 'ready' ? doubted.data.total : null;
  const unseen = photos.state === 'ready' ? photos.data.counts.unseen : null;
  const list = (more: Readonly<Record<string, string>>) => () =>
    open('/packages/review/reviews/index', { session: sessionId, ...asked, ...more });
  return (
    <Group title={`${sessionName}：等审核 ${waiting} 人`}>
      {doubtful ? (
        <Cell
          id={`doubted-${sessionId}`}
          title="逐个看有疑点的"
          note="每份写明疑点，看完一份接着下一份"
          value={`${doubtful} 人`}
          onTap={list({ doubts: DOUBTED })}
        />
      ) : null}
      {unseen ? (
        <Cell
          id={`photos-${sessionId}`}
          title="看这个单位的照片"
          note="看过以后，没有疑点的可以一起通过"
          value={`${unseen} 张没看过`}
          onTap={() => open('/packages/review/portraits/index', { session: sessionId, unit: unitId })}
        />
      ) : null}
      <GivenByHand sessionId={sessionId} byHand={byHand} />
      <Cell id={`reviews-${sessionId}`} title="这个单位等审核的" value={`${waiting} 人`} onTap={list({})} />
    </Group>
  );
}

/** Whose signed form stands on the agent's word alone, each with the page itself. */
function GivenByHand({ sessionId, byHand }: Pick<Waiting, 'sessionId' | 'byHand'>) {
  const [isShown, setShown] = useState(false);
  if (byHand.length === 0) return null;
  const look = async (url: string) => {
    if (!(await viewFile({ url, type: 'image/jpeg' }))) toast('没有打开，请返回后重新进入再试');
  };
  return (
    <>
      <Cell
        id={`by-hand-${sessionId}`}
        title="手工归入的签字表"
        note="扫描页上没有读出二维码，是经办人指定的"
        value={`${byHand.length} 人`}
        onTap={() => setShown(!isShown)}
      />
      {isShown
        ? byHand.map(({ id, name, documentTail, url }) => (
            <Cell
              key={id}
              id={`by-hand-page-${id}`}
              title={`${name}（${documentTail}）`}
              value="看签字页"
              onTap={() => void look(url)}
            />
          ))
        : null}
    </>
  );
}
