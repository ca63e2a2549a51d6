import type { PeriodView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Contact } from '@jikaotong/shared/notice';
import type { Handle } from '../../platform/db';
import { listNoticeRows, loadNotice } from '../notices';
import { bodyPeriods } from './body-period.repository';
import { presentPeriods } from './body-period.routes';

export type Handler = {
  readonly id: string;
  readonly name: string;
  contacts: Contact[];
  readonly periods: PeriodView[];
};

/**
 * The bodies that have notices, each with the contacts of its latest one that print any, and the periods that are its own
 * or announced.
 */
export async function handlersOf(h: Handle, today: LocalDate): Promise<Handler[]> {
  const handlers = new Map<string, Handler>();
  const periods = await bodyPeriods(h);
  // the newest year comes first
  for (const { id } of await listNoticeRows(h)) {
    const { body, contacts } = (await loadNotice(h, id)).notice;
    const known = handlers.get(body.id);
    if (!known)
      handlers.set(body.id, {
        id: body.id,
        name: body.name,
        contacts: [...contacts],
        periods: presentPeriods(periods.get(body.id) ?? [], today).filter(({ own, announced }) => own ?? announced),
      });
    else if (known.contacts.length === 0) known.contacts = [...contacts];
  }
  return [...handlers.values()];
}
