import { randomInt } from 'node:crypto';
import { type LocalDate, tidyCapitals } from '@jikaotong/shared/kernel';
import { In } from 'typeorm';
import { type Handle, insert, isDuplicate, updateWhere } from '../../platform/db';
import { type Poster, posterRecord } from './poster.record';

/** Letters and digits that nobody mixes up when typing. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 7;

const newCode = (): string => Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** Gives a notice its code unless it has one. */
export async function ensurePoster(h: Handle, noticeId: string, nowMs: number): Promise<void> {
  while (!(await h.repo(posterRecord).existsBy({ noticeId }))) {
    try {
      await insert(h, posterRecord, { code: newCode(), noticeId, withdrawnOn: null, createdAt: nowMs });
    } catch (error) {
      // drawn before, or given by somebody else meanwhile: look again
      if (!isDuplicate(error)) throw error;
    }
  }
}

export const findPoster = (h: Handle, code: string): Promise<Poster | null> =>
  h.repo(posterRecord).findOneBy({ code: tidyCapitals(code) });

export const postersOf = (h: Handle, noticeIds: readonly string[]): Promise<Poster[]> =>
  h.repo(posterRecord).find({ where: { noticeId: In([...noticeIds]) } });

export const setWithdrawn = (h: Handle, code: string, withdrawnOn: LocalDate | null): Promise<number> =>
  updateWhere(h, posterRecord, { code }, { withdrawnOn });
