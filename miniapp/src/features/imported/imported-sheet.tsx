import type { ListRow, importedList } from '@jikaotong/shared/lists';
import { fullDayWords, importedContentWords, importedKindWord } from '@jikaotong/shared/words';
import { Cell, Group, Sheet } from '../../ui';

type Row = ListRow<typeof importedList>;

/** A record from before at length: what holds, and what it becomes once another person has seen it. */
export function ImportedSheet({ row, onClose }: { row: Row; onClose: () => void }) {
  const { name, kind, state, content, pending, source, importedOn, importedBy, confirmedBy } = row;
  return (
    <Sheet title={`${name}　${importedKindWord(kind)}`} onClose={onClose}>
      <Group title={state === 'waiting' ? '核对以后生效' : '现在生效的'}>
        <Cell title={importedContentWords(content)} note={confirmedBy ? `${confirmedBy} 核对` : null} />
      </Group>
      {pending ? (
        <Group title="核对以后改成">
          <Cell title={importedContentWords(pending)} />
        </Group>
      ) : null}
      <Group title="来源">
        <Cell title={source} note={`${importedBy ?? ''} ${fullDayWords(importedOn)}导入`} />
      </Group>
    </Sheet>
  );
}
