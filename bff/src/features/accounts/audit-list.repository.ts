import { AUDIT_TOPICS, type AuditTopic, auditCodesOf, auditTopicOf } from '@jikaotong/shared/contract';
import type { auditList } from '@jikaotong/shared/lists';
import { placeholders } from '../../platform/db';
import type { Condition, ListSource } from '../../platform/lists';

type Source = ListSource<(typeof auditList)['columns'], (typeof auditList)['filters'], Readonly<Record<never, never>>>;

const isTopic = (code: string): code is AuditTopic => AUDIT_TOPICS.some((topic) => topic === code);

/** A topic is its codes: the table holds those only. */
function topicsAmong(codes: readonly string[]): Condition {
  const events = codes.filter(isTopic).flatMap(auditCodesOf);
  return { sql: `e.code IN (${placeholders(events)})`, params: events };
}

/** The audit of a body, with the names of colleagues. */
export const auditSource: Source = {
  table: 'audit_event e',
  joins: `LEFT JOIN account a ON a.id = e.actor_id
          LEFT JOIN sign_in s ON s.account_id = a.id AND s.kind = 'password'`,
  indexes: { at: 'ix_audit_event_body' },
  within: 'e.body_id',
  id: 'e.id',
  version: '0',
  cells: {
    at: 'e.at',
    topic: { expr: 'e.code', read: (code) => auditTopicOf(String(code)) },
    event: 'e.code',
    actorKind: "CASE WHEN e.actor_id IS NULL THEN 'system' WHEN a.kind = 'staff' THEN 'staff' ELSE 'candidate' END",
    actor: "CASE WHEN a.kind = 'staff' THEN COALESCE(a.display_name, s.subject) END",
    about: 'e.ids',
    values: 'e.`values`',
  },
  filters: {
    topic: (wish) => topicsAmong(wish.by === 'codes' ? wish.codes : []),
    about: (wish) => ({
      sql: "e.ids LIKE ? ESCAPE '!'",
      params: [`%"${(wish.by === 'equal' ? wish.value : '').replaceAll(/[!%_"]/g, '!$&')}"%`],
    }),
  },
  acts: {},
};
