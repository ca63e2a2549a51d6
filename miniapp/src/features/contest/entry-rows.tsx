import type { StaffEntryView } from '@jikaotong/shared/contract';
import { entryStateWord } from '@jikaotong/shared/words';
import { fileAddress, open } from '../../platform';
import { Cell, Check, Group, Tag } from '../../ui';

type Props = { entries: readonly StaffEntryView[]; title?: string };

/** Entries to look at one by one. */
export const EntryRows = ({ entries, title = '选手' }: Props) =>
  entries.length === 0 ? null : (
    <Group title={title}>
      {entries.map((entry) => (
        <Row key={entry.id} entry={entry} />
      ))}
    </Group>
  );

function Row({ entry }: { entry: StaffEntryView }) {
  const { id, name, verdict, decision, listedOn, twice } = entry;
  return (
    <Cell
      id={`entry-${id}`}
      title={name}
      note={whoWords(entry)}
      onTap={() => open('/packages/contest/judge/index', { id })}
    >
      {twice ? <Tag text="同一证件重复报名" tone="stop" /> : null}
      {verdict === 'needs-review' && !decision && !listedOn ? (
        <Tag text={entryStateWord('undecided')} tone="warn" />
      ) : null}
    </Cell>
  );
}

type PickProps = {
  entries: readonly StaffEntryView[];
  picked: readonly string[];
  onPick: (look: string, yes: boolean) => void;
};

/** What was looked at and ticked: an entry that is changed while the list is open loses its tick. */
export const lookOf = ({ id, version }: StaffEntryView): string => `${id}:${version}`;

/** Entries to pick, each with the photo and the group declared. */
export const PickRows = ({ entries, picked, onPick }: PickProps) =>
  entries.length === 0 ? null : (
    <Group title="照片清楚、人员类别属实的可以一起通过">
      {entries.map((entry) => (
        <Check
          key={entry.id}
          id={`pick-${entry.id}`}
          text={entry.name}
          note={whoWords(entry)}
          picture={entry.photoUrl && fileAddress(entry.photoUrl)}
          checked={picked.includes(lookOf(entry))}
          onChange={(yes) => onPick(lookOf(entry), yes)}
        />
      ))}
    </Group>
  );

const whoWords = ({ unit, groupName, groupNote }: StaffEntryView): string =>
  [unit, groupNote ?? groupName].filter(Boolean).join(' · ');
