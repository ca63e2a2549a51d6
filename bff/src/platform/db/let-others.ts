/** So long a list is worked on in one go: whoever waits passes several such turns, one at each step of an answer. */
const GO_MS = 1;

/** The things of a long list one by one; in between whoever waits for the loop has a turn. */
export async function* lettingOthersIn<T>(things: Iterable<T>): AsyncGenerator<T> {
  let until = performance.now() + GO_MS;
  for (const thing of things) {
    yield thing;
    if (performance.now() < until) continue;
    await ownTurn();
    until = performance.now() + GO_MS;
  }
}

let lastTurn = Promise.resolve();

/** One list in a round of the loop: with many at once everybody else would wait for all of them. */
const ownTurn = (): Promise<void> => (lastTurn = lastTurn.then(() => new Promise(setImmediate)));
