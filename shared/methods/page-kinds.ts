import type { ArtefactKind } from '../artefacts/kinds.ts'

/**
 * What is mostly written on the pages of the templates, by record id; everywhere else it is notes. Kept beside the
 * documents instead of in them, so that groups that began before this list gain by it.
 */
const kindOfPage: Partial<Record<string, ArtefactKind>> = {
  'page:preparation-interviews': 'quote',
  'page:problem-personas': 'persona',
  'page:solution-ideas': 'idea',
}

/** The kind of card that somebody means who just begins to write on this page. */
export const kindForPage = (pageId: string): ArtefactKind => kindOfPage[pageId] ?? 'note'

/** The pages that have a kind of their own; a test holds them against the templates. */
export const pagesWithKinds: readonly string[] = Object.keys(kindOfPage)
