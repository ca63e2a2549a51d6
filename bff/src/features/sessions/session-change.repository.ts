import { type Handle, insert, updateWhere } from '../../platform/db';
import { type SessionChange, sessionChangeRecord } from './session-change.record';

export const addSessionChange = (h: Handle, change: SessionChange): Promise<void> =>
  insert(h, sessionChangeRecord, change);

/** Completes the row of an act in its own transaction: how many people were told. */
export const noteTold = (h: Handle, id: string, told: number): Promise<number> =>
  updateWhere(h, sessionChangeRecord, { id }, { told });

export const findSessionChange = (h: Handle, id: string): Promise<SessionChange | null> =>
  h.repo(sessionChangeRecord).findOneBy({ id });

/** The acts on a session, the newest first. */
export const listSessionChanges = (h: Handle, sessionId: string): Promise<SessionChange[]> =>
  h.repo(sessionChangeRecord).find({ where: { sessionId }, order: { id: 'DESC' } });
