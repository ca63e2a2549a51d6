import { overview as contract } from '@jikaotong/shared/contract';
import { type Route, query } from '../../platform/http';
import { staffSession } from '../sittings';
import { countsOf } from './session-counts';

const getSessionCounts = query(contract.getSessionCounts, async (c) =>
  countsOf(c.h, await staffSession(c, contract.getSessionCounts.who), c.now.day),
);

export const routes: Route[] = [getSessionCounts];
