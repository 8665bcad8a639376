// @vitest-environment jsdom
import { useState } from 'react'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { QuickWrite } from '#client/artefacts/QuickWrite.tsx'
import { outlineOf } from '#shared/document/outline.ts'
import { headlineOf } from '#shared/document/artefacts.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import { memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { show } from '#tests/support/view.tsx'

const PAGE = 'page:kickoff-expectations'
let session: MemorySession

beforeEach(() => {
  localStorage.clear()
  session = memorySession()
  Y.applyUpdate(session.doc, strategiewerkstattDocument({ language: 'de', kind: 'project', now: 1 }))
  show(<Form />)
})
afterEach(() => {
  cleanup()
  session.destroy()
})

function Form() {
  const [begun, onBegin] = useState('')
  return <QuickWrite session={session} pageId={PAGE} begun={begun} onBegin={onBegin} onOpenCard={vi.fn()} />
}

function write(text: string): void {
  fireEvent.change(screen.getByRole('textbox'), { target: { value: text } })
  fireEvent.click(screen.getByRole('button', { name: 'Karte hinzufügen' }))
}

function cardsByField(): Record<string, string[]> {
  const page = outlineOf(session.roots).find(({ id }) => id === PAGE)!
  expect(page.cards).toEqual([])
  return Object.fromEntries(
    page.frames.map(({ name, cards }) => [name, cards.map(({ artefact }) => headlineOf(artefact))]),
  )
}

it('a card from the phone goes into the field that was chosen, and the next one too', () => {
  write('Ein Ziel')
  fireEvent.click(screen.getByRole('radio', { name: 'Befürchtungen' }))
  write('Zu wenig Zeit')
  write('Noch ein Programm')
  expect(cardsByField()).toEqual({
    Hoffnungen: ['Ein Ziel'],
    Befürchtungen: ['Zu wenig Zeit', 'Noch ein Programm'],
  })
})
