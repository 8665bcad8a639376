import { FileText, Lightbulb, MessageSquareQuote, StickyNote, UserRound, type LucideIcon } from 'lucide-react'
import type { ArtefactKind, kinds } from '#shared/kinds/index.ts'

/** The signs that the specifications of the kinds name. */
export const icons: Record<(typeof kinds)[ArtefactKind]['icon'], LucideIcon> = {
  'sticky-note': StickyNote,
  'message-square-quote': MessageSquareQuote,
  'user-round': UserRound,
  lightbulb: Lightbulb,
  'file-text': FileText,
}
