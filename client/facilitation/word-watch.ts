/** Letters that follow one another this fast are somebody writing; nobody strikes two key commands that quickly. */
const WITHIN_MS = 350

/**
 * Tells words from key commands. Somebody who writes before a card is open would otherwise turn tools, views and cards
 * with every letter of their sentence; the first letter may still be a command, the ones right after it are not.
 */
export class WordWatch {
  private lastAt = -Infinity

  /** Takes note of a letter; true when it goes on with a word. */
  continues(atMs: number): boolean {
    const goesOn = atMs - this.lastAt < WITHIN_MS
    this.lastAt = atMs
    return goesOn
  }
}
