/** So many rows are worked on in one go: a few milliseconds of everybody's time. */
const AT_A_TIME = 50;

/** The things of a long list one by one; after some of them whoever waits for the loop has a turn. */
export async function* lettingOthersIn<T>(things: Iterable<T>, atATime = AT_A_TIME): AsyncGenerator<T> {
  let done = 0;
  for (const thing of things) {
    yield thing;
    done += 1;
    if (done % atATime === 0) await new Promise(setImmediate);
  }
}
