import { seatList } from '@jikaotong/shared/lists';
import { serveList } from '../../platform/lists';
import { seatSource as placed } from '../sittings';

/** The seats of a session, with what it rests on that somebody came, or did not. */
export const seatSource = {
  ...placed,
  cells: {
    ...placed.cells,
    basis: `CASE WHEN s.state NOT IN ('present', 'absent') THEN 'none'
      WHEN EXISTS (SELECT 1 FROM attendance n WHERE n.live_key = s.id) THEN 'door' ELSE 'marks' END`,
  },
};

export const { routes } = serveList(seatList, seatSource);
