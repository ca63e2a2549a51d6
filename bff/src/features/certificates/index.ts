import type { Feature } from '../../platform/http';
import { certificateRecord } from './certificate.record';
import { routes } from './certificate.routes';

/** Certificates of those who passed, and their verification by anybody. */
export const feature: Feature = { name: 'certificates', records: [certificateRecord], routes };
