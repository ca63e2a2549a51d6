/** So long after a tap a second one belongs to the same gesture: it was meant for what stood there before. */
const GESTURE_MS = 400;

/** A question of WeChat cannot wait for itself: it comes up once the gesture that asked for it is over. */
export const standStill = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, GESTURE_MS);
  });
