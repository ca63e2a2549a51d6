import { type StaffNoticeView, publishing } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { fullDayWords, versionWords } from '@jikaotong/shared/words';
import { open, useAnswer } from '../../platform';
import { BigButton, Cell, Empty, Group, Heading, Loaded, Page, Tag } from '../../ui';

/** The notices of one's bodies: what runs, and what waits to be published. */
export function StaffNoticesScreen() {
  const answer = useAnswer(publishing.listStaffNotices, {});
  return (
    <Page
      action={
        <BigButton
          id="import-notice"
          text="导入通知文件"
          onTap={() => open('/packages/publishing/notice-import/index')}
        />
      }
    >
      <Heading title="通知">
        通知写成数据文件（YAML）导入；先看与现在的不同、试算、确认推定，再发布成新的一版。旧版一直留着。
      </Heading>
      <Loaded answer={answer}>
        {({ items }) =>
          items.length === 0 ? <Empty title="还没有通知">点下面的按钮导入第一份。</Empty> : <List items={items} />
        }
      </Loaded>
    </Page>
  );
}

function List({ items }: { items: readonly StaffNoticeView[] }) {
  const waiting = items.filter(({ draft }) => draft !== null);
  const running = items.filter(({ version }) => version > 0);
  return (
    <>
      {waiting.length > 0 ? (
        <Group title="待发布">
          {waiting.map(({ noticeId, title, version, draft }) => (
            <Cell
              key={noticeId}
              id={`draft-${noticeId}`}
              title={title}
              note={`${version === 0 ? '新通知' : `将成为${versionWords(version + 1)}`} · ${draft?.importedBy ?? ''}导入`}
              value={<Tag text="待发布" tone="warn" />}
              onTap={() => open('/packages/publishing/notice-draft/index', { id: draft?.id ?? '' })}
            />
          ))}
        </Group>
      ) : null}
      <Group title="正在使用">
        {running.map(({ noticeId, title, version, publishedAt }) => (
          <Cell
            key={noticeId}
            id={`versions-${noticeId}`}
            title={title}
            note={`${versionWords(version)} · ${publishedAt === null ? '' : fullDayWords(dayAt(publishedAt))}发布`}
            onTap={() => open('/packages/publishing/notice-versions/index', { id: noticeId })}
          />
        ))}
      </Group>
    </>
  );
}
