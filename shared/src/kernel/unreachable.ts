/** Ends a `switch` over codes: a code that nobody handles fails to compile, and throws if it comes from outside. */
export function unreachable(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
