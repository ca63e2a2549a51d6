import { moneyCaseList, peopleCaseList } from '@jikaotong/shared/lists';
import { serveList } from '../../platform/lists';
import { moneyCaseSource, peopleCaseSource } from './case-list.repository';

export const routes = [
  ...serveList(peopleCaseList, { ...peopleCaseSource, acts: {} }).routes,
  ...serveList(moneyCaseList, { ...moneyCaseSource, acts: {} }).routes,
];
