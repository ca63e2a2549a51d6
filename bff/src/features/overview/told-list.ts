import type { toldList } from '@jikaotong/shared/lists';
import type { ListSource } from '../../platform/lists';
import { bodyOfSession, offeringNamesOf } from '../sessions';

type Source = ListSource<(typeof toldList)['columns'], (typeof toldList)['filters']>;

/** What staff told, each with how its message came. */
export const toldSource = {
  table: 'staff_message w',
  joins: `JOIN candidate c ON c.id = w.candidate_id
          LEFT JOIN message m ON m.id = w.message_id
          LEFT JOIN account a ON a.id = w.by_account_id`,
  indexes: { at: 'ix_staff_message_session' },
  within: 'w.session_id',
  id: 'w.id',
  version: '0',
  cells: {
    // what is told may outlive the name
    name: "COALESCE(c.name, '')",
    offering: 'c.offering_code',
    template: 'w.template',
    delivery: `CASE WHEN m.read_at IS NOT NULL THEN 'read' WHEN m.went_out_by IS NOT NULL THEN m.went_out_by
               WHEN m.account_id IS NULL THEN 'unclaimed' ELSE 'in-app' END`,
    at: 'w.at',
    by: "COALESCE(a.display_name, '')",
  },
  names: { offering: offeringNamesOf },
  bodyOf: bodyOfSession,
} satisfies Omit<Source, 'acts'>;
