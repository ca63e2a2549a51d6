import { type ApplicationView, applications, notices } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { offeringOf } from '@jikaotong/shared/notice';
import { questionAsked } from '@jikaotong/shared/rules/eligibility';
import { fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useAnswer, useOnShow, useSignIn } from '../../../platform';
import { Cell, Group, Heading, Loaded, NoticeBar, Page } from '../../../ui';
import { SignInGate } from '../../account';
import { Originals, offeringName, printedWords } from '../../notice';
import { FactsPart } from './facts-part';
import { IdentitySent } from './identity-sent';
import { PapersPart } from './papers-part';

/** Everything that was handed in, in whatever state: what was told, the papers, the photo and the signed form. */
export function SentScreen({ id }: { id: string }) {
  const { phase } = useSignIn();
  return phase === 'in' ? (
    <Sent id={id} />
  ) : (
    <Page>
      <SignInGate why="登录后查看提交的内容。">{null}</SignInGate>
    </Page>
  );
}

function Sent({ id }: { id: string }) {
  const answer = useAnswer(applications.getApplication, { params: { id } });
  // the links to pictures live for some minutes
  useOnShow(() => (answer.state === 'ready' ? answer.refresh() : undefined));
  return (
    <Page>
      <Loaded answer={answer}>{(application) => <Everything application={application} />}</Loaded>
    </Page>
  );
}

function Everything({ application }: { application: ApplicationView }) {
  const { id, noticeId, offering, sessionName, submittedAt, state, route, facts } = application;
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } });
  const notice = answer.state === 'ready' ? answer.data.notice : null;
  const chosen = notice && offeringOf(notice, offering.code)?.routes.find(({ code }) => code === route);
  return (
    <Originals notice={noticeId}>
      <Heading title="我提交的内容">
        <View>{offeringName(offering)}</View>
        <View>
          {sessionName}
          {submittedAt === null ? '' : `　${fullDayWords(dayAt(submittedAt))}提交`}
        </View>
      </Heading>
      {state === 'returned' ? (
        <NoticeBar tone="warn">这份报名已退回修改，这里显示的是目前保存的内容，重新提交后生效。</NoticeBar>
      ) : null}
      <IdentitySent application={application} />
      {chosen ? (
        <Group title="报名条件">
          <Cell
            title={chosen.printedNumber ? `第 ${chosen.printedNumber} 条` : '所选条件'}
            note={printedWords(chosen.source) || null}
          />
        </Group>
      ) : null}
      <FactsPart facts={facts} asked={(fact) => (notice ? questionAsked(notice, offering.code, fact) : null)} />
      <PapersPart key={id} application={application} notice={notice} />
    </Originals>
  );
}
