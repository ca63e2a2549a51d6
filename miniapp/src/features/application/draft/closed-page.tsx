import type { ApplicationView } from '@jikaotong/shared/contract';
import { applicationStateWord, progressSentence, refusalSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, openTab, replace } from '../../../platform';
import { BigButton, Heading, NoticeBar, Page, TextButton } from '../../../ui';
import { offeringName } from '../../notice';
import type { SubmitBar } from './submit-bar';
import type { Draft } from './use-draft';

/** In place of every page of the form once its time is over: which day it closed, and where to go from here. */
export function ClosedPage({ draft, bar }: { draft: Draft; bar: SubmitBar }) {
  const { application, offering } = draft;
  return (
    <Page action={<SeeNotice noticeId={application.noticeId} />}>
      <Heading title={offeringName(offering)}>{application.sessionName}</Heading>
      <NoticeBar tone="warn" title={bar.title}>
        {refusalSentence(bar.code, bar.data)}
      </NoticeBar>
      <View className="row-of-texts">
        <TextButton id="see-mine" text="查看我的报名" onTap={() => openTab('/pages/mine/index')} />
      </View>
    </Page>
  );
}

/** In place of a page of the form that was left open while the application was handed in elsewhere: how it stands, and on. */
export const HandedInPage = ({ application }: { application: ApplicationView }) => (
  <Page
    action={
      <BigButton
        id="see-application"
        text="查看进度"
        onTap={() => replace('/packages/apply/detail/index', { id: application.id })}
      />
    }
  >
    <Heading title={offeringName(application.offering)}>{application.sessionName}</Heading>
    <NoticeBar tone="info" title={`这份报名${applicationStateWord(application.state)}，这一页不用再填`}>
      {progressSentence(application.progress)}
    </NoticeBar>
  </Page>
);

/** The way to the notice, where later batches and whom to ask stand. */
const SeeNotice = ({ noticeId }: { noticeId: string }) => (
  <BigButton id="see-notice" text="返回通知" onTap={() => open('/pages/notice/index', { id: noticeId })} />
);
