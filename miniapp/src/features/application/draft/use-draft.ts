import { type ApplicationView, notices } from '@jikaotong/shared/contract';
import { type LocalDate, dayAt } from '@jikaotong/shared/kernel';
import { type Notice, type Offering, offeringOf } from '@jikaotong/shared/notice';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type Answer, scrollToRefusal, useAnswer } from '../../../platform';
import { useToday } from '../../demonstration';
import { type Saving, flush, onSaving, put, savingOf } from './draft-store';
import { useApplication } from './application-source';
import type { DraftParts } from './parts';

/** An application that may still be written in, with the notice it is written by. */
export type Draft = {
  readonly application: ApplicationView;
  readonly notice: Notice;
  readonly offering: Offering;
  readonly today: LocalDate;
  /** The day by which its facts are judged: today, or for a returned one the day it was handed in. */
  readonly on: LocalDate;
};

/** The draft of this id with its notice. */
export function useDraft(id: string, { enabled = true }: { enabled?: boolean } = {}): Answer<Draft> {
  const application = useApplication(id, enabled);
  const noticeId = application.state === 'ready' ? application.data.noticeId : '';
  const notice = useAnswer(notices.getNotice, { params: { id: noticeId } }, { enabled: noticeId !== '' });
  const today = useToday();
  const askedOn = useRef(today);
  useEffect(() => {
    // a day on which the page stood open may have been the last one
    if (askedOn.current !== today && application.state === 'ready') application.refresh();
    askedOn.current = today;
  }, [today, application]);
  if (application.state !== 'ready') return application;
  if (notice.state !== 'ready') return notice;
  const view = application.data;
  const offering = offeringOf(notice.data.notice, view.offering.code);
  if (!offering) throw new Error(`no offering ${view.offering.code} in ${noticeId}`);
  const on = view.submittedAt === null ? today : dayAt(view.submittedAt);
  const draft: Draft = { application: view, notice: notice.data.notice, offering, today, on };
  return { state: 'ready', data: draft, refresh: application.refresh };
}

/** How far saving has come, and the two ways to save: in a moment, or now. */
export function useSaving(id: string): {
  saving: Saving;
  put: (parts: DraftParts) => void;
  save: (parts?: DraftParts) => Promise<boolean>;
} {
  const read = () => savingOf(id);
  const saving = useSyncExternalStore(onSaving, read, read);
  return {
    saving,
    put: (parts) => put(id, parts),
    save: async (parts) => {
      if (parts) put(id, parts);
      const isSaved = await flush(id);
      if (!isSaved) scrollToRefusal();
      return isSaved;
    },
  };
}
