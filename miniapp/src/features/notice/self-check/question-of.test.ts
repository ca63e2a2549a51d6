import { describe, expect, it } from 'vitest';
import type { FactName } from '@jikaotong/shared/notice';
import { MOST_QUESTIONS, questionOf } from './question-of';

const none = { asked: [], unsure: [], reopened: null };
const miss = (...missing: FactName[]) => ({ missing });

describe('questionOf', () => {
  it('asks for what one offering misses, in its order', () => {
    expect(questionOf(none, [miss('birthDate', 'jobs')])).toBe('birthDate');
    expect(questionOf({ ...none, unsure: ['birthDate'] }, [miss('birthDate', 'jobs')])).toBe('jobs');
    expect(questionOf(none, [miss()])).toBeNull();
    expect(questionOf({ ...none, unsure: ['jobs'] }, [miss('jobs')])).toBeNull();
  });

  it('of several offerings asks what most of them miss, first seen first', () => {
    const levels = [miss('birthDate', 'jobs'), miss('certificates', 'jobs'), miss('certificates')];
    expect(questionOf(none, levels)).toBe('jobs');
    expect(questionOf({ ...none, unsure: ['jobs'] }, levels)).toBe('certificates');
  });

  it('stops after so many, but goes back to any', () => {
    const asked = Array.from({ length: MOST_QUESTIONS }, (_, index) => `declared.s${index}`);
    expect(questionOf({ ...none, asked }, [miss('jobs')])).toBeNull();
    expect(questionOf({ ...none, asked: asked.slice(1) }, [miss('jobs')])).toBe('jobs');
    expect(questionOf({ ...none, asked, reopened: 'titles' }, [miss('jobs')])).toBe('titles');
  });
});
