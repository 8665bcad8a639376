import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createCard } from '#client/artefacts/card-actions.ts'
import { clusterCards } from '#client/artefacts/clusters/cluster-actions.ts'
import { deriveCard } from '#client/artefacts/derive-card.ts'
import { pageOf } from '#shared/document/board-record.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import { memorySession, type MemorySession } from '#tests/support/room-session.ts'

let session: MemorySession
beforeEach(() => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, strategiewerkstattDocument({ language: 'de', kind: 'project', now: 1 }))
  session = memorySession({ doc })
})
afterEach(() => session.destroy())

const read = (id: string) => session.artefacts.get(id)!
const pageOfCard = ({ shapeId }: { shapeId: string }) => pageOf(session.roots.board, shapeId)
const add = (kind: ArtefactKind, page: string, fields: Record<string, string>) =>
  createCard(session, { kind, parentId: `page:${page}`, fields })!
const derive = (id: string, kind: ArtefactKind) => deriveCard(session, read(id), kind)!

it('puts a derived card on the page that is its kind’s own, in the phase of that page', () => {
  const persona = add('persona', 'problem-personas', { name: 'Petra' })
  const pov = derive(persona.artefactId, 'pov')
  expect(pageOfCard(pov)).toBe('page:problem-pov')
  const pitch = add('pitch', 'problem-personas', { title: 'Statuszeile' })
  expect(read(derive(pitch.artefactId, 'partnership').artefactId).phase).toBe('closing')
})

it('puts it beside the card it came of where its kind has no page, and a note always', () => {
  const pov = add('pov', 'problem-pov', { needs: 'Ruhe' })
  expect(pageOfCard(derive(pov.artefactId, 'note'))).toBe('page:problem-pov')
  session.edit(({ board }) => board.delete('page:problem-questions'))
  expect(pageOfCard(derive(pov.artefactId, 'hmw'))).toBe('page:problem-pov')
})

it('puts nothing where a step or a lock keeps this person from writing', () => {
  const persona = add('persona', 'problem-personas', { name: 'Petra' })
  const { state } = session.facilitation.getState()
  session.facilitation.setState({
    state: { ...state!, pageLocks: [{ pageId: 'page:problem-pov', since: 1 }] },
  })
  expect(pageOfCard(derive(persona.artefactId, 'pov'))).toBe('page:problem-personas')
})

it('puts what comes of a card in a cluster beside the cluster, not into it', () => {
  const notes = ['eins', 'zwei'].map((text) => add('note', 'problem-personas', { text }))
  const cluster = clusterCards(
    session,
    notes.map(({ shapeId }) => shapeId),
  )!
  const made = derive(notes[0]!.artefactId, 'note')
  expect(session.roots.board.get(made.shapeId)?.get('parentId')).toBe(
    session.roots.board.get(cluster.shapeId)?.get('parentId'),
  )
})

it('puts the words where the new kind says they belong, and nowhere where the link says enough', () => {
  const persona = add('persona', 'problem-personas', { name: 'Petra' })
  expect(read(derive(persona.artefactId, 'pov').artefactId).fields).toMatchObject({ who: 'Petra', needs: '' })
  const pitch = add('pitch', 'closing-pitch', { title: 'Statuszeile' })
  expect(read(derive(pitch.artefactId, 'partnership').artefactId).fields.partner).toBe('')
})
