import type { Contact } from '@jikaotong/shared/notice';
import type { Handle } from '../../platform/db';
import { listNoticeRows, loadNotice } from '../notices';

export type Handler = { readonly id: string; readonly name: string; contacts: Contact[] };

/** The bodies that have notices, each with the contacts of its latest one that print any. */
export async function handlersOf(h: Handle): Promise<Handler[]> {
  const handlers = new Map<string, Handler>();
  // the newest year comes first
  for (const { id } of await listNoticeRows(h)) {
    const { body, contacts } = (await loadNotice(h, id)).notice;
    const known = handlers.get(body.id);
    if (!known) handlers.set(body.id, { id: body.id, name: body.name, contacts: [...contacts] });
    else if (known.contacts.length === 0) known.contacts = [...contacts];
  }
  return [...handlers.values()];
}
