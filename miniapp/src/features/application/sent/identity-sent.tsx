import { type ApplicationView, CONTACT_FIELDS, applications } from '@jikaotong/shared/contract';
import { endOf } from '@jikaotong/shared/rules/identity';
import { contactFieldWord, documentTypeWord, fullDayWords, originWord, sexWord } from '@jikaotong/shared/words';

import { useState } from 'react';
import { type Refusal, call, fileAddress } from '../../../platform';
import { Cell, Group, RefusalMessage, Tappable, TextButton, Picture } from '../../../ui';
import { openScan } from './open-scan';

type Numbers = { readonly documentNumber: string | null; readonly phone: string | null };

/** Who applied, as told: the numbers masked until one asks to see them. */
export function IdentitySent({ application }: { application: ApplicationView }) {
  const { candidate, photo } = application;
  const [numbers, setNumbers] = useState<Numbers | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const show = async () => {
    const reply = await call(applications.getApplicationNumbers, { params: { id: application.id } });
    setRefusal(reply.ok ? null : reply);
    if (reply.ok) setNumbers(reply.data);
  };
  const expiresOn = endOf(candidate.documentExpiresOn);
  const born = candidate.birthDate ? `${fullDayWords(candidate.birthDate)}出生` : null;
  return (
    <>
      <Group
        title="身份信息"
        foot={
          <TextButton
            id="show-numbers"
            text={numbers ? '隐藏证件号码和手机号' : '显示完整的证件号码和手机号'}
            onTap={() => (numbers ? setNumbers(null) : void show())}
          />
        }
      >
        <Cell title="姓名" value={candidate.name ?? '未填'} />
        <Cell
          id="sent-number"
          title={candidate.documentType ? documentTypeWord(candidate.documentType) : '证件'}
          value={numbers?.documentNumber ?? candidate.documentNumberMasked ?? '未填'}
        />
        <Cell title="证件有效期" value={expiresOn ? fullDayWords(expiresOn) : '长期有效'} />
        <Cell
          title="性别、出生日期"
          value={[candidate.sex ? sexWord(candidate.sex) : null, born].filter(Boolean).join('，')}
        />
        {candidate.origin ? <Cell title="人员类别" value={originWord(candidate.origin)} /> : null}
        <Cell id="sent-phone" title="手机" value={numbers?.phone ?? candidate.phoneMasked ?? '未填'} />
        {CONTACT_FIELDS.map((field) =>
          candidate[field] ? <Cell key={field} title={contactFieldWord(field)} value={candidate[field]} /> : null,
        )}
        {photo ? (
          <Cell
            title="证件照片"
            value={
              <Tappable
                id="sent-photo"
                label="放大照片"
                onTap={() => void openScan({ url: photo.url, type: 'image/jpeg' })}
              >
                <Picture className="sent-photo" src={fileAddress(photo.url)} mode="aspectFit" label="" />
              </Tappable>
            }
          />
        ) : null}
      </Group>
      <RefusalMessage refusal={refusal} />
    </>
  );
}
