import { orderList } from '@jikaotong/shared/lists';
import { serveList } from '../../platform/lists';
import { orderSource } from './order-list.repository';

export const { routes } = serveList(orderList, { ...orderSource, acts: {} });
