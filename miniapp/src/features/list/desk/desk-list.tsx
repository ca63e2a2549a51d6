import type { Columns, Row } from '@jikaotong/shared/lists';
import { listColumnWord, listSumWords, listWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { Loaded, RefusalMessage, Page } from '../../../ui';
import { ActSheet } from '../act-sheet';
import { AskedChips } from '../asked-chips';
import { ExportSheet, tellsOfPeople } from '../export-sheet';
import { type ListProps, actsOf, nameIn } from '../list-props';
import { RunningAct, openActs, useLatestAct } from '../own-acts';
import { useChoice } from '../use-choice';
import { listedIn, useList } from '../use-list';
import { filtersIn, useListState } from '../use-list-state';
import { useSheet } from '../use-sheet';
import { ChoiceBar } from './choice-bar';
import { DeskFilters } from './desk-filters';
import { DeskTable } from './desk-table';
import { Menu } from './menu';
import './desk.scss';

const A_PAGE = 200;

/** A list at a desk: filters, sort and counts are the server's, rows are drawn as they scroll into sight. */
export default function DeskList(props: ListProps) {
  const { list, id, unit, about, action, notice, asideAtDesk = [] } = props;
  const state = useListState(list, props.begin);
  const { asked } = state;
  const onOpen = props.onOpen && ((row: Row<Columns>) => props.onOpen?.(row, asked));
  const { rows, tally } = useList(list, id, asked, A_PAGE);
  const sheet = useSheet(list, id, asked);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set(asideAtDesk));
  const total = tally?.total ?? 0;
  const [act, setAct] = useState<string | null>(null);
  const keys = Object.keys(list.columns).filter((key) => !hidden.has(key));
  const acts = actsOf(props);
  const latest = useLatestAct({ list: list.name, within: id }, acts.length > 0);
  const [exporting, setExporting] = useState(false);
  const loaded = rows.state === 'ready' ? rows.data.items : [];
  const chosen = useChoice(total, JSON.stringify(filtersIn(asked)), listedIn(rows));
  const done = () => {
    setAct(null);
    chosen.none();
  };
  return (
    <Page wide>
      <div className="desk">
        <div className="desk__head">
          <div className="desk__words">
            <h1 className="desk__title">
              {listWord(list.name)}
              <span className="desk__total" aria-live="polite">
                {tally ? `${total.toLocaleString('zh-CN')} ${unit}` : ''}
              </span>
            </h1>
            {tally?.sums ? (
              <div id="list-sums" className="desk__about">
                {listSumWords(list, tally.sums)}
              </div>
            ) : null}
            <div className="desk__about">{about}</div>
          </div>
          {latest ? (
            <button type="button" id="own-acts" className="desk-link" onClick={() => openActs(list, id)}>
              我的批量操作
            </button>
          ) : null}
          <Menu id="desk-columns" text="显示列">
            <ColumnChecks list={list} hidden={hidden} onChange={setHidden} />
          </Menu>
          <button
            type="button"
            id="list-sheet"
            className="desk-button"
            disabled={sheet.busy || total === 0}
            title={total === 0 ? '名单是空的，没有可以导出的' : undefined}
            onClick={() => (tellsOfPeople(list, keys) ? setExporting(true) : void sheet.take(keys))}
          >
            {sheet.busy ? '正在导出…' : '导出 Excel'}
          </button>
          {action ? (
            <button
              type="button"
              id={action.id}
              className="desk-button desk-button--primary"
              disabled={action.disabled === true || action.busy === true}
              title={action.disabled === true ? action.why : undefined}
              onClick={action.onTap}
            >
              {action.text}
            </button>
          ) : null}
        </div>
        {exporting ? null : <RefusalMessage refusal={sheet.refusal} />}
        {latest?.state === 'running' ? (
          <div className="desk__notice">
            <RunningAct latest={latest} />
          </div>
        ) : null}
        {notice ? <div className="desk__notice">{notice}</div> : null}
        <div className={chosen.count > 0 ? 'desk__bars desk__bars--choosing' : 'desk__bars'}>
          <DeskFilters list={list} state={state} tally={tally} />
          {chosen.count > 0 ? (
            <ChoiceBar list={list} acts={acts} unit={unit} total={total} chosen={chosen} onAct={setAct} />
          ) : null}
        </div>
        <AskedChips list={list} state={state} tally={tally} />
        <Loaded answer={rows} rows={6}>
          {(shown) => (
            <DeskTable
              {...props}
              onOpen={onOpen}
              keys={keys}
              rows={shown}
              total={total}
              state={state}
              chosen={acts.length > 0 ? chosen : null}
            />
          )}
        </Loaded>
      </div>
      {exporting ? <ExportSheet sheet={sheet} keys={keys} onClose={() => setExporting(false)} /> : null}
      {act === null ? null : (
        <ActSheet
          list={list}
          id={id}
          unit={unit}
          act={act}
          chosen={chosen}
          asked={asked}
          loaded={loaded}
          onOpen={onOpen}
          asks={props.asks}
          nameOf={(rowId, row) => nameIn(list, rowId, row)}
          onClose={() => setAct(null)}
          onDone={done}
        />
      )}
    </Page>
  );
}

type ChecksProps = Pick<ListProps, 'list'> & {
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
};

function ColumnChecks({ list, hidden, onChange }: ChecksProps) {
  const flip = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    // a table without columns shows nothing that could be brought back
    if (next.size < Object.keys(list.columns).length) onChange(next);
  };
  return (
    <>
      {Object.keys(list.columns).map((key) => (
        <label key={key} className="desk-check">
          <input type="checkbox" className="desk-tick" checked={!hidden.has(key)} onChange={() => flip(key)} />
          {listColumnWord(list.name, key)}
        </label>
      ))}
    </>
  );
}
