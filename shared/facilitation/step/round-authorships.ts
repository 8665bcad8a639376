/**
 * What a card of a silent round will say about its writer, what tells most first. Announced before the first word.
 */
export const roundAuthorships = ['named', 'organisation', 'anonymous'] as const
export type RoundAuthorship = (typeof roundAuthorships)[number]

/** The one of two that tells less. */
export const stricterOf = (a: RoundAuthorship, b: RoundAuthorship): RoundAuthorship =>
  roundAuthorships.indexOf(a) >= roundAuthorships.indexOf(b) ? a : b
