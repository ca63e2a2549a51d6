import type { NewerNotice } from '@jikaotong/shared/contract';
import { Cell, Group, Heading, Tag } from '../../../ui';
import { OfferingName, monthsWords } from '../offering-name';

const OPEN = { text: '报名中', tone: 'go' } as const;
const CLOSED = { text: '未开放', tone: 'quiet' } as const;

/** Which of the offerings the questions are about. */
export function ChooseOffering({
  offerings,
  isOpen,
  onChoose,
  onAll,
}: {
  offerings: NewerNotice['offerings'];
  /** Whether an offering takes entries now; absent where this phone cannot tell. */
  isOpen?: (code: string) => boolean;
  onChoose: (code: string) => void;
  /** Asks for all of them at once; absent where this phone cannot judge by itself. */
  onAll?: () => void;
}) {
  const openFirst = isOpen ? offerings.toSorted((a, b) => Number(isOpen(b.code)) - Number(isOpen(a.code))) : offerings;
  return (
    <>
      <Heading title="您想报哪一级？">选一个，回答几个问题就知道符不符合。</Heading>
      {onAll && offerings.length > 1 ? (
        <Group>
          <Cell id="choose-levels" title="不知道报哪一级" note="回答几个问题，告诉您能报哪些、还差什么" onTap={onAll} />
        </Group>
      ) : null}
      <Group>
        {openFirst.map((offering) => (
          <Cell
            key={offering.code}
            id={`choose-${offering.code}`}
            title={<OfferingName of={offering} />}
            note={offering.months ? `认定月份 ${monthsWords(offering.months)}` : undefined}
            value={isOpen && <Tag {...(isOpen(offering.code) ? OPEN : CLOSED)} />}
            onTap={() => onChoose(offering.code)}
          />
        ))}
      </Group>
    </>
  );
}
