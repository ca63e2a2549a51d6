// autocannon brings no types; this is the part that is used.
declare module 'autocannon' {
  type Options = {
    url: string;
    connections: number;
    /** Seconds, or until so many requests are answered. */
    duration?: number;
    amount?: number;
    headers?: Record<string, string>;
  };
  type Outcome = {
    '2xx': number;
    non2xx: number;
    errors: number;
    duration: number;
    latency: { p50: number; p99: number };
  };
  const autocannon: (options: Options) => Promise<Outcome>;
  export default autocannon;
}
