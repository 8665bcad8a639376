// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { EndedRoom } from '#client/room/shell/EndedRoom.tsx'
import { newId, type GroupId, type WorkshopId } from '#shared/base/ids.ts'
import { show } from '#tests/support/view.tsx'

const workshopId = newId<WorkshopId>()
const [left, next] = [newId<GroupId>(), newId<GroupId>()]
const breakout = (id: GroupId, name: string) => ({ id, name, kind: 'breakout', archivedAt: null })
const knownAs = (groupIds: GroupId[]) => ({
  groups: [breakout(left, 'Kleingruppe 1'), breakout(next, 'Kleingruppe 2')],
  me: { groupIds },
})

let client: QueryClient
beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } })
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
})
afterEach(() => {
  cleanup()
  client.clear()
  vi.unstubAllGlobals()
})

function openAs(groupIds: GroupId[]) {
  client.setQueryData(['workshop', workshopId], knownAs(groupIds))
  show(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <EndedRoom code="membership_ended" {...{ workshopId }} groupId={left} rescue={null} />
      </MemoryRouter>
    </QueryClientProvider>,
  )
}

it('whoever was moved to another breakout is shown the way there', () => {
  openAs([next])
  expect(screen.getByRole('link', { name: /Kleingruppe 2/ }).getAttribute('href')).toContain(next)
})

it('nobody is sent back into the breakout they were just moved out of, whatever was known before', () => {
  openAs([left])
  expect(screen.queryByRole('link', { name: /Kleingruppe 1/ })).toBeNull()
})
