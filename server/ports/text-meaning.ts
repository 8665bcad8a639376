/**
 * What texts mean, as directions: those that mean something alike point alike. A service that whoever runs the
 * installation has chosen; without one there are no proposals, and no word leaves.
 */
export interface TextMeaning {
  /** Who reads the texts, to be told to people before anything is sent. */
  readonly service: { host: string; model: string }
  /**
   * One direction per text, in their order and all of one length.
   *
   * @throws Problem meaning_unavailable when the service does not answer, or with something else
   */
  directionsOf(texts: readonly string[]): Promise<number[][]>
}
