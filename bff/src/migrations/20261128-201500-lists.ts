import {
  type Migration,
  type Schema,
  bigint,
  id,
  instant,
  int,
  json,
  key,
  nullable,
  ref,
  text,
  word,
} from '../platform/db';

/** What lists stand on: the audit by body, who works for a body, and choices of many rows. */
export const listTables: Migration = {
  name: '20261128-201500-lists',
  up: async (schema) => {
    await schema.addColumns('audit_event', { bodyId: nullable(ref()) });
    await placeEvents(schema);
    await schema.addKeys('audit_event', { index: { ix_audit_event_body: ['bodyId', 'at', 'id'] } });
    await schema.table(
      'staff_member',
      { bodyId: key(36), accountId: key(36), name: text(128), shownName: text(128), since: instant() },
      {
        index: {
          ix_staff_member_name: ['bodyId', 'name', 'accountId'],
          ix_staff_member_shown: ['bodyId', 'shownName', 'accountId'],
          ix_staff_member_since: ['bodyId', 'since', 'accountId'],
          ix_staff_member_account: ['accountId'],
        },
        foreign: { fk_staff_member_account: { column: 'accountId', references: 'account', onDelete: 'CASCADE' } },
      },
    );
    await schema.run(
      `INSERT INTO staff_member (body_id, account_id, name, shown_name, since)
       SELECT g.body_id, g.account_id, s.subject, COALESCE(a.display_name, s.subject), MIN(g.granted_at)
       FROM staff_grant g JOIN account a ON a.id = g.account_id
       JOIN sign_in s ON s.account_id = g.account_id AND s.kind = 'password'
       WHERE NOT EXISTS (SELECT 1 FROM staff_member m WHERE m.body_id = g.body_id AND m.account_id = g.account_id)
       GROUP BY g.body_id, g.account_id, s.subject, a.display_name`,
    );
    await schema.table(
      'selection',
      {
        id: id(),
        list: text(40),
        withinId: ref(),
        act: text(40),
        needs: nullable(json()),
        accountId: ref(),
        state: word(),
        total: int(),
        takesBackId: nullable(ref()),
        takenBackById: nullable(ref()),
        madeAt: instant(),
      },
      { index: { ix_selection_made: ['madeAt'] } },
    );
    await schema.table(
      'selection_row',
      {
        selectionId: key(36),
        rowId: key(36),
        version: bigint(),
        versionAfter: nullable(bigint()),
        state: word(),
        code: nullable(text(60)),
        data: nullable(json()),
      },
      {
        index: { ix_selection_row_state: ['selectionId', 'state', 'rowId'] },
        foreign: { fk_selection_row: { column: 'selectionId', references: 'selection', onDelete: 'CASCADE' } },
      },
    );
  },
};

/** Tables with a body, by the name under which events carry the ids of their rows. */
const PLACES = [
  ['sessionId', 'event'],
  ['applicationId', 'candidate'],
  ['caseId', 'open_case'],
  ['orderId', 'pay_order'],
  ['entryId', 'candidate'],
  ['noticeId', 'notice'],
  ['draftId', 'notice_draft'],
] as const;

/** Gives events noted so far the body that they, or the thing they name, belong to; colleagues' own ones theirs. */
async function placeEvents(schema: Schema): Promise<void> {
  const named = (name: string) =>
    schema.dialect === 'sqlite' ? `json_extract(ids, '$.${name}')` : `JSON_UNQUOTE(JSON_EXTRACT(ids, '$.${name}'))`;
  const found = PLACES.map(([name, table]) => `(SELECT t.body_id FROM ${table} t WHERE t.id = ${named(name)})`);
  const staff = (account: string) => `(SELECT MIN(g.body_id) FROM staff_grant g WHERE g.account_id = ${account})`;
  const bodies = [named('bodyId'), ...found, staff(named('accountId')), staff('actor_id')];
  await schema.run(`UPDATE audit_event SET body_id = COALESCE(${bodies.join(', ')}) WHERE body_id IS NULL`);
}
