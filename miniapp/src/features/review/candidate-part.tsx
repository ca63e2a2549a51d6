import { CONTACT_FIELDS, type ReviewView } from '@jikaotong/shared/contract';
import { endOf, looksLikeTrial } from '@jikaotong/shared/rules/identity';
import { contactFieldWord, documentTypeWord, doubtWord, originWord, sexWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { dial, fileAddress } from '../../platform';
import { Card, Cell, Group, NoticeBar, Tappable, Picture } from '../../ui';
import { openScan } from '../application';
import { changedMark } from './changed-mark';
import { FAULT_WORDS } from './photo-fault-words';
import './review.scss';

/** Who applies: the portrait beside the document it is compared with. */
export function CandidatePart({ review }: { review: ReviewView }) {
  const { candidate, documentNumber, phone, photo, photoFaults, changedFields, doubts } = review;
  const isGrey = doubts.includes('photo-grey');
  const mark = changedMark(changedFields);
  const { documentType, origin, sex } = candidate;
  return (
    <>
      <Card>
        <View className="who">
          {photo ? (
            <Tappable
              id="see-photo"
              className="who__frame"
              label="放大照片"
              onTap={() => void openScan({ url: photo.url, type: 'image/jpeg' })}
            >
              <Picture className="who__photo" src={fileAddress(photo.url)} mode="aspectFit" label="" />
            </Tappable>
          ) : (
            <View className="who__photo who__photo--none">没有照片</View>
          )}
          <View className="who__text">
            <View className="who__name">
              {candidate.name} {mark('name')}
            </View>
            <View>{documentType ? documentTypeWord(documentType) : '证件'}</View>
            <View className="who__number" id="document-number">
              {documentNumber} {mark('documentNumber')}
            </View>
            <View className="who__side">
              {endOf(candidate.documentExpiresOn) ? `有效期到 ${candidate.documentExpiresOn}` : '长期有效'}{' '}
              {mark('documentExpiresOn')}
            </View>
            <View className="who__side">
              {sex ? sexWord(sex) : ''} {candidate.birthDate} 出生 {mark('birthDate')}
            </View>
            <View className="who__side">{origin ? originWord(origin) : ''}</View>
          </View>
        </View>
        {candidate.name !== null && looksLikeTrial(candidate.name) ? (
          <NoticeBar tone="warn" title={doubtWord('trial-name')}>
            请核对是不是证件上的真实姓名；不是的请退回修改。
          </NoticeBar>
        ) : null}
        {photoFaults.length > 0 || isGrey ? (
          <NoticeBar tone="warn" title="照片请看一下">
            {isGrey ? <View id="photo-grey">{doubtWord('photo-grey')}</View> : null}
            {photoFaults.map((code) => (
              <View key={code}>{FAULT_WORDS[code]}</View>
            ))}
          </NoticeBar>
        ) : null}
        {mark('photo')}
      </Card>
      <Group>
        {phone ? (
          <Cell
            id="call-candidate"
            title="手机"
            value={
              <>
                {phone} {mark('phone')}
              </>
            }
            label={`给 ${phone} 打电话`}
            onTap={() => dial(phone)}
          />
        ) : null}
        {CONTACT_FIELDS.map((field) =>
          candidate[field] ? <Cell key={field} title={contactFieldWord(field)} value={candidate[field]} /> : null,
        )}
      </Group>
    </>
  );
}
