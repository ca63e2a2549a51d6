import { type BodyView, bodies } from '@jikaotong/shared/contract';
import { bodyPartOf, certificateNumber, checkBodyPart } from '@jikaotong/shared/rules/numbering';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { BigButton, Group, RefusalMessage, NoticeBar, TextField, Chips } from '../../ui';
import './body.scss';

type Letter = 'Y' | 'S';
const LETTERS: readonly { key: Letter; text: string }[] = [
  { key: 'S', text: 'S 社会培训评价组织' },
  { key: 'Y', text: 'Y 用人单位' },
];

/** Positions 1 to 13 of every certificate number, from the body's filing. */
export function CertificatePrefixForm({ body }: { body: BodyView }) {
  const known = body.certificatePrefix;
  const [letter, setLetter] = useState<Letter>(known?.letter === 'Y' ? 'Y' : 'S');
  const [bodyCode, setBodyCode] = useState(known?.bodyCode ?? '');
  const [province, setProvince] = useState(known?.province ?? '');
  const [site, setSite] = useState(known?.site ?? '');
  const save = useCommand(bodies.updateBody);

  const prefix = { letter, bodyCode: bodyCode.trim(), province: province.trim(), site: site.trim() };
  const bodyPart = bodyPartOf(prefix);
  const sound = checkBodyPart(bodyPart) === null;
  const sample = sound ? certificateNumber({ bodyPart, year: 2026, level: 5, sequence: 1 }) : null;
  const changed = !known || bodyPartOf(known) !== bodyPart;
  const go = async () => {
    const reply = await save.run({ params: { id: body.id }, body: { certificatePrefix: prefix } });
    if (reply.ok) toast('已保存');
  };
  const digits = (value: string, width: number) =>
    value === '' || new RegExp(`^\\d{${width}}$`).test(value.trim()) ? null : `请填 ${width} 位数字`;
  return (
    <>
      <Group title="证书编号（前 13 位按备案填写）" foot={sample?.ok ? `例如 ${sample.value}` : '填全后显示编号样例。'}>
        <View className="body-chips">
          <Chips id="prefix-letter" label="机构类别" options={LETTERS} value={letter} onChoose={setLetter} />
        </View>
        <TextField
          id="prefix-body-code"
          label="机构代码（4 位）"
          type="number"
          maxlength={4}
          value={bodyCode}
          error={digits(bodyCode, 4)}
          onChange={setBodyCode}
        />
        <TextField
          id="prefix-province"
          label="省份代码（2 位，北京 11、上海 31）"
          type="number"
          maxlength={2}
          value={province}
          error={digits(province, 2)}
          onChange={setProvince}
        />
        <TextField
          id="prefix-site"
          label="站点序号（6 位）"
          type="number"
          maxlength={6}
          value={site}
          error={digits(site, 6)}
          onChange={setSite}
        />
      </Group>
      {known ? null : <NoticeBar tone="warn">还没有填写，填写后才能发证。</NoticeBar>}
      <RefusalMessage refusal={save.refusal} />
      {changed ? (
        <View className="body-go">
          <BigButton
            id="save-certificate-prefix"
            text="保存证书编号"
            busy={save.busy}
            waitsFor={!sound && '请先把 13 位填全、填对'}
            onTap={() => void go()}
          />
        </View>
      ) : null}
    </>
  );
}
