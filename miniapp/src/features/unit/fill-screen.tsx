import { type FilledRow, type LinkedRoster, notices, rosterMembers, waitingRows } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import {
  applicationStateWord,
  fullDayWords,
  offeringWords,
  refusalSentence,
  rowStandingWord,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { type PropsWithChildren, useState } from 'react';
import { confirm, open, toast, useAnswer, useCommand, useSignIn } from '../../platform';
import { BigButton, Cell, Check, Group, Heading, Loaded, NoticeBar, Page, RefusalMessage } from '../../ui';
import { ConsentSheet, SignInGate, useConsent } from '../account';
import { PortraitPicker, meansToForfeit } from '../application';
import { useToday } from '../demonstration';
import { StepChips, StepFields, faultsIn, problemsIn, rowSteps, stepOfFault, usualValues } from './row-steps';

/** Where the code in a unit's group leads: whose it is, what the unit will see, and one's own row. */
export function FillScreen({ token }: { token: string }) {
  const answer = useAnswer(rosterMembers.getLinkedRoster, { params: { token } });
  const { phase, account } = useSignIn();
  if (answer.state !== 'ready')
    return (
      <Page>
        <Loaded answer={answer}>{() => null}</Loaded>
      </Page>
    );
  const roster = answer.data;
  const needsPhone = phase === 'in' && !account?.phoneMasked;
  if (roster.closed !== null || phase !== 'in' || needsPhone)
    return (
      <Page
        action={
          roster.closed === null && needsPhone ? (
            <BigButton id="bind-phone" text="先绑定手机号" onTap={() => open('/pages/phone/index')} />
          ) : undefined
        }
      >
        <About roster={roster} />
        {roster.closed ? (
          <NoticeBar tone="warn" title="现在不能填">
            {refusalSentence(
              roster.closed.code === 'too-early' || roster.closed.code === 'too-late'
                ? roster.closed.code
                : 'wrong-state',
              roster.closed.data,
            )}
          </NoticeBar>
        ) : (
          <SignInGate why="用您自己的手机号登录，填您自己的报名。">
            <NoticeBar tone="info">填写要用您本人的手机号，用来确认是您本人填的。</NoticeBar>
          </SignInGate>
        )}
      </Page>
    );
  return <Own token={token} roster={roster} />;
}

/** Whose it is, for what, until when, and what is done with it. */
const About = ({ roster, children }: PropsWithChildren<{ roster: LinkedRoster }>) => (
  <>
    <Heading title={`${roster.unitName}集体报名`}>
      {roster.sessionName}
      {roster.closes === null ? '' : ` · ${fullDayWords(roster.closes)}截止`}
    </Heading>
    {children}
    <Group title="填之前请知道">
      <Cell
        title="单位的经办人能看到"
        note="您填的全部信息和照片，用来统一报名、缴费、领准考证；成绩要您同意才看得到。"
      />
      <Cell title="由单位提交和缴费" note="您填完就是本人确认。单位改了内容，要您再确认一次。" />
      <Cell title="可以退出" note="提交以前随时可以退出，填的内容归您自己。" />
      <Cell
        id="fill-notice"
        title="看通知"
        note={roster.noticeTitle}
        onTap={() => open('/pages/notice/index', { id: roster.noticeId })}
      />
    </Group>
  </>
);

function Own({ token, roster }: { token: string; roster: LinkedRoster }) {
  const rows = useAnswer(rosterMembers.listFilledRows, { params: { token } });
  const notice = useAnswer(notices.getNotice, { params: { id: roster.noticeId } });
  const [mending, setMending] = useState<FilledRow | 'new' | null>(null);
  if (rows.state !== 'ready' || notice.state !== 'ready')
    return (
      <Page>
        <Loaded answer={rows.state === 'ready' ? notice : rows}>{() => null}</Loaded>
      </Page>
    );
  const live = rows.data.rows.filter(({ state }) => state !== 'withdrawn' && state !== 'void');
  const row = mending === 'new' ? null : (mending ?? null);
  if (mending === null && live.length > 0) return <Filled roster={roster} rows={live} onMend={setMending} />;
  return <FillForm {...{ token, roster, row }} photo={notice.data.notice.photo} onDone={() => setMending(null)} />;
}

type FilledPart = { roster: LinkedRoster; rows: readonly FilledRow[]; onMend: (row: FilledRow) => void };

/** What one has filled in, and how it stands. */
function Filled({ roster, rows, onMend }: FilledPart) {
  const leave = useCommand(rosterMembers.leaveRoster);
  const go = async (id: string) => {
    const text = `${roster.unitName}不再替您报名。填的内容还在，可以自己报名、自己缴费。`;
    if ((await confirm({ title: '退出集体报名', text, yes: '退出' })) && (await leave.run({ params: { id } })).ok)
      toast('已退出');
  };
  const [first] = rows;
  const isOpen = (row: FilledRow) => row.state === 'draft' || row.state === 'returned';
  return (
    <Page
      action={
        first && isOpen(first) ? (
          <BigButton id="mend-own" text="修改" tone="plain" onTap={() => onMend(first)} />
        ) : undefined
      }
    >
      <Heading title={`${roster.unitName}集体报名`}>{roster.sessionName}</Heading>
      {rows.map((row) => (
        <Group key={row.applicationId} title={offeringWords(row.offering)}>
          <Cell
            id={`own-${row.applicationId}`}
            title={
              isOpen(row)
                ? row.admission === 'waiting'
                  ? '已填好，等单位收进名单'
                  : '已填好，等单位提交'
                : applicationStateWord(row.state)
            }
            note={
              <>
                {isOpen(row) ? <View>{rowStandingWord(row.standing)}</View> : null}
                {row.reasons.map((reason) => (
                  <View key={reason}>{reason}</View>
                ))}
                {row.phoneShared ? (
                  <View>单位的名单里还有别人用您这个手机号，所以还不能算您本人确认，请告诉经办人。</View>
                ) : null}
                {isOpen(row) && row.confirmed === null && !row.phoneShared ? (
                  <View>内容有改动，请点“修改”核对后重新交。</View>
                ) : null}
              </>
            }
          />
          <Cell
            id={`see-${row.applicationId}`}
            title="看全部信息和进度"
            onTap={() => open('/packages/apply/detail/index', { id: row.applicationId })}
          />
        </Group>
      ))}
      {first && isOpen(first) ? (
        <Group>
          <Cell
            id="leave-roster"
            title="退出集体报名"
            note="填的内容归您自己，可以自己报名、自己缴费"
            onTap={() => void go(first.applicationId)}
          />
        </Group>
      ) : null}
      <RefusalMessage refusal={leave.refusal} />
    </Page>
  );
}

type FormPart = {
  token: string;
  roster: LinkedRoster;
  row: FilledRow | null;
  photo: Notice['photo'];
  onDone: () => void;
};
/** Asked first: whoever was entered already claims that, and fills in nothing twice. */
function EnteredAlready({ roster }: { roster: LinkedRoster }) {
  const waiting = useAnswer(waitingRows.listWaitingOwnRows, {});
  const isThere =
    waiting.state === 'ready' &&
    waiting.data.items.some(
      ({ unitName, sessionName }) => unitName === roster.unitName && sessionName === roster.sessionName,
    );
  return (
    <Group title={isThere ? '单位已经填了您的信息' : '单位已经填了您的信息吗？'}>
      <Cell
        id="claim-instead"
        title={isThere ? '核对单位填的信息' : '已经填了'}
        note="用姓名和证件号码找到，核对确认就行，不用重填"
        onTap={() => open('/packages/unit/claim/index')}
      />
    </Group>
  );
}

/** What one agrees to, before anything is asked. */
const FIRST = 'about';
const LAST = { key: 'last', text: '照片和确认' } as const;

function FillForm({ token, roster, row, photo, onDone }: FormPart) {
  const hasConsented = useConsent();
  const today = useToday();
  const steps = rowSteps(roster.columns);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(row?.values ?? usualValues(roster.columns));
  const [at, setAt] = useState<string>(row ? (steps[0]?.key ?? LAST.key) : FIRST);
  const [asked, setAsked] = useState(false);
  const [photoFileId, setPhotoFileId] = useState<string | null>(null);
  const [agreed, setAgreed] = useState({ truthful: false, noticeRead: false, shares: false });
  const [consenting, setConsenting] = useState(false);
  const fill = useCommand(rosterMembers.fillRosterRow);
  const step = steps.find(({ key }) => key === at);
  const wrong = faultsIn(step, values, today);
  const faults = new Map([...(asked ? wrong : []), ...problemsIn(fill.refusal)]);
  const isWhole = agreed.truthful && agreed.noticeRead && agreed.shares && (photoFileId !== null || row?.photoUrl);
  const send = async (meant: { forfeitsPasses?: true } = {}): Promise<void> => {
    setConsenting(false);
    const told = Object.fromEntries(roster.columns.map(({ key }) => [key, values[key] ?? '']));
    const body = { values: told, truthful: true, noticeRead: true, shares: true, ...meant } as const;
    const reply = await fill.run({ params: { token }, body: photoFileId === null ? body : { ...body, photoFileId } });
    if (!reply.ok) {
      if (reply.code === 'passes-kept' && (await meansToForfeit())) return send({ forfeitsPasses: true });
      setAt(stepOfFault(steps, problemsIn(reply)) ?? at);
      return;
    }
    toast('已交给单位');
    onDone();
  };
  const go = () => {
    setAsked(wrong.size > 0);
    if (wrong.size === 0) setAt(steps[steps.findIndex(({ key }) => key === at) + 1]?.key ?? LAST.key);
  };
  const check = (key: keyof typeof agreed, text: string) => (
    <Check
      id={`fill-${key}`}
      text={text}
      checked={agreed[key]}
      onChange={(checked) => setAgreed((known) => ({ ...known, [key]: checked }))}
    />
  );
  return (
    <Page
      action={
        at === FIRST ? (
          <BigButton id="begin-row" text="单位没有填，我自己填" onTap={() => setAt(steps[0]?.key ?? LAST.key)} />
        ) : step ? (
          <BigButton id="next-row-step" text="下一步" onTap={go} />
        ) : (
          <BigButton
            id="send-row"
            text="交给单位"
            busy={fill.busy}
            waitsFor={!isWhole && (photoFileId === null && !row?.photoUrl ? '请先拍照片' : '请先勾选上面三项')}
            onTap={() => (hasConsented ? void send() : setConsenting(true))}
          />
        )
      }
    >
      {at === FIRST ? (
        <About roster={roster}>
          <EnteredAlready roster={roster} />
        </About>
      ) : (
        <>
          <Heading title={`${roster.unitName}集体报名`} />
          <StepChips steps={[...steps, LAST]} at={at} onGo={setAt} />
        </>
      )}
      <RefusalMessage refusal={fill.refusal} />
      {step ? (
        <StepFields
          step={step}
          values={values}
          faults={faults}
          onPut={(key, text) => setValues((known) => ({ ...known, [key]: text }))}
        />
      ) : null}
      {at === LAST.key ? (
        <>
          <PortraitPicker rule={photo} known={row?.photoUrl ?? null} keeping={null} onUploaded={setPhotoFileId} />
          <Group title="请您本人确认">
            {check('truthful', '以上信息是我本人的，真实准确')}
            {check('noticeRead', '我知道由单位替我报名，报名条件和费用以通知为准')}
            {check('shares', `我同意把以上信息和照片交给${roster.unitName}，只用于这次集体报名`)}
          </Group>
        </>
      ) : null}
      {consenting ? <ConsentSheet onDone={() => void send()} onClose={() => setConsenting(false)} /> : null}
    </Page>
  );
}
