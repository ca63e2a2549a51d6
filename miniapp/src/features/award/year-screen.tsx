import { type YearRow, year as contract } from '@jikaotong/shared/contract';
import { dayWords, examDaysWords, offeringWords, yearFigureWords, yearTotals } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, openFile, useAnswer } from '../../platform';
import { BigButton, Cell, Chips, Empty, Group, Heading, Loaded, Page, RefusalMessage } from '../../ui';
import { useToday } from '../demonstration';
import { useStaff } from '../staff';

/** What a body examined in a year: each session and offering, and what it all comes to. */
export function YearScreen({ bodyId: given }: { bodyId: string | null }) {
  const { account, may } = useStaff();
  const today = useToday();
  const [year, setYear] = useState(today.slice(0, 4));
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const own = account?.grants.find(({ bodyId }) => may(contract.getYear, bodyId))?.bodyId;
  const params = { id: given ?? own ?? '', year };
  const answer = useAnswer(contract.getYear, { params });
  const take = async () => {
    setBusy(true);
    const reply = await openFile(contract.downloadYear, { params }, { name: `${year}年度统计`, kind: 'xlsx' });
    setBusy(false);
    setRefusal(reply.ok ? null : reply);
  };
  const hasRows = answer.state === 'ready' && answer.data.rows.length > 0;
  return (
    <Page
      action={
        hasRows ? <BigButton id="year-sheet" text="导出 Excel" busy={busy} onTap={() => void take()} /> : undefined
      }
    >
      <Heading title={`${year}年度统计`} />
      <RefusalMessage refusal={refusal} />
      <Loaded answer={answer} rows={6}>
        {({ rows, years }) => (
          <>
            {years.length > 1 ? (
              <Chips
                id="year"
                label="年度"
                options={years.map((key) => ({ key, text: `${key}年` }))}
                value={year}
                onChoose={setYear}
              />
            ) : null}
            {rows.length === 0 ? (
              <Empty title="这一年还没有批次">批次发布、有人报名以后，在这里看每个项目的人数和用时。</Empty>
            ) : (
              <>
                <Group title="合计">
                  <Cell title={yearFigureWords(yearTotals(rows))} />
                </Group>
                {[...new Set(rows.map(({ sessionId }) => sessionId))].map((id) => (
                  <OneSession key={id} rows={rows.filter(({ sessionId }) => sessionId === id)} />
                ))}
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function OneSession({ rows }: { rows: readonly YearRow[] }) {
  const today = useToday();
  const [first] = rows;
  if (!first) return null;
  return (
    <Group title={`${first.sessionName}${first.cancelled ? '（已取消）' : ''}　${examDaysWords(first, today)}考试`}>
      {rows.map((row) => (
        <Cell
          key={row.offering.code}
          title={offeringWords(row.offering)}
          note={
            <>
              <View>{yearFigureWords(row)}</View>
              {row.publishedOn ? (
                <View>
                  {dayWords(row.publishedOn, today)}公布成绩，考后 {row.daysToResults} 天
                  {row.certifiedOn
                    ? `；${dayWords(row.certifiedOn, today)}发证，公布后 ${row.daysToCertificates} 天`
                    : ''}
                </View>
              ) : null}
            </>
          }
        />
      ))}
    </Group>
  );
}
