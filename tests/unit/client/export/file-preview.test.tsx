// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { useQueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { FilePreview } from '#client/export/FilePreview.tsx'
import { checkKeyOf } from '#client/export/use-release-check.ts'
import { Button } from '#client/ui/Button.tsx'
import { newId, type WorkshopId } from '#shared/base/ids.ts'
import type { ExportPreview } from '#shared/protocol/export-preview.ts'
import { serverAnswers, show } from '#tests/support/views.tsx'

const workshopId = newId<WorkshopId>()
const preview = (parts: ExportPreview['parts']): ExportPreview => ({ parts, headings: [], pages: null })
const text = preview([{ type: 'text', text: '# Ergebnisse' }])

function Preview() {
  const client = useQueryClient()
  return (
    <>
      <FilePreview
        {...{ workshopId, groupId: null, options: { path: { workshopId } } }}
        {...{ content: 'results', format: 'markdown', afterCheck: false, isPaused: false }}
      />
      <Button onClick={() => void client.invalidateQueries({ queryKey: checkKeyOf(workshopId) })}>
        Anders
      </Button>
    </>
  )
}

it('says that it could not be made anew, and shows no former one for what is withheld by now', async () => {
  serverAnswers({ previewExport: text })
  show(<Preview />)
  await screen.findByText('# Ergebnisse')
  serverAnswers({ previewExport: 'internal' })
  screen.getByRole('button', { name: 'Anders' }).click()
  await screen.findByRole('button', { name: 'Noch einmal versuchen' })
  expect(screen.queryByText('# Ergebnisse')).toBeNull()
})

it('is one stop for the keyboard where nothing in it is, and none around sheets, which are stops themselves', async () => {
  const stops = () => [...document.querySelectorAll('section [tabindex="0"]')].map(({ role }) => role)
  serverAnswers({ previewExport: text })
  show(<Preview />)
  await screen.findByText('# Ergebnisse')
  expect(stops()).toEqual(['group'])
  cleanup()
  const sheet = { type: 'sheet', name: 'Karten', columns: ['Titel'], rows: [['Eins']], more: 0 } as const
  serverAnswers({ previewExport: preview([sheet]) })
  show(<Preview />)
  await screen.findByText('Eins')
  expect(stops()).toEqual(['region'])
})
