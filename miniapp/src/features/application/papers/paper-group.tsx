import type { ApplicationView } from '@jikaotong/shared/contract';
import type { ChecklistGroup, ChecklistItem } from '@jikaotong/shared/rules/documents';
import { paperWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { Choices, Group } from '../../../ui';
import type { DraftParts } from '../draft/parts';
import { PaperItem } from './paper-item';
import { choosingWay, wayTaken } from './paper-parts';

type Props = {
  applicationId: string;
  group: ChecklistGroup;
  papers: ApplicationView['papers'];
  /** The papers with what was typed and is not saved yet. */
  latest: () => NonNullable<DraftParts['papers']>;
  onSave: (parts: DraftParts) => Promise<boolean>;
  onPut: (parts: DraftParts) => void;
};

/** One line of the checklist: a paper, several together, or a choice between such. */
export function PaperGroup({ applicationId, group, papers, latest, onSave, onPut }: Props) {
  const [picked, setPicked] = useState<number | null>(null);
  const way = picked ?? wayTaken(group);
  const items = way === null ? [] : (group.alternatives[way] ?? []);
  const choose = (index: number) => {
    setPicked(index);
    const before = latest();
    const papersThen = choosingWay(before, group, index);
    if (JSON.stringify(papersThen) !== JSON.stringify(before)) void onSave({ papers: papersThen });
  };
  const rows = items.map((item) => (
    <PaperItem
      key={item.document}
      applicationId={applicationId}
      item={item}
      paper={papers.find(({ document }) => document === item.document) ?? null}
      latest={latest}
      onSave={onSave}
      onPut={onPut}
    />
  ));
  if (group.alternatives.length === 1) return <Group>{rows}</Group>;
  return (
    <Group title="以下任选一种">
      <Choices
        label="任选一种材料"
        options={group.alternatives.map((alternative, index) => ({ key: String(index), text: nameOf(alternative) }))}
        value={way === null ? null : String(way)}
        onChoose={(key) => choose(Number(key))}
      />
      {rows}
    </Group>
  );
}

const nameOf = (items: readonly ChecklistItem[]): string =>
  items.map(({ document, printed }) => paperWord(document, printed)).join('，以及');
