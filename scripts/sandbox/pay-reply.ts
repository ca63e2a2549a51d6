import { z } from 'zod';

/** What a merchant gets: JSON that will be signed (null: an empty 204), or a file. */
export type Reply = { status: number; body: unknown } | { file: string };

export const refused = (status: number, code: string, message: string): Reply => ({ status, body: { code, message } });

export const tradeNo = z.string().regex(/^[\w\-|*]{6,32}$/);
export const amountFen = z.number().int().min(1).max(100_000_000);
