import { type ReviewView, applications } from '@jikaotong/shared/contract';
import { isOutdated, useCommand } from '../../platform';
import { BigButton, RefusalMessage, Sheet } from '../../ui';
import { RemarksPart, useRemarks } from './remarks-part';

type Props = { review: ReviewView; onClose: () => void; onDone: () => void; onLate: () => void };

/** Sends an application back to be mended. */
export function ReturnSheet({ review, onClose, onDone, onLate }: Props) {
  const remarks = useRemarks();
  const send = useCommand(applications.returnApplication);
  const go = async () => {
    const taken = remarks.take();
    if (!taken) return;
    const reply = await send.run({ params: { id: review.id }, body: { version: review.version, remarks: taken } });
    if (reply.ok) onDone();
    else if (isOutdated(reply.code)) onLate();
  };
  return (
    <Sheet
      title="退回修改"
      onClose={onClose}
      action={
        <BigButton
          id="send-return"
          text={remarks.count > 0 ? `退回，请考生修改 ${remarks.count} 处` : '请先选要修改的地方'}
          busy={send.busy}
          disabled={remarks.count === 0}
          onTap={() => void go()}
        />
      }
    >
      <RefusalMessage refusal={send.refusal} />
      <RemarksPart remarks={remarks} />
    </Sheet>
  );
}
