import { type ReplyOf, waitingRows } from '@jikaotong/shared/contract';
import { fullDayWords } from '@jikaotong/shared/words';
import { open, useAnswer, useOnShow, useSignIn } from '../../platform';
import { BigButton, Cell, Group, Tag } from '../../ui';

type WaitingRow = ReplyOf<typeof waitingRows.listWaitingOwnRows>['items'][number];

/** What units have entered under the phone that is proven here, until it is claimed; null until it is known. */
export function useWaitingRows(): readonly WaitingRow[] | null {
  const { phase } = useSignIn();
  const answer = useAnswer(waitingRows.listWaitingOwnRows, {}, { enabled: phase === 'in' });
  useOnShow(() => {
    if (answer.state === 'ready') answer.refresh();
  });
  return answer.state === 'ready' ? answer.data.items : null;
}

/** The same to be seen, and the way to claim it; silent while there is nothing. */
export function WaitingRows({ rows }: { rows: readonly WaitingRow[] | null }) {
  if (rows === null || rows.length === 0) return null;
  return (
    <>
      <Group title="单位替您报了名">
        {rows.map(({ unitName, sessionName, closes }) => (
          <Cell
            key={`${unitName} ${sessionName}`}
            id="waiting-row"
            title={unitName}
            note={`${sessionName}，请您本人核对确认${closes === null ? '' : `，${fullDayWords(closes)}截止`}`}
            value={<Tag text="待确认" tone="warn" />}
          />
        ))}
      </Group>
      <ClaimButton />
    </>
  );
}

/** What a unit has entered for a competition, under the phone that is proven here. */
export const useWaitingEntry = (noticeId: string): WaitingRow | null =>
  useWaitingRows()?.find(({ contestId }) => contestId === noticeId) ?? null;

export const ClaimButton = ({ tone = 'primary' }: { tone?: 'primary' | 'plain' }) => (
  <BigButton
    id="claim-waiting"
    tone={tone}
    text="核对单位替我报的名"
    onTap={() => open('/packages/unit/claim/index')}
  />
);
