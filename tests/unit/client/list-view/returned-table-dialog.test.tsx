// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { createCard } from '#client/artefacts/card-actions.ts'
import { ReturnedTableDialog } from '#client/list-view/ReturnedTableDialog.tsx'
import { readArtefact } from '#shared/document/artefacts.ts'
import { layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { show } from '#tests/support/view.tsx'

let session: MemorySession
let artefactId: string
const onClose = vi.fn()
beforeEach(() => {
  onClose.mockClear()
  session = memorySession({ pageId: 'page:one' })
  layPages(session.roots)
  artefactId = createCard(session, {
    kind: 'note',
    parentId: 'page:one',
    fields: { text: 'Antrag' },
  })!.artefactId
})

const take = (words: string) => {
  show(<ReturnedTableDialog {...{ session, onClose }} />)
  const file = new File([words], 'Karten.csv')
  fireEvent.change(screen.getByLabelText('Tabelle auswählen'), { target: { files: [file] } })
}

it('says to the ear what stood there and what shall, and takes over what is ticked', async () => {
  take(`Kennung;Art;Inhalt\n${artefactId};Notiz;Antrag auf Wohngeld\n`)
  const change = await screen.findByRole('checkbox', {
    name: /bisher:\s*Antrag\s*jetzt:\s*Antrag auf Wohngeld/,
  })
  expect(change).toHaveProperty('checked', true)
  fireEvent.click(screen.getByRole('button', { name: '1 Änderung übernehmen' }))
  expect(readArtefact(session.roots.artefacts, artefactId)!.fields.text).toBe('Antrag auf Wohngeld')
  expect(onClose).toHaveBeenCalledOnce()
})

it('says what is missing in a table without ids, and offers nothing to take over', async () => {
  take('Art;Inhalt\nNotiz;Antrag auf Wohngeld\n')
  expect(await screen.findByText(/fehlt die Spalte „Kennung“/)).toBeTruthy()
  const run = screen.getByRole('button', { name: 'Nichts übernehmen' })
  fireEvent.click(run)
  expect(onClose).not.toHaveBeenCalled()
  expect(readArtefact(session.roots.artefacts, artefactId)!.fields.text).toBe('Antrag')
})
