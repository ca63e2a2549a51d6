import { AUDIT_CODES, AUDIT_TOPICS } from '../contract';
import { code, data, instant, nullable, openCode, text } from './columns';
import { defineList } from './define-list';

/** Who did it: a colleague, a candidate, or the system by itself. */
export const AUDIT_ACTORS = ['staff', 'candidate', 'system'] as const;

/** What happened in a body, latest first: codes, ids and values that are not personal. */
export const auditList = defineList({
  name: 'audit',
  path: '/staff/bodies/:id/audit',
  within: 'body',
  who: ['administrator'],
  columns: {
    at: instant(),
    topic: code(AUDIT_TOPICS),
    event: openCode(AUDIT_CODES),
    actorKind: code(AUDIT_ACTORS),
    /** A colleague's name; candidates are not named here. */
    actor: nullable(text()),
    about: data(),
    values: data(),
  },
  filters: {
    q: { by: 'words', columns: ['actor'] },
    topic: { by: 'codes', column: 'topic' },
    event: { by: 'codes', column: 'event' },
    actorKind: { by: 'codes', column: 'actorKind' },
    at: { by: 'days', column: 'at' },
    /** The id of anything the event names, such as an application's. */
    about: { by: 'equal', column: 'about' },
  },
  order: { by: ['at'], first: '-at' },
});
