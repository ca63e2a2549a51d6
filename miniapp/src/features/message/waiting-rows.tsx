import { rosterMembers } from '@jikaotong/shared/contract';
import { fullDayWords } from '@jikaotong/shared/words';
import { open, useAnswer, useOnShow } from '../../platform';
import { Cell, Group, Tag } from '../../ui';

/** What units have entered under the phone that is proven here, until it is claimed; silent while there is nothing. */
export function WaitingRows() {
  const answer = useAnswer(rosterMembers.listWaitingOwnRows, {});
  useOnShow(() => {
    if (answer.state === 'ready') answer.refresh();
  });
  if (answer.state !== 'ready' || answer.data.items.length === 0) return null;
  return (
    <Group title="单位替您报了名">
      {answer.data.items.map(({ unitName, sessionName, closes }) => (
        <Cell
          key={`${unitName} ${sessionName}`}
          id="waiting-row"
          title={unitName}
          note={`${sessionName}，请您本人核对确认${closes === null ? '' : `，${fullDayWords(closes)}截止`}`}
          value={<Tag text="待确认" tone="warn" />}
          onTap={() => open('/packages/unit/claim/index')}
        />
      ))}
    </Group>
  );
}
