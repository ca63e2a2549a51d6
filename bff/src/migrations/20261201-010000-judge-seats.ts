import { type Migration, instant, nullable, ref, sealedText } from '../platform/db';

/** A number is one judge of a part, and so is an account; what a judge gave who is no more can be left out of the marks. */
export const judgeSeats: Migration = {
  name: '20261201-010000-judge-seats',
  up: async (schema) => {
    await schema.addColumns('judge', {
      seatAccount: nullable(ref()),
      voidedAt: nullable(instant()),
      voidedBy: nullable(ref()),
      voidReason: nullable(sealedText(200)),
    });
    const judges = await schema.rows<{
      id: string;
      judging: string;
      phone: string | null;
      account: string | null;
      state: string;
    }>('SELECT id, judging_id AS judging, phone_index AS phone, account_id AS account, state FROM judge ORDER BY id');
    const [phones, accounts] = [new Set<string>(), new Set<string>()];
    // whoever judges comes before whoever does no more, then the first
    for (const judge of judges.toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))) {
      const phone = judge.phone && `${judge.judging}:${judge.phone}`;
      const account = judge.account && `${judge.judging}:${judge.account}`;
      const isOpen = judge.state === 'open';
      if ((phone !== null && phones.has(phone)) || (isOpen && account !== null && accounts.has(account))) {
        // a second place of the same person: what was marked there stays for staff to look at
        await schema.run(
          `UPDATE judge SET state = 'revoked', revoked_at = COALESCE(revoked_at, assigned_at),
             phone_index = NULL, link_hash = NULL, seat_account = NULL WHERE id = ?`,
          [judge.id],
        );
        continue;
      }
      if (phone !== null) phones.add(phone);
      if (!isOpen || account === null) continue;
      accounts.add(account);
      await schema.run('UPDATE judge SET seat_account = account_id WHERE id = ?', [judge.id]);
    }
    await schema.addKeys('judge', {
      unique: { uq_judge_phone: ['judgingId', 'phoneIndex'], uq_judge_account: ['judgingId', 'seatAccount'] },
    });
  },
};
