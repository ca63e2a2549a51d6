import { type ReviewView, applications } from '@jikaotong/shared/contract';
import { useEffect, useState } from 'react';
import { backOr, fileAddress, keepInAddress, steadyLink, useAnswer } from '../../../platform';
import { Loaded, Page } from '../../../ui';
import { type Asked, useQueue } from '../review-queue';
import { DeskDecision } from './desk-decision';
import './desk-review.scss';

type Props = { id: string; session: string | null; asked: Asked };

/** Applications one after the other at a desk: the next one is there before it is asked for. */
export default function DeskReview(props: Props) {
  return <FromHere key={props.id} {...props} />;
}

function FromHere({ id: first, session, asked }: Props) {
  const [id, setId] = useState(first);
  const answer = useAnswer(applications.getReview, { params: { id } });
  const review = answer.state === 'ready' ? answer.data : null;
  const sessionId = session ?? review?.sessionId ?? null;
  if (sessionId === null)
    return (
      <Page wide>
        <Loaded answer={answer}>{() => null}</Loaded>
      </Page>
    );
  const go = (to: string) => {
    setId(to);
    keepInAddress({ id: to, session: sessionId, ...asked });
  };
  return (
    <InQueue key={sessionId} id={id} sessionId={sessionId} asked={asked} isListed={session !== null} go={go}>
      {answer}
    </InQueue>
  );
}

/** Without a list behind it, it stands among those who wait. */
const WAITING: Asked = { state: 'submitted' };

type QueueProps = {
  id: string;
  sessionId: string;
  asked: Asked;
  isListed: boolean;
  go: (id: string) => void;
  children: ReturnType<typeof useAnswer<typeof applications.getReview>>;
};

function InQueue({ id, sessionId, asked, isListed, go, children: answer }: QueueProps) {
  const { place, isSettled, noteDecided } = useQueue(sessionId, isListed ? asked : WAITING, id);
  const nextId = place?.nextId ?? null;
  usePreloaded(nextId);
  const next = nextId === null ? null : () => go(nextId);
  const [decidedId, setDecidedId] = useState<string | null>(null);
  const isLeft = decidedId === id && isSettled;
  // whoever decides before the queue is known does not lose the next one
  useEffect(() => {
    if (!isLeft) return;
    setDecidedId(null);
    noteDecided(id);
    if (nextId === null) backOr('/packages/review/reviews/index', { session: sessionId });
    else go(nextId);
    // what else it uses is of the same render
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isLeft]);
  return (
    <Page wide>
      <Loaded answer={answer}>
        {(review) => (
          <DeskDecision
            key={review.id}
            review={review}
            place={place}
            asked={asked}
            onNext={next}
            onPrevious={place?.previousId ? () => go(place.previousId ?? '') : null}
            onDecided={() => setDecidedId(review.id)}
          />
        )}
      </Loaded>
    </Page>
  );
}

/** Fetches an application and its pictures ahead of its turn. */
function usePreloaded(id: string | null): void {
  const ahead = useAnswer(applications.getReview, { params: { id: id ?? '' } }, { enabled: id !== null });
  const review: ReviewView | null = ahead.state === 'ready' ? ahead.data : null;
  useEffect(() => {
    if (review === null) return;
    const pictures = [...(review.photo ? [review.photo] : []), ...review.papers.flatMap(({ files }) => files)];
    for (const file of pictures) {
      if ('type' in file && file.type === 'application/pdf') continue;
      new Image().src = fileAddress(steadyLink(file));
    }
  }, [review]);
}
