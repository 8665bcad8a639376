import { limits } from '#shared/base/limits.ts'
import { cutBetweenCharacters } from '#shared/base/visible-text.ts'
import { DEFAULT_TIME_ZONE } from '#shared/report/local-time.ts'
import { summaryDraft } from '#shared/report/dossier-summary.ts'
import { reportOf } from '#shared/report/outline.ts'
import { wordsIn } from '#shared/report/words.ts'
import type { SummaryDraft } from '#shared/protocol/summaries.ts'
import { leavingOf } from './leaving-of.ts'
import type { Material } from './material.ts'

/** What a summary may begin with: of what may leave, because it is written to be sent on. */
export function summaryDraftOf(material: Material): SummaryDraft {
  const { title, language } = material.workshop
  const outgoing = leavingOf(material, language)
  const sources = material.groups.map(({ group, history }, n) => ({
    name: group.name,
    kind: group.kind,
    document: outgoing.documents[n]!,
    history,
  }))
  const settings = { title, language, timeZone: DEFAULT_TIME_ZONE, exportedAt: 0 }
  const { groups } = reportOf(sources, outgoing, settings)
  const paragraphs = summaryDraft(groups, wordsIn(language))
  return { text: cutBetweenCharacters(paragraphs.join('\n\n'), limits.maxSummaryChars) }
}
