import { type RegistrationView, registrations } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { Cell, Group, RefusalMessage } from '../../ui';
import { PortraitPicker } from '../application';

type Props = { notice: Notice; listed: NonNullable<RegistrationView['listed']> };

/** The organiser's list brings no photo: whoever wants it on the ticket adds one. */
export function ListedPhoto({ notice, listed }: Props) {
  const add = useCommand(registrations.addListedPhoto);
  const [shown, setShown] = useState(false);
  if (!shown)
    return (
      <Group>
        <Cell
          id="listed-photo"
          title="证件照片"
          note={listed.photoUrl ? '印在参赛证上' : '可以不传：官网名单没有照片，入场时核对身份证件原件'}
          value={listed.photoUrl ? '已有' : '添加'}
          onTap={() => setShown(true)}
        />
      </Group>
    );
  const send = async (photoFileId: string) => {
    const reply = await add.run({ params: { id: notice.id }, body: { photoFileId } });
    if (reply.ok) toast('照片已保存');
  };
  return (
    <>
      <PortraitPicker
        rule={notice.photo}
        known={listed.photoUrl ?? null}
        keeping={null}
        onUploaded={(photoFileId) => void send(photoFileId)}
      />
      <RefusalMessage refusal={add.refusal} />
    </>
  );
}
