import type { DocumentType, Origin } from '../../notice';

/** Where a document comes from tells where its owner does. */
export function originOfDocument(type: DocumentType): Origin {
  if (type.startsWith('hongkong') || type === 'macau-id') return 'hongkong-macau';
  if (type.startsWith('taiwan')) return 'taiwan';
  return type === 'passport' || type === 'foreign-permanent-resident-id' ? 'foreign' : 'mainland';
}
