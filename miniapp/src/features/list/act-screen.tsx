import { ACTING_LISTS, type List, type RowResult, type Columns, type SelectionView } from '@jikaotong/shared/lists';
import { listActWord, listWord, refusalSentence } from '@jikaotong/shared/words';
import { useState } from 'react';
import { call, knownRefusal, open, replace, usePages } from '../../platform';
import {
  BigButton,
  Cell,
  Chips,
  Empty,
  Group,
  Heading,
  Loaded,
  LoadMoreButton,
  Page,
  RefusalMessage,
  Tag,
} from '../../ui';
import { useToday } from '../demonstration';
import { momentWords } from '../staff';
import { unitOf } from './acting-units';
import { nameIn } from './list-props';
import { LeftAside, SelectionParts, sureToTakeBack, useSelection } from './selection-parts';

type Props = { list: string; within: string; id: string };

/** One thing that was done to many at once: how far it is, what became of each, and the way back. */
export function ActScreen({ list: name, within, id }: Props) {
  const list = ACTING_LISTS[name];
  return list ? (
    <OneAct list={list} within={within} id={id} />
  ) : (
    <Page>
      <Empty title="没有这项批量操作">请从“我的批量操作”里打开。</Empty>
    </Page>
  );
}

function OneAct({ list, within, id }: { list: List; within: string; id: string }) {
  const { answer, view, over, cancel, takeBack } = useSelection(list, within, id);
  const today = useToday();
  const unit = unitOf(list.name);
  const back = async () => {
    if (!view || !(await sureToTakeBack(list, view, unit))) return;
    const backId = await takeBack.run();
    if (backId !== null) replace('/packages/review/act/index', { id: backId, list: list.name, within });
  };
  return (
    <Page
      action={
        view === null ? undefined : !over ? (
          <BigButton id="act-stop" text="停止" tone="plain" busy={cancel.busy} onTap={cancel.run} />
        ) : view.mayTakeBack ? (
          <BigButton
            id="act-take-back"
            text={`撤回这次办理（${view.done} ${unit}）`}
            tone="plain"
            busy={takeBack.busy}
            onTap={() => void back()}
          />
        ) : undefined
      }
    >
      <Heading title={view ? `${listActWord(list.name, view.act).verb} ${view.total} ${unit}` : '批量操作'}>
        {view ? `${momentWords(view.at, today)} · ${listWord(list.name)}` : ''}
      </Heading>
      <RefusalMessage refusal={cancel.refusal ?? takeBack.refusal} />
      <Loaded answer={answer}>
        {(shown) => (
          <>
            <Group>
              <Cell title="办理进展">
                <SelectionParts list={list} view={shown} unit={unit} />
              </Cell>
            </Group>
            <LeftAside count={shown.aside} view={shown} unit={unit} />
            <Results list={list} within={within} view={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Of = 'refused' | 'all';

function Results({ list, within, view }: { list: List; within: string; view: SelectionView }) {
  const [chosen, setOf] = useState<Of | null>(null);
  const of = chosen ?? (view.refused > 0 ? 'refused' : 'all');
  const params = { id: within, selectionId: view.id };
  const answer = usePages(
    ['act-rows', view.id, of],
    (cursor) =>
      call(list.acting.results, { params, query: { cursor, ...(of === 'refused' && { state: 'refused' as const }) } }),
    { keep: true },
  );
  return (
    <>
      <Chips<Of>
        id="act-of"
        label="看哪些"
        options={[
          { key: 'refused', text: `没办成 ${view.refused}` },
          { key: 'all', text: `全部 ${view.total}` },
        ]}
        value={of}
        onChoose={setOf}
      />
      <Loaded answer={answer}>
        {(shown) =>
          shown.items.length === 0 ? (
            <Empty title="都办成了">没有办不成的。</Empty>
          ) : (
            <>
              <Group>
                {shown.items.map((one) => (
                  <Result key={one.rowId} list={list} one={one} verb={listActWord(list.name, view.act).done} />
                ))}
              </Group>
              <LoadMoreButton list={shown} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

/** Where a row has a page of its own. */
const PAGES: Readonly<Record<string, `/packages/${string}`>> = {
  applicant: '/packages/review/review/index',
  review: '/packages/review/review/index',
  entry: '/packages/contest/judge/index',
};

function Result({ list, one, verb }: { list: List; one: RowResult<Columns>; verb: string }) {
  const { rowId, row, state, code, data } = one;
  const page = row ? PAGES[list.name] : undefined;
  return (
    <Cell
      id={`result-${rowId}`}
      title={row ? nameIn(list, rowId, row) : '已不在这个名单里'}
      note={state === 'refused' ? refusalSentence(knownRefusal(code ?? 'internal'), data ?? {}) : undefined}
      value={
        state === 'done' ? (
          <Tag text={verb} tone="go" />
        ) : state === 'refused' ? (
          <Tag text="没办成" tone="warn" />
        ) : (
          '还没办'
        )
      }
      {...(page && { onTap: () => open(page, { id: rowId }) })}
    />
  );
}
