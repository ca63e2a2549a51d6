import type { Migration } from '../platform/db';

type Linked = {
  readonly id: string;
  readonly accountId: string;
  readonly phone: Uint8Array | null;
  readonly phoneIndex: string | null;
  readonly noted: number | string;
  readonly shared: number | string;
};

const LINKED = `SELECT c.id AS id, c.account_id AS accountId, a.phone AS phone, c.phone_index AS phoneIndex,
    EXISTS (SELECT 1 FROM contest_registration r
      WHERE r.account_key = c.account_key AND r.document_index = c.document_index AND r.name = c.name) AS noted,
    EXISTS (SELECT 1 FROM candidate o JOIN contest_entry f ON f.id = o.id
      WHERE f.listed_on IS NOT NULL AND o.scope = c.scope AND o.phone_index = c.phone_index
        AND o.document_index <> c.document_index) AS shared
  FROM candidate c JOIN contest_entry e ON e.id = c.id LEFT JOIN account a ON a.id = c.account_id
  WHERE e.listed_on IS NOT NULL AND c.account_id IS NOT NULL`;

/** An entry of a list belongs to an account that noted its document and name and proved its phone; any other lets go of it. */
export const provenListEntries: Migration = {
  name: '20261130-044700-proven-list-entries',
  up: async (schema, { crypto }) => {
    for (const { id, accountId, phone, phoneIndex, noted, shared } of await schema.rows<Linked>(LINKED)) {
      const place = { table: 'account', column: 'phone', row: accountId };
      const proven =
        phone !== null &&
        phoneIndex === crypto.blindIndex('application-phone', crypto.decryptField(place, Buffer.from(phone)));
      if (!proven || Number(noted) === 0 || Number(shared) > 0)
        await schema.run('UPDATE candidate SET account_id = NULL, account_key = NULL WHERE id = ?', [id]);
    }
  },
};
