import type { unitList } from '@jikaotong/shared/lists';
import type { ListSource } from '../../platform/lists';
import { phoneIndexOf } from '../accounts';

type Source = ListSource<(typeof unitList)['columns'], (typeof unitList)['filters']>;

/** The units of a body. */
export const unitSource = {
  table: 'unit u',
  joins: '',
  indexes: { registeredAt: 'ix_unit_registered', name: 'ix_unit_name' },
  within: 'u.body_id',
  id: 'u.id',
  version: 'u.version',
  cells: {
    name: 'u.name',
    kind: 'u.kind',
    code: 'u.code',
    state: 'u.state',
    contested: `CASE WHEN u.code IS NOT NULL AND u.code_key IS NULL AND u.state <> 'rejected' THEN 1 ELSE 0 END`,
    agents: '(SELECT COUNT(*) FROM unit_agent a WHERE a.unit_id = u.id AND a.live_key IS NOT NULL)',
    registeredAt: 'u.registered_at',
    phone: {
      sealed: 'u.contact_phone',
      row: 'u.id',
      place: { table: 'unit', column: 'contactPhone' },
      found: (crypto, value) => {
        if (!/^\d{11}$/.test(value)) return null;
        const index = phoneIndexOf(crypto, value);
        return {
          sql: `(u.contact_phone_index = ? OR EXISTS (SELECT 1 FROM unit_agent g
                 JOIN sign_in s ON s.account_id = g.account_id AND s.kind = 'phone' AND s.subject = ?
                 WHERE g.unit_id = u.id AND g.live_key IS NOT NULL))`,
          params: [index, index],
        };
      },
    },
  },
} satisfies Omit<Source, 'acts'>;
