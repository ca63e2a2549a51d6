import { type RosterRowDetail, type RosterView, rosterRows, rosters } from '@jikaotong/shared/contract';
import { applicationStateWord, remarkFieldWord, rowStandingWord, rowStandsWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { back, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Heading, Loaded, NoticeBar, Page, RefusalMessage } from '../../ui';
import { useToday } from '../demonstration';
import { PaidMember } from '../notice';
import { HandedInActs } from './handed-in-acts';
import { RowDisputes } from './row-disputes';
import { handedInRowWord } from './roster-words';
import { RowPapers } from './row-papers';
import { StepChips, StepFields, faultsIn, problemsIn, rowSteps, stepOfFault, usualValues } from './row-steps';
import { WaitingRow } from './waiting-row';

/** One person of a roster, in the columns of the sheet; without `rowId` a new one. */
export function RowScreen({ id, rowId }: { id: string; rowId: string | null }) {
  const roster = useAnswer(rosters.getRoster, { params: { id } });
  if (roster.state !== 'ready')
    return (
      <Page>
        <Loaded answer={roster}>{() => null}</Loaded>
      </Page>
    );
  return rowId === null ? <RowForm roster={roster.data} row={null} /> : <KnownRow roster={roster.data} rowId={rowId} />;
}

function KnownRow({ roster, rowId }: { roster: RosterView; rowId: string }) {
  const answer = useAnswer(rosterRows.getRosterRow, { params: { id: roster.id, rowId } });
  return answer.state === 'ready' ? (
    <RowForm key={answer.data.version} roster={roster} row={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

const PAPERS = { key: 'papers', text: '照片和确认' } as const;

function RowForm({ roster, row }: { roster: RosterView; row: RosterRowDetail | null }) {
  const today = useToday();
  const steps = rowSteps(roster.columns);
  const isOpen = row === null || row.state === 'draft' || row.state === 'returned';
  const [values, setValues] = useState<Readonly<Record<string, string>>>(row?.values ?? usualValues(roster.columns));
  const [at, setAt] = useState<string>(row && isOpen ? PAPERS.key : (steps[0]?.key ?? ''));
  const [asked, setAsked] = useState(false);
  const add = useCommand(rosterRows.addRosterRow);
  const change = useCommand(rosterRows.changeRosterRow);
  const refusal = add.refusal ?? change.refusal;
  const step = steps.find(({ key }) => key === at);
  const next = steps[steps.findIndex(({ key }) => key === at) + 1];
  const wrong = faultsIn(step, values, today);
  const faults = new Map([...(asked ? wrong : []), ...problemsIn(refusal)]);
  const save = async () => {
    const told = Object.fromEntries(roster.columns.map(({ key }) => [key, values[key] ?? '']));
    const reply = row
      ? await change.run({ params: { id: roster.id, rowId: row.id }, body: { values: told } }, { ifMatch: row.version })
      : await add.run({ params: { id: roster.id }, body: { values: told } });
    if (!reply.ok) {
      setAt(stepOfFault(steps, problemsIn(reply)) ?? at);
      return;
    }
    toast('已保存');
    if (row === null) back();
  };
  const go = () => {
    setAsked(wrong.size > 0);
    if (wrong.size === 0 && next) setAt(next.key);
  };
  const action =
    !isOpen || at === PAPERS.key ? undefined : row === null && next ? (
      <BigButton id="next-row-step" text="下一步" onTap={go} />
    ) : (
      <BigButton id="save-row" text="保存" busy={add.busy || change.busy} onTap={() => void save()} />
    );
  return (
    <Page action={action}>
      <Heading title={row ? row.name : '添加一人'}>
        {row ? (isOpen ? openWords(row) : handedInRowWord(row)) : '与证件一致'}
      </Heading>
      {row ? <RowState row={row} /> : null}
      {row ? <WaitingRow roster={roster} row={row} /> : null}
      {row?.state === 'approved' && row.orderState === 'settled' ? <PaidMember noticeId={roster.noticeId} /> : null}
      {row && isOpen ? (
        <RowDisputes
          roster={roster}
          row={row}
          onMend={(field) =>
            setAt(steps.find(({ columns }) => columns.some(({ key }) => key === field))?.key ?? PAPERS.key)
          }
        />
      ) : null}
      <StepChips steps={row && isOpen ? [PAPERS, ...steps] : steps} at={at} onGo={setAt} />
      <RefusalMessage refusal={refusal} />
      {row && isOpen && at === PAPERS.key ? <RowPapers roster={roster} row={row} /> : null}
      {step ? (
        <StepFields
          step={step}
          values={values}
          faults={faults}
          onPut={isOpen ? (key, text) => setValues((known) => ({ ...known, [key]: text })) : null}
        />
      ) : null}
      {row && (row.state === 'submitted' || row.state === 'approved') ? (
        <HandedInActs roster={roster} row={row} />
      ) : null}
    </Page>
  );
}

/** How a row is judged, and that its member has still to confirm it; at a counter that is done there. */
const openWords = (row: RosterRowDetail): string =>
  `${row.state === 'returned' ? `${applicationStateWord(row.state)} · ` : ''}${rowStandsWord(row)}${row.awaitsMember && rowStandsWord(row) === rowStandingWord(row.standing) ? '，还没有本人确认' : ''}`;

function RowState({ row }: { row: RosterRowDetail }) {
  return (
    <>
      {row.remarks.length > 0 ? (
        <NoticeBar tone="warn" title="协会退回，请修改后再提交">
          {row.remarks.map(({ field, text }) => (
            <View key={field}>
              {remarkFieldWord.any(field)}：{text}
            </View>
          ))}
        </NoticeBar>
      ) : null}
      {row.rejection ? (
        <NoticeBar tone="stop" title="没有通过">
          {row.rejection}
        </NoticeBar>
      ) : null}
      {row.outcome ? (
        <NoticeBar tone="warn" title="上次没有交上去">
          {row.outcome}
        </NoticeBar>
      ) : null}
      {row.phoneShared ? (
        <NoticeBar tone="warn" title="手机号重复">
          {row.beside.map((words) => (
            <View key={words}>{words}</View>
          ))}
          各人签字的申报表也能代表本人确认。
        </NoticeBar>
      ) : null}
      {row.reasons.length > 0 ? (
        <NoticeBar tone={row.standing === 'ineligible' ? 'stop' : 'warn'} title={rowStandingWord(row.standing)}>
          {row.reasons.map((reason) => (
            <View key={reason}>{reason}</View>
          ))}
        </NoticeBar>
      ) : null}
    </>
  );
}
