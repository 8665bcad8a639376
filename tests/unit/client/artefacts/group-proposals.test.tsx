// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCard } from '#client/artefacts/card-actions.ts'
import { looseCards } from '#client/artefacts/clusters/proposals.ts'
import { ProposalsDialog } from '#client/artefacts/clusters/ProposalsDialog.tsx'
import { membershipsIn } from '#shared/document/containers.ts'
import { readArtefact } from '#shared/document/artefacts.ts'
import { layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { show } from '#tests/support/view.tsx'

const service = { host: 'localhost:11434', model: 'bge-m3' }
let session: MemorySession
const fetched = vi.fn<(url: string, init: { body: string }) => Promise<Response>>()

beforeEach(() => {
  session = memorySession()
  layPages(session.roots)
  fetched.mockReset()
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => {
  cleanup()
  session.destroy()
  vi.unstubAllGlobals()
})

const add = (text: string) =>
  createCard(session, { kind: 'note', parentId: 'page:one', fields: { text } })!.artefactId
const open = () =>
  show(<ProposalsDialog {...{ session, service }} pageId="page:one" onClose={() => undefined} />)
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

it('nothing is asked before somebody has read who gets what and presses the button', () => {
  add('Akten im Keller')
  add('Papier im Archiv')
  open()
  expect(screen.getByText(/localhost:11434 \(Modell bge-m3\)/)).toBeTruthy()
  expect(fetched).not.toHaveBeenCalled()
})

it('accepted cards become clusters that name their origin, in one step that is taken back at once', async () => {
  const [one, two, three] = [add('Akten im Keller'), add('Papier im Archiv'), add('Akten')]
  const [four, five] = [add('Telefon besetzt'), add('Niemand am Telefon')]
  const before = session.roots.artefacts.size
  const groups = [
    [one, two, three],
    [four, five],
  ]
  fetched.mockResolvedValue(Response.json({ service, groups, unsent: 1 }))
  open()
  press('Vorschläge holen')
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Akten im Keller' }))
  expect(screen.getByText(/1 Karte wurde nicht gesendet/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '0 Cluster anlegen' })).toHaveProperty('disabled', true)
  fireEvent.click(screen.getByRole('checkbox', { name: 'Papier im Archiv' }))
  press('Alle aus Gruppe 2')
  press('2 Cluster anlegen')

  const held = membershipsIn(session.roots)
  expect(new Set(held.map(({ member }) => member))).toEqual(new Set([one, two, four, five]))
  const clusters = [...new Set(held.map(({ container }) => container))]
  expect(clusters.map((id) => readArtefact(session.roots.artefacts, id)?.tags)).toEqual([
    ['Vorschlag von bge-m3'],
    ['Vorschlag von bge-m3'],
  ])
  expect(looseCards(session, 'page:one').map(({ id }) => id)).toEqual([three])
  session.history.undo()
  expect(membershipsIn(session.roots)).toEqual([])
  expect(session.roots.artefacts.size).toBe(before)
})

it('a service that does not answer is told of, and can be asked again', async () => {
  add('Akten im Keller')
  add('Papier im Archiv')
  const refusal = { error: { code: 'meaning_unavailable' } }
  fetched.mockResolvedValue(Response.json(refusal, { status: 502 }))
  open()
  press('Vorschläge holen')
  expect((await screen.findByRole('alert')).textContent).toContain('antwortet gerade nicht')
  expect(screen.getByRole('button', { name: 'Vorschläge holen' })).toHaveProperty('disabled', false)
})
