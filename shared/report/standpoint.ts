import type { ReportCard } from './report.ts'
import { fill } from './words.ts'

/** A card whose parts make one sentence: who needs what, because of what. Null for any other, and for one that is half written. */
export function standpointOf({ headline, fields }: ReportCard, sentence: string): string | null {
  const part = (name: string) => fields.find((field) => field.name === name)?.text ?? ''
  const [who, because] = [part('who'), part('because')]
  return who && because ? fill(sentence, { who, needs: headline, because: withoutStop(because) }) : null
}

export const withoutStop = (text: string) => text.replace(/[.\s]+$/, '')
