/** The weights that cards are written in. Each has a file of its own for pictures made by the server. */
export type FontWeight = 400 | 600 | 700

/** Everything about letters that their width depends on. */
export interface TextStyle {
  /** Letter size in board units. */
  size: number
  weight: FontWeight
}
