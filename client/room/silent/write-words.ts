import { writeDraftCard } from '#shared/document/draft-cards.ts'
import { kinds, type ArtefactKind } from '#shared/kinds/index.ts'
import type { DraftSession } from '#client/session/draft-session.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'

interface SilentWords {
  page: RoomPage
  /** Field of the page that the card is meant for; null where the page decides. */
  fieldId: string | null
  kind: ArtefactKind
  words: string
  /** Server time. */
  createdAt: number
}

/** Writes a silent card that says these words. */
export function writeWords(
  draft: DraftSession,
  { page, fieldId, kind, words, createdAt }: SilentWords,
): void {
  const { headline, phase } = kinds[kind]
  draft.edit((roots) =>
    writeDraftCard(roots, {
      kind,
      phase: page.phase ?? phase,
      pageId: page.id,
      fieldId,
      createdAt,
      fields: { [headline]: words.trim() },
    }),
  )
}
