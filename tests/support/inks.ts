import type { Inks } from '#shared/layout/card/placed.ts'

/** What a card is drawn with, for tests that look at where things lie. */
export const inks: Inks = {
  ink: 'ink',
  quiet: 'ink-quiet',
  family: 'fam-commit',
  soft: 'fam-commit-soft',
  band: 'fam-commit-soft',
  attention: 'attention',
  ground: 'card',
}
