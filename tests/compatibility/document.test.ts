import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cardsOf, outlineOf, unplacedArtefacts } from '#shared/document/outline.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { projectRoot } from '#tests/support/module-graph.ts'

/*
 * Documents as earlier versions stored them, byte by byte, with what they held. The files under `frozen` are never
 * made anew: a version that reads them differently has broken somebody's workshop.
 */
const frozen = (name: string) => readFileSync(join(projectRoot, 'tests', 'compatibility', 'frozen', name))

function open(name: string): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, frozen(`${name}.update`))
  return doc
}

const headlines = (doc: Y.Doc) =>
  Object.fromEntries(
    outlineOf(rootsOf(doc))
      .map((page) => [page.name, cardsOf(page).map(({ artefact }) => artefact.kind)] as const)
      .filter(([, kinds]) => kinds.length > 0),
  )

describe('a document of version 1', () => {
  it('holds what it held, to the last field', () => {
    expect(takeSnapshot(open('document-v1'))).toEqual(JSON.parse(frozen('document-v1.json').toString('utf8')))
  })

  it('shows its cards on the pages they were on', () => {
    expect(headlines(open('document-v1'))).toEqual({
      'Interviews & O-Töne': ['interview'],
      '2×2-Matrix': ['quote'],
      Personas: ['persona'],
      Ideen: ['idea', 'idea'],
    })
  })

  it('keeps the card that was taken off the board', () => {
    const [aside, ...rest] = unplacedArtefacts(rootsOf(open('document-v1')))
    expect(rest).toEqual([])
    expect(aside?.fields.text).toBe('Von der Tafel genommen')
  })

  it('takes new changes and merges them with a copy that was away', () => {
    const [here, away] = [open('document-v1'), open('document-v1')]
    const [one, other] = [rootsOf(here), rootsOf(away)]
    const [ideaId] = [...one.artefacts.keys()].filter((id) => one.artefacts.get(id)?.get('kind') === 'idea')
    const sentence = (roots: typeof one) => roots.artefacts.get(ideaId!)!.get('f.sentence') as Y.Text
    sentence(one).insert(0, 'Vorn. ')
    sentence(other).insert(sentence(other).length, ' Hinten.')
    Y.applyUpdate(here, Y.encodeStateAsUpdate(away))
    Y.applyUpdate(away, Y.encodeStateAsUpdate(here))
    expect(sentence(one).toString()).toMatch(/^Vorn\. .+ Hinten\.$/)
    expect(takeSnapshot(here)).toEqual(takeSnapshot(away))
  })
})
