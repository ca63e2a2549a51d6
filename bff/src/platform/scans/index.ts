export { type ScanPage, type ScanRefusal, pagesOfScan, readScan } from './read-scan';
