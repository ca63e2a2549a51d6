import { expect, it } from 'vitest';
import { attemptStatesThatAre, receiptStatesThatAre, refundStatesThatAre } from './money-states';

it('says where money may still come from', () => {
  expect(attemptStatesThatAre('pending')).toEqual(['created', 'prepaid']);
  expect(attemptStatesThatAre('unpaid')).toEqual(['created', 'prepaid', 'closed', 'failed']);
  expect(receiptStatesThatAre('money')).toEqual(['claimed', 'confirmed']);
});

it('says what of a refund waits, and for whom', () => {
  expect(refundStatesThatAre('decidable')).toEqual(['requested', 'failed']);
  expect(refundStatesThatAre('decided')).toEqual(['approved', 'processing']);
  expect(refundStatesThatAre('unended')).toEqual(['requested', 'approved', 'processing']);
});
