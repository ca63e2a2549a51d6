import { noticeVersions } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { fullDayWords, versionWords } from '@jikaotong/shared/words';
import { Fragment } from 'react';
import { call, open, usePages } from '../../platform';
import { Cell, Group, Heading, LoadMoreButton, Loaded, NoticeBar, Page } from '../../ui';
import { NoticeChangesView } from './notice-changes-view';

/** The versions of a notice, newest first, each with what it changed; for everybody. */
export function VersionsScreen({ noticeId }: { noticeId: string }) {
  const answer = usePages(['versions', noticeId], (cursor) =>
    call(noticeVersions.listNoticeVersions, { params: { id: noticeId }, query: { cursor, limit: 20 } }),
  );
  return (
    <Page>
      <Loaded answer={answer}>
        {(list) => (
          <>
            {list.items.map(({ version, publishedAt, changes }, place) => (
              <Fragment key={version}>
                <Heading title={`${versionWords(version)}${place === 0 ? '（现在的）' : ''}`}>
                  {fullDayWords(dayAt(publishedAt))}发布
                </Heading>
                {version === 1 ? (
                  <NoticeBar tone="info">最早的一版。</NoticeBar>
                ) : changes.length === 0 ? (
                  <NoticeBar tone="info">与上一版规定相同。</NoticeBar>
                ) : (
                  <NoticeChangesView changes={changes} />
                )}
                <Group>
                  {' '}
                  <Cell
                    id={`version-${version}`}
                    title={place === 0 ? '看这一版的原文' : '看这一版的原文，以及与现在的不同'}
                    onTap={() =>
                      open('/packages/publishing/notice-version/index', { id: noticeId, version: String(version) })
                    }
                  />
                </Group>{' '}
              </Fragment>
            ))}
            <LoadMoreButton list={list} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
