/** What a card of a silent round will say about its writer. Announced before the first word. */
export const roundAuthorships = ['named', 'organisation', 'anonymous'] as const
