import { rosterMembers, rosterResults, rosterRows } from '@jikaotong/shared/contract';
import { applicationStateWord, fullDayWords, offeringWords, rowConfirmationWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm as ask, open, replace, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Cell,
  Check,
  Group,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  RefusalMessage,
  SwitchRow,
  TextButton,
} from '../../ui';
import { meansToForfeit } from '../application';
import { OwnFacts } from './own-facts';

/** The member's own word for what the unit entered. */
export function ConfirmRowScreen({ id }: { id: string }) {
  const answer = useAnswer(rosterRows.getOwnRosterRow, { params: { id } });
  const confirm = useCommand(rosterRows.confirmOwnRosterRow);
  const share = useCommand(rosterResults.shareOwnMarks);
  const leave = useCommand(rosterMembers.leaveRoster);
  const [truthful, setTruthful] = useState(false);
  const [noticeRead, setNoticeRead] = useState(false);
  if (answer.state !== 'ready')
    return (
      <Page>
        <Loaded answer={answer}>{() => null}</Loaded>
      </Page>
    );
  const own = answer.data;
  const isOpen = own.state === 'draft' || own.state === 'returned';
  const waits = isOpen && own.disputes.some(({ state }) => state === 'open');
  const { kept } = own;
  const mustConfirm = isOpen && (own.confirmed === null || kept !== null) && !waits;
  const send = async () => {
    const meant = kept !== null && (await meansToForfeit());
    if (kept !== null && !meant) return;
    const body = { version: own.version, truthful: true, noticeRead: true } as const;
    await confirm.run({ params: { id }, body: meant ? { ...body, forfeitsPasses: true } : body });
  };
  const out = async () => {
    const text = `${own.unitName}不再办理您的这份报名，也看不到它。报名归您自己：可以接着办、自己缴费，也可以撤回。`;
    if (!(await ask({ title: '不由这个单位报名', text, yes: '确定' }))) return;
    if ((await leave.run({ params: { id } })).ok) replace('/packages/apply/detail/index', { id });
  };
  return (
    <Page
      action={
        mustConfirm ? (
          <BigButton
            id="confirm-row"
            text={kept ? '放弃保留的成绩，确认报名' : '确认报名信息'}
            busy={confirm.busy}
            waitsFor={(!truthful || !noticeRead) && '请先勾选下面两项'}
            onTap={() => void send()}
          />
        ) : undefined
      }
    >
      <Heading title={own.unitName}>{own.sessionName}</Heading>
      {own.confirmed && !mustConfirm ? (
        <NoticeBar tone="go" title={rowConfirmationWord(own.confirmed)}>
          单位提交后，可以在“我的报名”里看进度。
        </NoticeBar>
      ) : null}
      {kept && mustConfirm ? (
        <NoticeBar tone="warn" title="您有保留的合格成绩">
          <View>
            {kept.until === null ? '' : `${fullDayWords(kept.until)}以前（含当日）`}可以只补考没有合格的科目。
            单位是按新报名替您报的：您确认，保留的成绩就作废。想补考的，不要确认，点下面“不由这个单位报名”，自己办补考。
          </View>
          <TextButton
            id="see-kept"
            text="查看保留的成绩和怎么补考"
            onTap={() => open('/packages/exam/retake/index', { id: kept.applicationId })}
          />
        </NoticeBar>
      ) : null}
      {waits ? (
        <NoticeBar tone="warn" title="已告诉单位，先不用确认">
          单位改好或答复以后，会发消息请您再核对、确认。
        </NoticeBar>
      ) : null}
      <Group title="单位为您报的">
        <Cell title={offeringWords(own.offering)} value={isOpen ? undefined : applicationStateWord(own.state)} />
      </Group>
      <OwnFacts own={own} isOpen={isOpen} />
      {isOpen ? null : (
        <Group>
          <Cell id="see-own" title="看进度和下一步" onTap={() => open('/packages/apply/detail/index', { id })} />
        </Group>
      )}
      {mustConfirm ? (
        <Group title="请您本人确认">
          <Check id="row-truthful" text="以上信息是我本人的，真实准确" checked={truthful} onChange={setTruthful} />
          <Check
            id="row-notice-read"
            text="我知道单位替我报名，报名条件和费用以通知为准"
            checked={noticeRead}
            onChange={setNoticeRead}
          />
        </Group>
      ) : null}
      <Group title="成绩" foot="不同意，单位也看得到是否通过和领证，看不到分数。随时可以改。">
        <SwitchRow
          id="share-marks"
          text={`同意${own.unitName}看我的分数`}
          checked={own.sharesMarks}
          onChange={(shares) => void share.run({ params: { id }, body: { shares } })}
        />
      </Group>
      <Group>
        <Cell
          id="leave-unit"
          title="不由这个单位报名"
          note="离开了单位，或没有同意单位替您报名"
          onTap={() => void out()}
        />
      </Group>
      <RefusalMessage refusal={confirm.refusal ?? share.refusal ?? leave.refusal} />
    </Page>
  );
}
