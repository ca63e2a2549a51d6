import { describe, expect, it } from 'vitest';
import type { DocumentLeaf, DocumentTree } from '../../notice';
import { type Attached, checklistOf, provisionsOf } from './index';

const leaf = (document: string): DocumentLeaf => ({
  kind: 'document',
  document,
  printed: document,
  source: { clause: '附件1', quote: document },
});
const everybody = [leaf('application-form')];
const file = (document: string): Attached => ({ document, fileCount: 1, number: null });
const number = (document: string, text: string): Attached => ({ document, fileCount: 0, number: text });
const chosen = (document: string): Attached => ({ document, fileCount: 0, number: null });
const missing = (route: DocumentTree | null, ...attached: Attached[]) =>
  checklistOf({ everybody, route, attached }).missing;

const commitment: DocumentTree = leaf('work-commitment-letter');
const experienced: DocumentTree = {
  kind: 'allOf',
  of: [leaf('certificate-original-or-number'), leaf('work-experience-letter')],
};
const technical: DocumentTree = { kind: 'anyOf', of: [leaf('diploma'), leaf('education-letter')] };
const college: DocumentTree = {
  kind: 'allOf',
  of: [
    leaf('certificate-original-or-number'),
    { kind: 'anyOf', of: [leaf('chsi-code'), leaf('paper-authentication')] },
  ],
};

describe('checklistOf', () => {
  it('asks for nothing that we write ourselves', () => {
    expect(missing(commitment)).toEqual([]);
    expect(checklistOf({ everybody, route: null, attached: [] }).complete).toBe(true);
  });

  it('takes a certificate as scan or by its number, not a blank one', () => {
    expect(missing(experienced)).toEqual([[['certificate-original-or-number']]]);
    expect(missing(experienced, file('certificate-original-or-number'))).toEqual([]);
    expect(missing(experienced, number('certificate-original-or-number', '1234567890123456'))).toEqual([]);
    expect(missing(experienced, number('certificate-original-or-number', '  '))).toEqual([
      [['certificate-original-or-number']],
    ]);
  });

  it('lets a letter among alternatives count only when chosen', () => {
    expect(missing(technical)).toEqual([[['diploma'], ['education-letter']]]);
    expect(missing(technical, chosen('education-letter'))).toEqual([]);
    expect(missing(technical, chosen('diploma'))).toEqual([[['diploma'], ['education-letter']]]);
    expect(missing(technical, file('diploma'))).toEqual([]);
  });

  it('needs one of the alternatives beside the rest', () => {
    expect(missing(college, number('chsi-code', 'A1B2'))).toEqual([[['certificate-original-or-number']]]);
    expect(missing(college, file('certificate-original-or-number'))).toEqual([
      [['chsi-code'], ['paper-authentication']],
    ]);
    expect(missing(college, file('certificate-original-or-number'), file('paper-authentication'))).toEqual([]);
  });

  it('keeps "1. and 2." together inside an alternative', () => {
    const nested: DocumentTree = { kind: 'anyOf', of: [college, leaf('diploma')] };
    expect(missing(nested, number('chsi-code', 'A1B2'))).toEqual([
      [['certificate-original-or-number'], ['certificate-original-or-number', 'paper-authentication'], ['diploma']],
    ]);
  });

  it('shows each paper in the words of the notice with how it may come in', () => {
    const { groups } = checklistOf({ everybody, route: college, attached: [] });
    expect(groups.map((group) => group.alternatives.map((items) => items.map((item) => item.provisions)))).toEqual([
      [[['upload', 'number']]],
      [[['number', 'upload']], [['upload', 'number']]],
      [[['generated']]],
    ]);
    expect(groups[0]?.alternatives[0]?.[0]?.source).toEqual({
      clause: '附件1',
      quote: 'certificate-original-or-number',
    });
    expect(provisionsOf('union-card')).toEqual(['upload']);
  });
});
