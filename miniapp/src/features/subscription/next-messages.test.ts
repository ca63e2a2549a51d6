import { describe, expect, it } from 'vitest';
import { templatesToAsk } from './next-messages';

const codes = [
  'application-returned',
  'application-approved',
  'application-rejected',
  'payment-reminder',
  'ticket-issued',
  'exam-reminder',
  'session-changed',
  'notice-changed',
  'contest-opens',
];
const templates = codes.map((code) => ({ code, templateId: `of-${code}` }));
const none = new Set<string>();

describe('what is asked for', () => {
  it('is what comes next, three at most', () => {
    expect(templatesToAsk('submit', { templates, refused: none })).toEqual([
      'of-application-returned',
      'of-application-approved',
      'of-payment-reminder',
    ]);
    expect(templatesToAsk('submit-free', { templates, refused: none })).toContain('of-ticket-issued');
    expect(templatesToAsk('pay', { templates, refused: none })).toEqual([
      'of-ticket-issued',
      'of-session-changed',
      'of-exam-reminder',
    ]);
    expect(templatesToAsk('follow', { templates, refused: none })).toEqual(['of-notice-changed']);
    expect(templatesToAsk('remind', { templates, refused: none })).toEqual(['of-contest-opens']);
  });

  it('makes room for the next one where a template was refused for good', () => {
    const refused = new Set(['of-application-returned']);
    expect(templatesToAsk('submit', { templates, refused })).toEqual([
      'of-application-approved',
      'of-payment-reminder',
      'of-application-rejected',
    ]);
  });

  it('names a template once that serves several messages', () => {
    const shared = codes.map((code) => ({ code, templateId: code.startsWith('application') ? 'review' : code }));
    expect(templatesToAsk('submit', { templates: shared, refused: none })).toEqual(['review', 'payment-reminder']);
  });

  it('is nothing where nothing is configured, or all is switched off', () => {
    expect(templatesToAsk('submit', { templates: [], refused: none })).toEqual([]);
    expect(templatesToAsk('submit', { templates, refused: 'all' })).toEqual([]);
  });
});
