// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { HouseTemplates } from '#client/export/HouseTemplates.tsx'
import { newId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { serverAnswers, show } from '#tests/support/views.tsx'

const workshop = {
  id: newId<WorkshopId>(),
  language: 'de',
  archivedAt: null,
  groups: [],
  me: { id: newId<MemberId>(), role: 'moderator', groupIds: 'all' },
} as unknown as WorkshopView

it('claims nothing about templates that cannot be read, and names each where they can', async () => {
  serverAnswers({ houseTemplates: 'storage_unavailable' })
  const { unmount } = show(<HouseTemplates workshop={workshop} />)
  expect(await screen.findByText(/kann gerade nicht speichern/)).toBeTruthy()
  expect(screen.queryByText(/Werkraum-Gestaltung/)).toBeNull()
  unmount()
  serverAnswers({
    houseTemplates: [{ format: 'odt', name: 'Briefkopf.odt', colour: null, from: 'workshop' }],
  })
  show(<HouseTemplates workshop={workshop} />)
  expect(await screen.findByText('ODT: Briefkopf.odt')).toBeTruthy()
  expect(screen.getAllByText(/: Werkraum-Gestaltung$/)).toBeTruthy()
})
