/** Who of the staff may hold the key of a draw while marks are given. */
export const KEY_HOLDERS = ['exam-officer', 'administrator'] as const;
