import { noticeVersions } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { fullDayWords, versionWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useAnswer } from '../../platform';
import { Heading, Loaded, NoticeBar, Page } from '../../ui';
import { NoticeChangesView } from './notice-changes-view';
import './publishing.scss';

/** One version as it was printed, and what has changed since. */
export function VersionScreen({ noticeId, version }: { noticeId: string; version: number }) {
  const answer = useAnswer(noticeVersions.getNoticeVersion, { params: { id: noticeId, version } });
  return (
    <Page>
      <Loaded answer={answer}>
        {(reply) => (
          <>
            <Heading title={versionWords(reply.version)}>
              <View>{reply.notice.title.value}</View>
              <View>{fullDayWords(dayAt(reply.publishedAt))}发布</View>
            </Heading>
            {reply.version === reply.runningVersion ? null : (
              <>
                <NoticeBar tone="warn" title={`现在用的是${versionWords(reply.runningVersion)}`}>
                  这是旧的一版，只供查阅。下面先列出后来改了什么，再是当时的原文。
                </NoticeBar>
                <NoticeChangesView changes={reply.changesSince} />
              </>
            )}
            <View className="printed">{reply.text}</View>
          </>
        )}
      </Loaded>
    </Page>
  );
}
