// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { useStore } from 'zustand'
import { createCard } from '#client/artefacts/card-actions.ts'
import { SidePanel } from '#client/room/panels/SidePanel.tsx'
import { RoomContext, type Room } from '#client/room-context/room-context.ts'
import { createRoomView } from '#client/ui-state/room-view.ts'
import { layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { show } from '#tests/support/views.tsx'

let session: MemorySession

beforeEach(() => {
  session = memorySession()
  layPages(session.roots)
})
afterEach(() => session.destroy())

it('who goes on in a card whose panel is open already has the cursor in its headline, each time', async () => {
  const { artefactId } = createCard(session, {
    kind: 'note',
    parentId: 'page:one',
    fields: { text: 'Antrag' },
  })!
  const view = createRoomView('list')
  const room = { session, view, list: { current: null } } as unknown as Room
  const Panel = () => {
    const panel = useStore(view, (state) => state.panel)
    return panel && <SidePanel panel={panel} />
  }
  view.setState({ panel: { type: 'card', artefactId } })
  show(
    <RoomContext value={room}>
      <Panel />
    </RoomContext>,
  )
  const headline = await screen.findByDisplayValue<HTMLTextAreaElement>('Antrag')
  expect(document.activeElement).not.toBe(headline)
  for (let time = 0; time < 2; time++) {
    act(() => view.setState({ panel: { type: 'card', artefactId, isJustMade: true } }))
    expect(document.activeElement).toBe(headline)
    act(() => headline.blur())
  }
})
