import { applications, slips } from '@jikaotong/shared/contract';
import { questionAsked } from '@jikaotong/shared/rules/eligibility';
import { feeOf } from '@jikaotong/shared/rules/fees';
import { endOf } from '@jikaotong/shared/rules/identity';
import {
  documentTypeWord,
  feeItemWord,
  fullDayWords,
  refusalSentence,
  sexWord,
  subjectWord,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { type Refusal, fileAddress, open, replace, scrollToFault, useCommand } from '../../../platform';
import { BigButton, Cell, Check, Group, Money, Source, TextButton, Picture } from '../../../ui';
import { ConsentSheet, useConsent } from '../../account';
import { useMessageAsk } from '../../subscription';
import { OfferingName, offeringName, printedWords } from '../../notice';
import { refetch } from '../draft/draft-store';
import { endsInSlip, isSignedOnPaper } from '../draft/application-source';
import { forgetResaved } from '../draft/resaved-steps';
import { StepPage, WithDraft } from '../draft/step-page';
import { type FormStep, checklistFor, openSteps, stepPath, stepTitle } from '../draft/steps';
import { submitBarOf } from '../draft/submit-bar';
import { type Draft, useSaving } from '../draft/use-draft';
import { meansToForfeit } from '../begin/means-to-forfeit';
import { forgetTyped } from '../identity/use-typed';
import { RefusalNote } from '../refusal-note';
import { ConductRules } from './conduct-rules';
import { readStatement } from './statements';

/** ⑥ Everything once more, what it costs, two statements, and the hand-in. */
export const ConfirmScreen = ({ id }: { id: string }) => (
  <WithDraft id={id} alsoHandedIn>
    {(draft) => <ConfirmStep draft={draft} />}
  </WithDraft>
);

function ConfirmStep({ draft }: { draft: Draft }) {
  const { application, notice, offering, on } = draft;
  const { id } = application;
  const [truthful, setTruthful] = useState(false);
  const [noticeRead, setNoticeRead] = useState(false);
  const [asked, setAsked] = useState(false);
  const [consenting, setConsenting] = useState(false);
  const hasConsented = useConsent();
  const { save } = useSaving(id);
  const fee = feeOf(notice, offering.code, {
    retake: application.retake ?? undefined,
    charges: application.retakeScheme?.charges,
  });
  const askForMessages = useMessageAsk(fee.ok && fee.value.totalFen === 0 ? 'submit-free' : 'submit');
  const atCounter = endsInSlip(application.state, notice);
  const submission = useCommand(applications.submitApplication);
  const slip = useCommand(slips.createSlip);
  const { refusal } = atCounter ? slip : submission;
  const lacking = openSteps(application, notice, on);

  // one tap, one request: a second tap comes before the screen has drawn the button as busy
  const underWay = useRef(false);

  const handInOnce = async () => {
    if (underWay.current) return;
    underWay.current = true;
    try {
      await handIn();
    } finally {
      underWay.current = false;
    }
  };
  const handIn = async () => {
    setAsked(true);
    if (!truthful || !noticeRead || lacking.length > 0) return scrollToFault();
    if (!hasConsented) {
      setConsenting(true);
      return;
    }
    // in the tap itself, before anything is waited for: WeChat asks nobody later
    await askForMessages();
    if (!(await save())) return;
    const reply = atCounter ? await slip.run({ params: { id } }) : await submit({});
    if (!reply.ok) {
      // published, or found to be one's own, since it was begun
      if (reply.code === 'passes-kept' && (await meansToForfeit())) return handInAnyway();
      // time may have run out, or another phone handed it in: the page must tell of it
      if (reply.code === 'too-late' || reply.code === 'wrong-state') await refetch(id);
      return;
    }
    forgetTyped();
    forgetResaved(id);
    replace(atCounter ? '/packages/apply/slip/index' : '/packages/apply/done/index', { id });
  };
  const submit = (meant: { forfeitsPasses?: true }) =>
    submission.run({ params: { id }, body: { truthful: true, noticeRead: true, ...meant } });
  const handInAnyway = async () => {
    const reply = await submit({ forfeitsPasses: true });
    if (!reply.ok) return;
    forgetTyped();
    forgetResaved(id);
    replace('/packages/apply/done/index', { id });
  };
  const bar = submitBarOf(application);
  const obstacle = bar
    ? refusalSentence(bar.code, bar.data)
    : lacking.length > 0
      ? `还有${lacking.map((step) => stepTitle[step]).join('、')}没有填完`
      : truthful && noticeRead
        ? null
        : refusalSentence('statements-not-confirmed');
  const edit = (step: FormStep) => open(stepPath(step), { id, way: 'back' });
  return (
    <StepPage
      step="confirm"
      draft={draft}
      hint={
        atCounter
          ? '个人到业务窗口报名：先在这里填好，生成现场报名单，再带原件到窗口确认。'
          : '提交后由工作人员审核，审核期间不能修改。'
      }
      obstacle={asked || bar ? obstacle : null}
      action={
        <BigButton
          id="submit-application"
          text={atCounter ? '生成现场报名单' : application.state === 'returned' ? '重新提交' : '提交报名'}
          busy={submission.busy || slip.busy}
          disabled={bar !== null}
          onTap={() => void handInOnce()}
        />
      }
    >
      {lacking.length > 0 ? (
        <View className={asked ? 'is-missing' : ''}>
          <Group title="还没有填完">
            {lacking.map((step) => (
              <Cell key={step} id={`fill-${step}`} title={stepTitle[step]} value="去填写" onTap={() => edit(step)} />
            ))}
          </Group>
        </View>
      ) : null}
      <Group title="报名项目">
        <Cell title={<OfferingName of={offering} />} note={application.sessionName} />
        {application.retake ? (
          <Cell
            title="补考科目"
            note={application.retakeScheme ? '按机构的补考方案' : undefined}
            value={application.retake.map((subject) => subjectWord(subject)).join('、')}
          />
        ) : null}
        <Cell title="考试日期" value={fullDayWords(application.examStart)} />
      </Group>
      <Summary draft={draft} onEdit={edit} />
      <Fees draft={draft} />
      <ConductRules notice={notice} />
      <View className={asked && !(truthful && noticeRead) ? 'is-missing' : ''}>
        <Group title="声明">
          <Check
            id="truthful"
            text="我填写的内容和提交的材料真实有效"
            note="如有虚假，愿意承担取消资格、成绩无效等后果。"
            checked={truthful}
            onChange={setTruthful}
          />
          <Check id="notice-read" text={readStatement(notice)} checked={noticeRead} onChange={setNoticeRead} />
        </Group>
        <View className="row-of-texts">
          <TextButton
            id="read-notice"
            text="再看一遍通知"
            onTap={() => open('/pages/notice/index', { id: application.noticeId })}
          />
        </View>
      </View>
      <RefusalNote refusal={refusal} asked={(fact) => questionAsked(notice, offering.code, fact)} />
      {refusal && NO_WAY_HERE.has(refusal.code) ? <WaysOn draft={draft} /> : null}
      {consenting ? <ConsentSheet onDone={() => setConsenting(false)} onClose={() => setConsenting(false)} /> : null}
    </StepPage>
  );
}

/** After these another try changes nothing. */
const NO_WAY_HERE: ReadonlySet<Refusal['code']> = new Set([
  'too-late',
  'too-early',
  'counter-window',
  'wrong-state',
  'not-eligible',
]);

function WaysOn({ draft: { application } }: { draft: Draft }) {
  return (
    <View className="row-of-texts">
      <TextButton
        id="see-application"
        text="查看进度"
        onTap={() => open('/packages/apply/detail/index', { id: application.id })}
      />
      <TextButton
        id="see-notice"
        text="返回通知"
        onTap={() => open('/pages/notice/index', { id: application.noticeId })}
      />
    </View>
  );
}

function Summary({ draft, onEdit }: { draft: Draft; onEdit: (step: FormStep) => void }) {
  const { application, notice } = draft;
  const { candidate, photo, signature, route } = application;
  const expiresOn = endOf(candidate.documentExpiresOn);
  const chosen = draft.offering.routes.find(({ code }) => code === route);
  const provided = checklistFor(application, notice)
    .groups.flatMap(({ alternatives }) => alternatives)
    .filter((items) => items.every((item) => item.provided))
    .flatMap((items) => items.map(({ printed }) => printed));
  const person = [
    candidate.sex ? sexWord(candidate.sex) : null,
    candidate.birthDate ? `${fullDayWords(candidate.birthDate)}出生` : null,
  ];
  const document = [
    candidate.documentType ? documentTypeWord(candidate.documentType) : null,
    candidate.documentNumberMasked,
  ];
  return (
    <Group title="填写的内容">
      <Cell
        id="edit-identity"
        title={candidate.name ?? stepTitle.identity}
        note={
          <>
            <View>{person.filter(Boolean).join(' · ')}</View>
            <View>{document.filter(Boolean).join(' ')}</View>
            <View>{expiresOn ? `有效期至 ${fullDayWords(expiresOn)}` : '证件长期有效'}</View>
            <View>手机 {candidate.phoneMasked}</View>
          </>
        }
        value="修改"
        onTap={() => onEdit('identity')}
      />
      <Cell
        id="edit-photo"
        title={stepTitle.photo}
        value={
          photo ? (
            <Picture className="summary-photo" src={fileAddress(photo.url)} mode="aspectFit" label="" />
          ) : (
            '待上传'
          )
        }
        onTap={() => onEdit('photo')}
      />
      <Cell
        id="edit-basis"
        title={chosen?.printedNumber ? `报名条件第 ${chosen.printedNumber} 条` : stepTitle.basis}
        note={chosen && 'clause' in chosen.source ? printedWords(chosen.source) : null}
        value="修改"
        onTap={() => onEdit('basis')}
      />
      {isSignedOnPaper(notice) ? null : (
        <>
          <Cell
            id="edit-papers"
            title={stepTitle.papers}
            note={provided.map((paper) => (
              <View key={paper}>{paper}</View>
            ))}
            value="修改"
            onTap={() => onEdit('papers')}
          />
          <Cell
            id="edit-signature"
            title={stepTitle.signature}
            value={
              signature ? (
                <Picture className="summary-sign" src={fileAddress(signature.url)} mode="aspectFit" label="" />
              ) : (
                '待签名'
              )
            }
            onTap={() => onEdit('signature')}
          />
        </>
      )}
    </Group>
  );
}

function Fees({ draft: { application, notice, offering } }: { draft: Draft }) {
  const fee = feeOf(notice, offering.code, {
    retake: application.retake ?? undefined,
    charges: application.retakeScheme?.charges,
  });
  if (!fee.ok) return null;
  const [first] = fee.value.lines;
  return (
    <Group
      title="费用"
      foot={notice.reviewBeforePayment.value ? '审核通过后再缴费，现在不用付款。' : `${offeringName(offering)}的收费`}
    >
      {fee.value.lines.map((line) => (
        <Cell key={line.item} title={feeItemWord(line.item)} value={<Money fen={line.fen} />} />
      ))}
      <Cell title="合计" value={<Money fen={fee.value.totalFen} />} />
      {first ? (
        <View className="fee-source">
          <Source of={first.source}>收费标准</Source>
        </View>
      ) : null}
    </Group>
  );
}
