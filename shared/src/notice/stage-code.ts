import * as z from 'zod/mini';

/** 初赛 · 复赛 · 决赛; their times are the windows of the same kind. */
export const StageCodeSchema = z.enum(['preliminary', 'semi-final', 'final']);
export type StageCode = z.infer<typeof StageCodeSchema>;

export const isStageCode = (text: string): text is StageCode => StageCodeSchema.safeParse(text).success;
