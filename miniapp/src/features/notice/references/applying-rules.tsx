import type { Notice } from '@jikaotong/shared/notice';
import { identityRuleWord, paymentMethodWord, personalRefundWord, photoBackgroundWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { copy, openLink } from '../../../platform';
import { Cell, Group } from '../../../ui';
import { SourcedRow } from './sourced-row';
import { UnitEntryCell } from './unit-entry-cell';

/** How one applies and with what: ways, papers, identity documents, photo, payment. */
export function ApplyingRules({ notice }: { notice: Notice }) {
  const form = notice.documents.find(({ document }) => document === 'application-form');
  return (
    <>
      {notice.applicationMethods.map((method) => (
        <Group key={`${method.who}-${method.text}`} title={method.who === 'group' ? '团体报名' : '个人报名'}>
          <SourcedRow of={method.source}>
            {method.text}
            {method.who === 'individual' && method.where === 'online' && form ? (
              <View className="sourced__side">
                在技考通报名就够了：《{form.printed}》会按您填的内容生成，不用另外下载。
              </View>
            ) : null}
          </SourcedRow>
          {method.steps.map((step, index) => (
            <SourcedRow key={step.text} of={step.source}>
              {index + 1}. {step.text}
            </SourcedRow>
          ))}
          {method.who === 'group' && notice.kind === 'competition' ? <UnitEntryCell /> : null}
          {method.url ? <Address url={method.url} /> : null}
          {method.address ? (
            <Cell title={method.address} note="复制地址" onTap={() => void copy(method.address ?? '')} />
          ) : null}
          {method.phone ? (
            <Cell title={method.phone} note="复制电话" onTap={() => void copy(method.phone ?? '')} />
          ) : null}
        </Group>
      ))}
      {notice.documents.length > 0 ? (
        <Group title="每个人都要交的材料">
          {notice.documents.map((paper) => (
            <SourcedRow key={paper.document} of={paper.source}>
              {paper.printed}
            </SourcedRow>
          ))}
        </Group>
      ) : null}
      <Identity notice={notice} />
      <Photo notice={notice} />
      <Payment notice={notice} />
    </>
  );
}

/** A web address that opens, or is copied where WeChat opens none. */
export const Address = ({ url, title = '打开网址' }: { url: string; title?: string }) => (
  <Cell title={title} note={url} onTap={() => openLink(url)} />
);

function Identity({ notice: { identity } }: { notice: Notice }) {
  if (!identity) return null;
  return (
    <Group title="接受的身份证件">
      {identity.origins.map(({ origin, printed, documents, source }) => (
        <SourcedRow key={origin} of={source}>
          {printed}
          <View className="sourced__side">
            {documents.map((accepted) => accepted.corrected ?? accepted.printed).join('、')}
          </View>
        </SourcedRow>
      ))}
      {identity.rules.map((rule) => (
        <SourcedRow key={rule.code} of={rule.source}>
          {identityRuleWord(rule.code)}
        </SourcedRow>
      ))}
    </Group>
  );
}

function Photo({ notice: { photo } }: { notice: Notice }) {
  if (!photo) return null;
  const { print, background, format, pixels, bytes, posing } = photo;
  return (
    <Group title="照片">
      {print ? <SourcedRow of={print.source}>{print.value}</SourcedRow> : null}
      {background ? <SourcedRow of={background.source}>{photoBackgroundWord(background.value)}背景</SourcedRow> : null}
      {format ? <SourcedRow of={format.source}>{format.value.toUpperCase()} 格式</SourcedRow> : null}
      {pixels ? (
        <SourcedRow of={pixels.source}>
          高大于 {pixels.heightAbove} 像素，宽大于 {pixels.widthAbove} 像素
        </SourcedRow>
      ) : null}
      {bytes ? (
        <SourcedRow of={bytes.source} reading={bytes.reading}>
          {Math.round(bytes.min / 1000)}–{Math.round(bytes.max / 1024)} KB
        </SourcedRow>
      ) : null}
      {posing.map((rule) => (
        <SourcedRow key={rule.code} of={rule.source}>
          {rule.text}
        </SourcedRow>
      ))}
    </Group>
  );
}

const MATERIAL = {
  'with-skill': '补考操作技能时收取材料费',
  always: '补考都收取材料费',
  never: '补考不收取材料费',
} as const;

function Payment({ notice: { fees, reviewBeforePayment } }: { notice: Notice }) {
  if (!fees) return null;
  return (
    <Group title="缴费">
      <SourcedRow of={reviewBeforePayment.source}>
        {reviewBeforePayment.value ? '先审核，审核通过后缴费' : '先缴费，后审核'}
      </SourcedRow>
      <SourcedRow of={fees.year.source} reading={fees.year.reading}>
        {fees.year.value} 年收费标准
      </SourcedRow>
      {fees.methods.map(({ method, source }) => (
        <SourcedRow key={method} of={source}>
          {paymentMethodWord(method)}
        </SourcedRow>
      ))}
      {fees.refundForPersonalReasons ? (
        <SourcedRow of={fees.refundForPersonalReasons.source}>
          {personalRefundWord(fees.refundForPersonalReasons.value)}
        </SourcedRow>
      ) : null}
      {fees.invoice.map(({ text, source }) => (
        <SourcedRow key={text} of={source}>
          {text}
        </SourcedRow>
      ))}
      {fees.rows.some(({ lines }) => lines.some(({ item }) => item === 'material')) ? (
        <SourcedRow of={fees.retakeMaterial.source}>{MATERIAL[fees.retakeMaterial.value]}</SourcedRow>
      ) : null}
    </Group>
  );
}
