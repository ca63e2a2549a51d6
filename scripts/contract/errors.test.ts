import { REFUSAL_STATUS } from '@jikaotong/shared/contract';
import { describe, expect, it } from 'vitest';
import { everyEndpoint } from './endpoints';
import { errorCatalogue } from './errors';

describe('the catalogue of refusals', () => {
  const catalogue = errorCatalogue(everyEndpoint());

  it('names every code once, with a sentence', () => {
    expect(catalogue.map(({ code }) => code)).toEqual(Object.keys(REFUSAL_STATUS));
    expect(catalogue.filter(({ sentence }) => sentence === '')).toEqual([]);
  });

  it('names who says a code', () => {
    expect(catalogue.find(({ code }) => code === 'seats-short')?.endpoints).not.toHaveLength(0);
  });

  it('knows who says each code: an endpoint, one row of many, or the rules on the phone before anything is sent', () => {
    const ofOneRow = [
      'look-first',
      'message-unfit',
      'told-already',
      'no-channel',
      'imported-by-another',
      'done-by-another',
    ];
    const onThePhone = ['statements-not-confirmed', 'not-passed', 'line-objected', 'paid-by-unit'];
    const unsaid = catalogue.filter(({ endpoints }) => endpoints.length === 0).map(({ code }) => code);
    expect(unsaid.toSorted()).toEqual([...ofOneRow, ...onThePhone].toSorted());
  });
});
