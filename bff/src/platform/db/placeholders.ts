/** `?, ?, ?`: a placeholder for each value of a list, for `IN (…)`. */
export const placeholders = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
