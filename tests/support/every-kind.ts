import type * as Y from 'yjs'
import { newId, type MemberId } from '#shared/base/ids.ts'
import type { FieldSpec, FieldValue, Item } from '#shared/kinds/field.ts'
import { fieldsOf, kindNames, traitsOf, type ArtefactKind } from '#shared/kinds/index.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { fieldsOn } from '#shared/document/fields.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { fieldLabel, wordsIn } from '#shared/report/words.ts'
import type { Phase } from '#shared/workshop/phases.ts'
import { sampleGroup } from './sample-group.ts'

const NOW = Date.UTC(2026, 2, 2, 9, 30)
const words = wordsIn('de')

/** What a text field of a card made here says: found again in every file that may hold it. */
export const markOf = (kind: ArtefactKind, field: string) => `Wort${kind}${field.replace('.', '')}`

/** Fields of people's words, those of items included; what lies inside a transcript leaves with it, which is never. */
export function textFields(kind: ArtefactKind): string[] {
  const isText = ({ type }: FieldSpec) => type === 'text' || type === 'line'
  return Object.entries(fieldsOf(kind)).flatMap(([name, spec]) => {
    if (spec.type !== 'items') return isText(spec) ? [name] : []
    if (spec.inside !== undefined) return []
    return Object.entries(spec.fields).flatMap(([inner, field]) =>
      isText(field) ? [`${name}.${inner}`] : [],
    )
  })
}

/** The sample group with a card of every kind in which every field holds something; what has a release may leave. */
export function everyKind(author: MemberId = newId()): Y.Doc {
  const doc = sampleGroup(author)
  const { artefacts, board } = rootsOf(doc)
  doc.transact(() => {
    kindNames.forEach((kind, n) => {
      const { phase, pages, release } = traitsOf(kind)
      const fields = Object.fromEntries(
        Object.entries(fieldsOf(kind)).map(([name, spec]) => [name, valueOf(kind, name, spec)]),
      )
      const open = release ? { [release.by]: release.open.at(-1)! } : {}
      const artefactId = createArtefact(artefacts, {
        kind,
        phase: phase as Phase,
        createdAt: NOW + n,
        authorship: { as: 'named', memberId: author, name: 'Jana Petersen', organisation: 'Stadt Beispiel' },
        fields: { ...fields, ...open },
        status: n % 3 === 0 ? 'agreed' : 'draft',
      })
      const page = `page:${pages[0] ?? 'accompanying-decisions'}`
      // Into its home field where there is one, so that pictures show fields at work
      const home = fieldsOn(board, page).find(({ takes }) => takes.includes(kind))
      const parentId = home?.id ?? page
      placeArtefact(board, { artefactId, parentId, x: 40, y: 2_000 + n * 240, w: 284, h: 160 })
    })
  })
  return doc
}

function valueOf(kind: ArtefactKind, name: string, spec: FieldSpec): FieldValue {
  switch (spec.type) {
    case 'text':
    case 'line':
      return `${fieldLabel(words, kind, name)} ${markOf(kind, name)}`.slice(0, spec.maxChars)
    case 'choice':
      return spec.options.at(-1)!
    case 'number':
      return Math.min(3, spec.max)
    case 'date':
      return '2026-03-02'
    case 'items':
      return [1, 2].map((n): Item => {
        const fields = Object.entries(spec.fields).map(([inner, field]) => {
          const value = valueOf(kind, `${name}.${inner}`, field)
          return [inner, typeof value === 'string' && 'maxChars' in field ? `${value} ${n}` : value]
        })
        return { id: newId(), order: `a${n}`, fields: Object.fromEntries(fields) as Item['fields'] }
      })
    default:
      return null
  }
}
