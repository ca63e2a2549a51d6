import type { Channel, Notice } from '@jikaotong/shared/notice';
import { breachWords, channelKindWord, levelWord, tierWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { Group } from '../../../ui';
import { Address } from './applying-rules';
import { SourcedRow } from './sourced-row';

/** From ticket to certificate: ticket, results, passes kept, collection, conduct. */
export function ExamRules({ notice }: { notice: Notice }) {
  return (
    <>
      <Ticket notice={notice} />
      <Results notice={notice} />
      <Retake notice={notice} />
      <Certificate notice={notice} />
      <Conduct notice={notice} />
    </>
  );
}

const Channels = ({ channels }: { channels: readonly Channel[] }) => (
  <>
    {channels.map(({ kind, name, url, source }) => (
      <SourcedRow key={name} of={source}>
        {channelKindWord(kind)}：{name}
        {url ? <View className="sourced__side">{url}</View> : null}
      </SourcedRow>
    ))}
  </>
);

function Ticket({ notice: { ticket } }: { notice: Notice }) {
  if (!ticket) return null;
  return (
    <Group title="准考证">
      <SourcedRow of={ticket.form.source}>
        {ticket.form.value === 'electronic' ? '电子准考证' : '纸质准考证'}
      </SourcedRow>
      <SourcedRow of={ticket.printAndBring.source}>
        {ticket.printAndBring.value ? '打印出来带到考场' : '不要求打印'}
      </SourcedRow>
      <Channels channels={ticket.channels} />
    </Group>
  );
}

const REVIEWS = {
  'inside-publicity': '对成绩有疑问的在公示期内申请复核',
  'by-body': '成绩复核按机构的制度办理',
} as const;

function Results({ notice: { results } }: { notice: Notice }) {
  if (!results) return null;
  return (
    <Group title="成绩">
      <SourcedRow of={results.publicity.source}>
        {results.publicity.value ? '成绩公开公示' : '成绩不公示，本人查询'}
      </SourcedRow>
      {results.scoreReview ? (
        <SourcedRow of={results.scoreReview.source}>{REVIEWS[results.scoreReview.value]}</SourcedRow>
      ) : null}
      <Channels channels={results.channels} />
    </Group>
  );
}

function Retake({ notice: { retake } }: { notice: Notice }) {
  if (!retake) return null;
  return (
    <Group title="单科成绩保留和补考">
      {retake.kept.map(({ levels, years, chances, source }) => (
        <SourcedRow key={levels.join('-')} of={source}>
          {levels.length > 0 ? `${levels.map(levelWord).join('、')}：` : ''}合格科目保留 {years} 年
          {chances === null ? '' : `，可补考 ${chances} 次`}
        </SourcedRow>
      ))}
      <SourcedRow of={retake.keptFrom.source}>
        {retake.keptFrom.value === 'exam-end' ? '从考试结束起算' : '从公布成绩起算'}
      </SourcedRow>
      <SourcedRow of={retake.absenceUsesChance.source}>
        {retake.absenceUsesChance.value ? '缺考算用掉一次补考机会' : '缺考不算用掉补考机会'}
      </SourcedRow>
      <SourcedRow of={retake.newApplicationForfeits.source}>
        {retake.newApplicationForfeits.value ? '重新申报同一项目，已合格的科目作废' : '重新申报不影响已合格的科目'}
      </SourcedRow>
      <SourcedRow of={retake.through.source}>
        {retake.through.value === 'application-flow' ? '补考按申报流程重新报名' : '补考单独申请'}
      </SourcedRow>
    </Group>
  );
}

function Certificate({ notice: { certificate } }: { notice: Notice }) {
  if (!certificate) return null;
  return (
    <Group title="证书">
      <SourcedRow of={certificate.issuer.source}>{certificate.issuer.value}颁发</SourcedRow>
      {certificate.collection.map(({ method, text, source }) => (
        <SourcedRow key={method} of={source}>
          {text}
        </SourcedRow>
      ))}
      {certificate.announcedBy ? (
        <SourcedRow of={certificate.announcedBy.source}>时间和方式见{certificate.announcedBy.value}</SourcedRow>
      ) : null}
      {certificate.lookUps.map(({ name, url, source }) => (
        <View key={url}>
          <SourcedRow of={source}>{name}</SourcedRow>
          <Address url={url} title="打开查询网址" />
        </View>
      ))}
    </Group>
  );
}

function Conduct({ notice: { conduct } }: { notice: Notice }) {
  if (!conduct) return null;
  return (
    <>
      {conduct.tiers.map((tier) => (
        <Group key={tier.tier} title={`违纪处理（${tier.tier}）`}>
          <SourcedRow of={tier.source}>
            {tier.text}
            <View className="sourced__side">{tierWords(tier)}</View>
          </SourcedRow>
          {tier.breaches.map((breach) => (
            <SourcedRow key={breach.code} of={breach.source}>
              {breachWords(breach)}
            </SourcedRow>
          ))}
        </Group>
      ))}
      {conduct.falseMaterial || conduct.later || conduct.rules.length > 0 ? (
        <Group title="弄虚作假和事后查实">
          {[conduct.falseMaterial, conduct.later, ...conduct.rules].map((rule) =>
            rule ? (
              <SourcedRow key={rule.value} of={rule.source}>
                {rule.value}
              </SourcedRow>
            ) : null,
          )}
        </Group>
      ) : null}
    </>
  );
}
