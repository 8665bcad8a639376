import type { ReportCard } from './report.ts'
import { fill, type Words } from './words.ts'

/** A card whose parts make one sentence: who needs what, because of what. Null for any other, and for one that is half written. */
export function standpointOf({ kind, headline, fields }: ReportCard, words: Words): string | null {
  const part = (name: string) => fields.find((field) => field.name === name)?.text ?? ''
  const [who, because] = [part('who'), part('because')]
  if (!who || !because || headline === words.kinds[kind].empty) return null
  return fill(words.documents.dossier.standpoint, {
    who,
    needs: withoutStop(headline),
    because: withoutStop(because),
  })
}

export const withoutStop = (text: string) => text.replace(/[.\s]+$/, '')
