import { type SchemedOffering, retakeSchemes } from '@jikaotong/shared/contract';
import { fullDayWords, offeringWords } from '@jikaotong/shared/words';
import { open, useAnswer } from '../../platform';
import { Cell, Empty, Group, Heading, Loaded, Page, Tag } from '../../ui';

/** The offerings of a body of which passes are kept, and where the exam mode has changed. */
export function RetakeSchemesScreen({ bodyId }: { bodyId: string }) {
  const answer = useAnswer(retakeSchemes.getRetakeSchemes, { params: { id: bodyId } });
  return (
    <Page>
      <Loaded answer={answer}>
        {({ bodyName, offerings }) => (
          <>
            <Heading title="补考方案">
              {`${bodyName}。考试模式有变的项目，在这里写明以前的成绩怎样算、补考收多少；没有变的不用填。`}
            </Heading>
            {offerings.length === 0 ? (
              <Empty title="没有保留成绩的项目">通知规定了补考的项目会出现在这里。</Empty>
            ) : null}
            <Group>
              {offerings.map((one) => (
                <Cell
                  key={`${one.noticeId} ${one.offering.code}`}
                  id={`scheme-of-${one.offering.code}`}
                  title={offeringWords(one.offering)}
                  note={latestWords(one)}
                  value={<Standing of={one} />}
                  onTap={() =>
                    open('/packages/body/retake-scheme/index', {
                      body: bodyId,
                      notice: one.noticeId,
                      offering: one.offering.code,
                    })
                  }
                />
              ))}
            </Group>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const latestWords = ({ versions: [latest], noticeTitle }: SchemedOffering): string =>
  latest ? `第${latest.version}版，${fullDayWords(latest.from)}的考试起执行` : noticeTitle;

function Standing({ of: { versions, standingId } }: { of: SchemedOffering }) {
  const [latest] = versions;
  if (!latest) return <Tag text="没有变" tone="quiet" />;
  const standing = versions.find(({ id }) => id === standingId);
  if (!standing) return <Tag text="还没到日子" tone="info" />;
  return <Tag text={standing === latest ? '执行中' : `第${standing.version}版执行中`} tone="go" />;
}
