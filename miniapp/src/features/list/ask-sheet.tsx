import type { Columns, List, Row } from '@jikaotong/shared/lists';
import { listActWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { useCommand } from '../../platform';
import { BigButton, RefusalMessage, Sheet } from '../../ui';
import type { AskPart } from './list-props';
import type { Choice } from './use-choice';
import { type Asked, filtersIn } from './use-list-state';

type Props = {
  list: List;
  id: string;
  unit: string;
  act: string;
  chosen: { readonly choice: Choice; readonly count: number };
  asked: Asked;
  Form: AskPart['Form'];
  preview: NonNullable<AskPart['preview']>;
  rows: readonly Row<Columns>[];
  onStarted: (selectionId: string) => void;
  onClose: () => void;
};

/** An act that needs to know something: first that, then what it would do to the frozen choice, then it starts. */
export function AskSheet(props: Props) {
  const { list, id, unit, act, chosen, asked, Form, preview, rows, onStarted, onClose } = props;
  const [needs, setNeeds] = useState<unknown>(null);
  const [frozen, setFrozen] = useState<string | null>(null);
  const [count, setCount] = useState<number | null>(null);
  const select = useCommand(list.acting.select);
  const start = useCommand(list.acting.start);
  const { verb } = listActWord(list.name, act);
  const look = async () => {
    const { choice } = chosen;
    const which = choice.all ? { match: filtersIn(asked), except: [...choice.except] } : { ids: [...choice.ids] };
    const body = { act, which, needs };
    const reply = await select.run({ params: { id }, body });
    if (!reply.ok) return;
    setCount(null);
    setFrozen(reply.data.id);
  };
  const go = async (selectionId: string) => {
    const running = await start.run({ params: { id, selectionId } });
    if (running.ok) onStarted(selectionId);
  };
  if (frozen === null) {
    return (
      <Sheet
        title={`${verb} ${chosen.count} ${unit}`}
        onClose={onClose}
        action={
          <BigButton
            id="act-look"
            text={needs === null ? '请先填完' : preview.button}
            busy={select.busy}
            disabled={needs === null}
            onTap={() => void look()}
          />
        }
      >
        <Form needs={needs} onChange={setNeeds} rows={rows} />
        <RefusalMessage refusal={select.refusal} />
      </Sheet>
    );
  }
  return (
    <Sheet
      title={`${verb} ${count ?? '…'} ${unit}`}
      onClose={onClose}
      action={
        <>
          <BigButton
            id="act-go"
            text={count === null ? '正在核对' : `确认${verb} ${count} ${unit}`}
            busy={start.busy || count === null}
            waitsFor={count === 0 && '没有可以办理的'}
            onTap={() => void go(frozen)}
          />
          <BigButton id="act-again" text="返回修改" tone="plain" onTap={() => setFrozen(null)} />
        </>
      }
    >
      <preview.Part id={id} selectionId={frozen} onCount={setCount} />
      <RefusalMessage refusal={start.refusal} />
    </Sheet>
  );
}
