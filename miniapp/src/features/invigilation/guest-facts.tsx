import type { DutyListView, DutyView } from '@jikaotong/shared/contract';
import { doorNoteWord, documentTypeWord, examDayWords, subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { NoticeBar, Picture } from '../../ui';
import { photosOf } from './kept-door';
import './invigilation.scss';

type Guest = DutyListView['guests'][number];

/** Photo, name, seat and what is accepted as a document, large. */
export function GuestFacts({ guest, duty }: { guest: Guest; duty: DutyView }) {
  const jpeg = photosOf(duty.id)[guest.sittingId];
  return (
    <>
      <View className="door-guest">
        {jpeg ? (
          <Picture
            className="door-guest__photo"
            src={`data:image/jpeg;base64,${jpeg}`}
            mode="aspectFit"
            label={`${guest.name}的照片`}
          />
        ) : (
          <View className="door-guest__photo door-guest__photo--none">
            {guest.notes.includes('no-photo') ? '没有照片' : '手机上没有照片'}
          </View>
        )}
        <View className="door-guest__facts">
          <View className="door-guest__name">{guest.name}</View>
          <View className="door-guest__seat">{guest.seat} 号座位</View>
          <View>
            {documentTypeWord(guest.documentType)} 后四位 {guest.documentTail}
          </View>
          <View>{guest.ticketNumber ?? `没有${examDayWords(duty.ofStage).ticket}`}</View>
          <View>
            {guest.offering} {subjectWord(guest.subject)}
          </View>
        </View>
      </View>
      {guest.documents.length > 0 ? (
        <View className="door-guest__accepts">
          可用证件：{guest.documents.map(documentTypeWord).join('、')}（原件）
        </View>
      ) : null}
      {guest.notes.map((one) => (
        <NoticeBar key={one} tone="warn">
          {doorNoteWord(one)}
        </NoticeBar>
      ))}
    </>
  );
}
