import type { Columns, List, Row, SelectionView } from '@jikaotong/shared/lists';
import { listActWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { reloadScreens, useCommand } from '../../platform';
import { BigButton, Loaded, NoticeBar, RefusalMessage, Sheet } from '../../ui';
import { AsidePart, useAside } from './aside-part';
import { AskSheet } from './ask-sheet';
import type { AskPart } from './list-props';
import type { Choice } from './use-choice';
import { RefusalsPart } from './refusals-part';
import { LeftAside, SelectionParts, sureToTakeBack, useSelection } from './selection-parts';
import { isAside } from './set-aside';
import { type Asked, filtersIn } from './use-list-state';
import './list.scss';

type Props = {
  list: List;
  id: string;
  unit: string;
  act: string;
  chosen: { readonly choice: Choice; readonly count: number };
  asked: Asked;
  /** The rows that are there: of those ticked, each is among them. */
  loaded: readonly Row<Columns>[];
  onOpen?: ((row: Row<Columns>) => void) | undefined;
  nameOf: (rowId: string, row: Readonly<Record<string, unknown>> | null) => string;
  asks?: Readonly<Record<string, AskPart | undefined>> | undefined;
  onClose: () => void;
  /** Some of it was done: what is ticked is no longer what one chose. */
  onDone: () => void;
};

/** Acting on many: first what is about to happen, then how far it is, then what was refused and the way back. */
export function ActSheet(props: Props) {
  const { list, id, unit, act, chosen, asked, onClose } = props;
  const [selectionId, setSelectionId] = useState<string | null>(null);
  const [isCounted, setCounted] = useState(false);
  // the numbers of the list may be some minutes old: what is about to happen is said of this moment
  useEffect(() => void reloadScreens().then(() => setCounted(true)), []);
  const select = useCommand(list.acting.select);
  const start = useCommand(list.acting.start);
  const { verb } = listActWord(list.name, act);
  const [needs, setNeeds] = useState<unknown>(null);
  /** How many there are now, where somebody changed the list after it was counted: that is confirmed anew. */
  const [moved, setMoved] = useState<number | null>(null);
  /** How many were left to be looked at when it began. */
  const [left, setLeft] = useState(0);
  const part = props.asks?.[act];
  const isTold = list.acts[act]?.needs === undefined || needs !== null;
  const aside = useAside({ list, id, act, asked, choice: chosen.choice, loaded: props.loaded });
  if (part?.preview && selectionId === null)
    return (
      <AskSheet
        {...props}
        Form={part.Form}
        preview={part.preview}
        rows={chosenRows(props)}
        onStarted={setSelectionId}
      />
    );
  const isReady = isCounted && aside.count !== null;
  const count = Math.max(0, chosen.count - aside.unfit - (aside.count ?? 0));
  if (selectionId !== null)
    return <Progress {...props} selectionId={selectionId} left={left} onTakenBack={setSelectionId} />;
  const go = async () => {
    const { choice } = chosen;
    const spared = new Set([...aside.rows.map((row) => row.id), ...aside.unfitRows]);
    const which = choice.all
      ? { match: filtersIn(asked), except: [...choice.except] }
      : { ids: [...choice.ids].filter((rowId) => !spared.has(rowId)) };
    const frozen = await select.run({ params: { id }, body: { act, which, ...(needs !== null && { needs }) } });
    if (!frozen.ok) return;
    const { total } = frozen.data;
    if (choice.all && total !== count && total !== moved) {
      setMoved(total);
      await reloadScreens();
      return;
    }
    const running = await start.run({ params: { id, selectionId: frozen.data.id } });
    if (!running.ok) return;
    setLeft(aside.count ?? 0);
    setSelectionId(frozen.data.id);
  };
  return (
    <Sheet
      title={`${verb} ${count} ${unit}`}
      onClose={onClose}
      action={
        <BigButton
          id="act-go"
          text={isReady ? `确认${verb} ${count} ${unit}` : '正在核对'}
          busy={select.busy || start.busy || !isReady}
          waitsFor={isReady && (count === 0 ? '没有可以办理的' : !isTold && '请先填完')}
          onTap={() => void go()}
        />
      }
    >
      <View className="list-act__text">
        按确认这一刻的名单办理：之后有改动的、不能办的会跳过，并逐个说明原因。
        {list.acts[act]?.undo ? '一天以内可以撤回。' : ''}
      </View>
      {isReady && aside.unfit > 0 ? (
        <NoticeBar tone="info">{`选中的 ${chosen.count} ${unit}里，${aside.unfit} ${unit}已办过或不用办，没有算在内。`}</NoticeBar>
      ) : null}
      {part ? <part.Form needs={needs} onChange={setNeeds} rows={chosenRows(props)} /> : null}
      <AsidePart {...{ list, act, aside, unit, nameOf: props.nameOf, onOpen: props.onOpen }} />
      {moved === null ? null : (
        <NoticeBar tone="warn" isAnswer>
          {`名单刚才有变动，现在是 ${moved} ${unit}。请核对后再确认一次。`}
        </NoticeBar>
      )}
      {isReady && count === 0 ? (
        <NoticeBar tone="warn">
          {aside.count === 0 ? '选中的都已办过或不用办。' : `选中的都要逐${unit}看，没有可以一起办的。`}
        </NoticeBar>
      ) : null}
      <RefusalMessage refusal={select.refusal ?? start.refusal} />
    </Sheet>
  );
}

/** The rows that it will be done to, as far as they are on the screen. */
const chosenRows = ({ list, act, chosen: { choice }, loaded }: Props): readonly Row<Columns>[] =>
  loaded.filter(
    (row) => (choice.all ? !choice.except.has(row.id) : choice.ids.has(row.id)) && !isAside(list, act, row),
  );

type ProgressProps = Props & { selectionId: string; left: number; onTakenBack: (selectionId: string) => void };

function Progress({ list, id, selectionId, left, unit, nameOf, onClose: close, onDone, onTakenBack }: ProgressProps) {
  const { answer, view, over, cancel, takeBack } = useSelection(list, id, selectionId);
  // where nothing was done, such as for a wrong day, all stay ticked, to be put right and tried again
  // one that still runs is spent: what it will have done is not to be chosen once more
  const onClose = view === null || (over && view.done === 0) ? close : onDone;
  const back = async (shown: SelectionView) => {
    if (!(await sureToTakeBack(list, shown, unit))) return;
    const backId = await takeBack.run();
    if (backId !== null) onTakenBack(backId);
  };
  const title = view ? `${listActWord(list.name, view.act).verb} ${view.total} ${unit}` : '办理中';
  return (
    <Sheet
      title={title}
      onClose={onClose}
      action={
        over ? (
          <BigButton id="act-done" text="完成" onTap={onClose} />
        ) : (
          <BigButton id="act-stop" text="停止" tone="plain" busy={cancel.busy} onTap={cancel.run} />
        )
      }
    >
      <Loaded answer={answer}>
        {(shown) => (
          <>
            <SelectionParts list={list} view={shown} unit={unit} />
            <LeftAside count={Math.max(left, shown.aside)} view={shown} unit={unit} />
            {over ? null : (
              <View className="list-act__text">可以先离开，办理会继续；进展在工作台的“我的批量操作”里。</View>
            )}
            {shown.refused > 0 ? <RefusalsPart list={list} id={id} view={shown} unit={unit} nameOf={nameOf} /> : null}
            {shown.mayTakeBack ? (
              <BigButton
                id="act-take-back"
                text={`撤回这次办理（${shown.done} ${unit}）`}
                tone="plain"
                busy={takeBack.busy}
                onTap={() => void back(shown)}
              />
            ) : null}
          </>
        )}
      </Loaded>
      <RefusalMessage refusal={cancel.refusal ?? takeBack.refusal} />
    </Sheet>
  );
}
