/** Time, injected so that tests decide about it. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number
  /** Runs once after `delayMs`; the returned function cancels. */
  after(delayMs: number, run: () => void): () => void
}
