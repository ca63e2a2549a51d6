import { type Fen, fen } from '@jikaotong/shared/kernel';
import { type Handle, findLocked, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { isAlarming } from './text-message.policy';
import { type TextMessageMonth, textMessageMonthRecord, textMessageRecord } from './text-message.record';

export type NewTextMessage = {
  readonly accountId: string;
  readonly messageId: string;
  readonly bodyId: string;
  readonly matter: string;
  readonly parts: number;
  readonly month: string;
  readonly partFen: Fen;
  readonly mostAMonth: number;
  readonly nowMs: number;
};

/** `taken`: the matter was told already, or is being told; `full`: the month has no message left. */
export type Claim = { readonly id: string; readonly isAlarming: boolean } | 'taken' | 'full';

/**
 * Claims a matter and its place in the month, before anything is sent. A claim is given back only where surely nothing
 * went out: after a crash in between, no second one goes.
 */
export async function claimMatter(h: Handle, given: NewTextMessage): Promise<Claim> {
  const { accountId, messageId, bodyId, matter, parts, nowMs } = given;
  const id = newId();
  const row = { id, accountId, messageId, bodyId, matter, state: 'sending' as const, parts, receipt: null };
  try {
    await insert(h, textMessageRecord, { ...row, sentAt: nowMs });
  } catch (error) {
    if (isDuplicate(error, 'uq_text_message_matter')) return 'taken';
    throw error;
  }
  const before = await monthLocked(h, given);
  if (before.parts + parts > given.mostAMonth) {
    await h.repo(textMessageRecord).delete({ id });
    await changeMonth(h, before, { heldBack: before.heldBack + 1 });
    return 'full';
  }
  await changeMonth(h, before, {
    sent: before.sent + 1,
    parts: before.parts + parts,
    fen: fen(before.fen + parts * given.partFen),
  });
  return { id, isAlarming: isAlarming(before.parts, before.parts + parts, given.mostAMonth) };
}

/** Gives a claim back whose message surely never left. */
export async function giveBack(h: Handle, id: string, given: NewTextMessage): Promise<void> {
  const claimed = await h.repo(textMessageRecord).delete({ id, state: 'sending' });
  if (claimed.affected !== 1) return;
  const month = await monthLocked(h, given);
  await changeMonth(h, month, {
    sent: month.sent - 1,
    parts: month.parts - given.parts,
    fen: fen(month.fen - given.parts * given.partFen),
  });
}

export const noteSent = (h: Handle, id: string, receipt: string | null): Promise<number> =>
  updateWhere(
    h,
    textMessageRecord,
    { id, state: 'sending' },
    receipt === null ? { state: 'unsure' } : { state: 'sent', receipt: receipt.slice(0, 64) },
  );

/** The months of a body in which there was something, newest first. */
export const listMonths = (h: Handle, bodyId: string, most: number): Promise<TextMessageMonth[]> =>
  h.repo(textMessageMonthRecord).find({ where: { bodyId }, order: { month: 'DESC' }, take: most });

type Month = Pick<TextMessageMonth, 'bodyId' | 'month'>;

/** The month, made where there was none, and ours until the transaction ends. */
async function monthLocked(h: Handle, { bodyId, month }: Month): Promise<TextMessageMonth> {
  // the row stands first: an INSERT that met another's would keep a shared lock
  await h.run(NONE_YET[h.dialect], [bodyId, month]);
  const found = await findLocked(h, textMessageMonthRecord, { bodyId, month });
  if (!found) throw new Error('a month was made and is gone');
  return found;
}

const COLUMNS =
  'INSERT INTO text_message_month (body_id, month, sent, parts, fen, held_back) VALUES (?, ?, 0, 0, 0, 0)';
const NONE_YET: Readonly<Record<Handle['dialect'], string>> = {
  mysql: `${COLUMNS} ON DUPLICATE KEY UPDATE sent = sent`,
  sqlite: `${COLUMNS} ON CONFLICT (body_id, month) DO NOTHING`,
};

const changeMonth = (h: Handle, { bodyId, month }: Month, set: Partial<TextMessageMonth>): Promise<number> =>
  updateWhere(h, textMessageMonthRecord, { bodyId, month }, set);
