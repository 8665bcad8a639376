import { FileText, Lightbulb, MessageSquareQuote, StickyNote, UserRound, type LucideIcon } from 'lucide-react'
import type { ArtefactKind } from '#shared/artefacts/kinds.ts'

const icons: Record<ArtefactKind, LucideIcon> = {
  note: StickyNote,
  quote: MessageSquareQuote,
  persona: UserRound,
  idea: Lightbulb,
  interview: FileText,
}

/** The sign of a kind. Always beside its word, so it is silent itself. */
export function KindIcon({ kind }: { kind: ArtefactKind }) {
  const Icon = icons[kind]
  return <Icon aria-hidden="true" />
}
