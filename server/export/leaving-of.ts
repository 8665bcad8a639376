import { leaving, type Leaving } from '#shared/consent/leaving.ts'
import { precedentsOf, type GroupPrecedents } from '#shared/consent/precedents.ts'
import { publicationState, type PublicationState, type PublicTexts } from '#shared/consent/publishable.ts'
import { groupStandings, type GroupStanding } from '#shared/consent/standing.ts'
import { toldOutside } from '#shared/consent/projection.ts'
import { releaseCheck, type CheckedGroup, type HeldInGroup } from '#shared/consent/release-check.ts'
import { wantedResults } from '#shared/methods/phase-needs.ts'
import { takeSnapshot, type DocumentSnapshot } from '#shared/document/snapshot.ts'
import { isKind, traitsOf } from '#shared/kinds/index.ts'
import { wordsIn, type ReportLanguage } from '#shared/report/words.ts'
import type { GroupMaterial, Material } from './material.ts'
import { openDocument } from './open-document.ts'

/**
 * What of the material may leave: the way that every file takes, but for the complete backup. A copy of a reduced file is
 * reduced, whatever was added to it.
 */
export function leavingOf(
  {
    workshop,
    groups,
    beside,
  }: Pick<Material, 'workshop' | 'beside'> & {
    groups: readonly Pick<GroupMaterial, 'updates'>[]
  },
  language: ReportLanguage,
): Leaving {
  const documents = groups.map(({ updates }) => snapshotOf(updates))
  const outgoing = leaving(documents, { instead: insteadIn(language), beside: beside.map(snapshotOf) })
  return { ...outgoing, isReduced: () => outgoing.isReduced() || workshop.copyOf?.isReduced === true }
}

/** What of the material would be withheld if it left now. For those who may read all of it. */
export function releaseCheckOf({ groups, beside }: Material): HeldInGroup[] {
  return releaseCheck(checkedGroups(groups), beside.map(snapshotOf))
}

/** The texts as those are told them who are not inside the material's rooms. */
export function toldOutsideOf({ workshop, groups }: Material, texts: readonly string[]): string[] {
  const documents = groups.map(({ updates }) => snapshotOf(updates))
  return toldOutside(documents, texts, insteadIn(workshop.language))
}

/** What there is in the material's rooms, as those may know it who are in another one. */
export function precedentsIn({ workshop, groups }: Material): GroupPrecedents[] {
  return precedentsOf(checkedGroups(groups), insteadIn(workshop.language))
}

/** How the groups stand, as those may know it who look after several. */
export function standingsIn({ workshop, groups }: Material): GroupStanding[] {
  return groupStandings(checkedGroups(groups), wantedResults, insteadIn(workshop.language)).map(
    (standing, n) => {
      const decidedAt = groups[n]!.history.at(-1)?.at ?? null
      const times = [standing.newestAt, decidedAt].filter((at) => at !== null)
      return { ...standing, newestAt: times.length > 0 ? Math.max(...times) : null }
    },
  )
}

/** What of the material may be read by everybody, and what of it that is public may not be any more. */
export function publicationIn(
  { workshop, groups }: Material,
  published: readonly PublicTexts[],
): PublicationState {
  return publicationState(checkedGroups(groups), published, insteadIn(workshop.language))
}

/** What the chosen cards are called outside; those that are withheld or shortened there are not among them. */
export function headlinesOf(material: Material, chosen: readonly string[]): { id: string; text: string }[] {
  const { documents, withheld, shortened } = leavingOf(material, material.workshop.language)
  const wanted = new Set(chosen)
  return documents.flatMap(({ artefacts }) =>
    artefacts.flatMap(({ id, kind, fields }) => {
      if (!wanted.has(id) || withheld.has(id) || shortened.has(id) || !isKind(kind)) return []
      const headline = fields[traitsOf(kind).headline]
      const text = typeof headline === 'string' ? headline.trim() : ''
      return text === '' ? [] : [{ id, text }]
    }),
  )
}

const insteadIn = (language: ReportLanguage) => `[${wordsIn(language).results.report.withheldText}]`

const checkedGroups = (groups: Material['groups']): CheckedGroup[] =>
  groups.map(({ group: { id, name, kind }, updates }) => ({ id, name, kind, document: snapshotOf(updates) }))

/** @throws Error when what is stored is incomplete or of a later version */
export function snapshotOf(updates: readonly Uint8Array[]): DocumentSnapshot {
  const doc = openDocument(updates)
  const snapshot = takeSnapshot(doc)
  doc.destroy()
  return snapshot
}
