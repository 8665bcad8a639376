/** Our own letters; until they are there everything stands in the system's. Idempotent. */
export function bringLetters(): void {
  void import('./fonts.css').catch(() => undefined)
}
