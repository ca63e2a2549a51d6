/** Who imports and publishes notices of a body. */
export const PUBLISHERS = ['publisher', 'administrator'] as const;
