import { rosterSites } from '@jikaotong/shared/contract';
import { applicationStateWord } from '@jikaotong/shared/words';
import { useAnswer, useCommand } from '../../platform';
import { Check, Group, Loaded, RefusalMessage } from '../../ui';
import { useToday } from '../demonstration';
import { momentWords } from '../staff';

/** Whose signed form has come on paper, ticked one by one; nothing where the unit has no such roster. */
export function UnitOriginals({ unitId }: { unitId: string }) {
  const today = useToday();
  const answer = useAnswer(rosterSites.listStaffRosters, { params: { id: unitId } });
  const tick = useCommand(rosterSites.tickRosterOriginal);
  return (
    <>
      <Loaded answer={answer}>
        {({ items }) =>
          items
            .filter(({ originals }) => originals)
            .map(({ id, sessionName, firstReviewedAt, rows }) => (
              <Group
                key={id}
                title={`${sessionName}：签字原件 ${rows.filter(({ receivedAt }) => receivedAt !== null).length} / ${rows.length}`}
                foot={
                  firstReviewedAt === null
                    ? '单位还没有声明资格初审。'
                    : `单位 ${momentWords(firstReviewedAt, today)} 声明已做资格初审。`
                }
              >
                {rows.map(({ id: rowId, name, documentTail, state, receivedAt }) => (
                  <Check
                    key={rowId}
                    id={`original-${rowId}`}
                    text={`${name}（${documentTail}）`}
                    note={
                      receivedAt === null
                        ? applicationStateWord(state)
                        : `${applicationStateWord(state)}，${momentWords(receivedAt, today)} 收到原件`
                    }
                    checked={receivedAt !== null}
                    onChange={(received) => void tick.run({ params: { id, rowId }, body: { received } })}
                  />
                ))}
              </Group>
            ))
        }
      </Loaded>
      <RefusalMessage refusal={tick.refusal} />
    </>
  );
}
