// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCard } from '#client/artefacts/card-actions.ts'
import { CardPanel } from '#client/artefacts/CardPanel.tsx'
import { challengePrint } from '#shared/consent/precedents.ts'
import { readArtefact } from '#shared/document/artefacts.ts'
import type { Timer } from '#shared/facilitation/timer/state.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { show } from '#tests/support/view.tsx'

let session: MemorySession

beforeEach(() => {
  session = memorySession({ role: 'moderator' })
  layPages(session.roots)
})
afterEach(() => {
  cleanup()
  session.destroy()
  vi.unstubAllGlobals()
})

function open(kind: ArtefactKind) {
  const { artefactId } = createCard(session, { kind, parentId: 'page:one' })!
  const nothing = () => undefined
  show(
    <CardPanel
      {...{ session, artefactId }}
      onClose={nothing}
      onOpenArtefact={nothing}
      onOpenMade={nothing}
    />,
  )
  return () => readArtefact(session.roots.artefacts, artefactId)!.fields
}

/** The group works there; `open` lays its cards on the first page. */
const workOn = (pageId: string) =>
  act(() =>
    session.facilitation.setState(({ state }) => ({
      state: { ...state!, place: { ...state!.place, pageId } },
    })),
  )

/** Nobody but who looks on is in the workshop. */
const answer = (url: string, groups: object) =>
  Promise.resolve(Response.json(url.endsWith('/members') ? [] : groups))

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

it('a matrix takes over the names of a preset in one step, and gives them back', () => {
  const fields = open('matrix')
  fireEvent.change(screen.getByLabelText('Achsen'), { target: { value: 'effort' } })
  expect(fields()).toMatchObject({ xAxis: 'Aufwand', yHigh: 'viel', quadrantTopLeft: 'Gleich anfangen' })
  session.history.undo()
  expect(fields()).toMatchObject({ xAxis: '', quadrantTopLeft: '' })
})

it('a challenge is put together from its three parts, and is taken over only with all of them', () => {
  const fields = open('challenge')
  press('Satz bauen')
  const dialog = within(screen.getByRole('dialog'))
  fireEvent.change(dialog.getByLabelText('Wie können wir …'), { target: { value: 'Wege verkürzen' } })
  fireEvent.change(dialog.getByLabelText('… für …'), { target: { value: 'Familien' } })
  expect(dialog.getByRole('button', { name: 'Satz übernehmen' })).toHaveProperty('disabled', true)
  fireEvent.change(dialog.getByLabelText('… im Kontext …'), { target: { value: 'kleiner Gemeinden' } })
  fireEvent.submit(dialog.getByLabelText('… für …').closest('form')!)
  expect(fields().question).toBe('Wie können wir Wege verkürzen für Familien im Kontext kleiner Gemeinden?')
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('a challenge is given to a project group of the workshop, and to no plenum or breakout', async () => {
  const groups = [
    { name: 'Gruppe Nord', kind: 'project', archivedAt: null },
    { name: 'Gruppe Alt', kind: 'project', archivedAt: 1 },
    { name: 'Plenum', kind: 'plenum', archivedAt: null },
    { name: 'Kleingruppe 1', kind: 'breakout', archivedAt: null },
  ]
  vi.stubGlobal('fetch', (url: string) => answer(url, { groups: url.endsWith('/phases') ? [] : groups }))
  const fields = open('challenge')
  const select = await screen.findByRole('combobox', { name: 'Projektgruppe' })
  const offered = within(select).getAllByRole('option')
  expect(offered.map(({ textContent }) => textContent)).toEqual(['noch keine', 'Gruppe Nord'])
  fireEvent.change(select, { target: { value: 'Gruppe Nord' } })
  expect(fields().group).toBe('Gruppe Nord')
})

it('a challenge tells how many there are in the whole workshop, each question once', async () => {
  const elsewhere = ['Wie hilft das Amt?', 'wie hilft das Amt?'].map(challengePrint)
  vi.stubGlobal('fetch', (url: string) =>
    answer(url, { groups: url.endsWith('/phases') ? [{ challenges: elsewhere }] : [] }),
  )
  open('challenge')
  expect(await screen.findByText(/In der Werkstatt gibt es 2 Design-Challenges/)).toBeTruthy()
})

it('a sheet of Crazy 8s lays out its eight fields at once, and whoever leads starts the eight minutes', () => {
  const fields = open('crazy8')
  press('Acht Felder anlegen')
  expect(fields().sketches).toHaveLength(8)
  expect(screen.queryByRole('button', { name: 'Acht Felder anlegen' })).toBeNull()
  workOn('page:two')
  expect(screen.queryByRole('button', { name: 'Acht Minuten für alle starten' })).toBeNull()
  expect(screen.getByText(/sobald diese Seite für alle offen ist/)).toBeTruthy()
  workOn('page:one')
  press('Acht Minuten für alle starten')
  expect(session.sent).toEqual([{ type: 'startTimer', durationMs: 480_000 }])
})

it('sheets of Brainwriting are written in six rounds and handed on around the page', () => {
  const others = [1, 2].map(() => createCard(session, { kind: 'brainwriting', parentId: 'page:one' })!)
  const opened: string[] = []
  const { artefactId } = createCard(session, { kind: 'brainwriting', parentId: 'page:one' })!
  const nothing = () => undefined
  show(
    <CardPanel
      {...{ session, artefactId }}
      onClose={nothing}
      onOpenArtefact={(id) => opened.push(id)}
      onOpenMade={nothing}
    />,
  )
  press('Sechs Zeilen anlegen')
  expect(readArtefact(session.roots.artefacts, artefactId)!.fields.rows).toHaveLength(6)
  press('Sechs Runden zu vier Minuten für alle starten')
  expect(session.sent).toEqual([{ type: 'startTimer', durationMs: 1_440_000 }])
  const endsAt = session.serverNow() + 1_190_000
  const timer: Timer = { status: 'running', endsAt, plannedMs: 1_440_000 }
  act(() => session.facilitation.setState(({ state }) => ({ state: { ...state!, timer } })))
  expect(screen.getByText(/Runde 2 von 6: noch 03:5/)).toBeTruthy()
  press('Zum nächsten Bogen')
  expect(others.map((one) => one.artefactId)).toContain(opened[0])
})
