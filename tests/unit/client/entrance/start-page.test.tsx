// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { Route, Routes, useLocation } from 'react-router'
import { describe, expect, it } from 'vitest'
import { StartPage } from '#client/entrance/StartPage.tsx'
import { newId, type GroupId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import type { SessionView, WorkshopSummary } from '#shared/protocol/api.ts'
import { serverAnswers, show } from '#tests/support/views.tsx'

const stranger: SessionView = { account: null, setUpNeeded: false, workshops: [] }
const room = '/werkstatt/a/gruppe/b'

const workshop: WorkshopSummary = {
  id: newId<WorkshopId>(),
  title: 'Digitale Antragswege',
  role: 'participant',
  memberId: newId<MemberId>(),
  homeGroupId: newId<GroupId>(),
  language: 'de',
  archivedAt: null,
  groupCount: 4,
  memberCount: 30,
  createdAt: 0,
  isSample: false,
}

/** Where the log-in page would lead to afterwards. */
function LogIn() {
  return <p>{JSON.stringify(useLocation().state)}</p>
}

describe('the start page', () => {
  it('tells who opened the address of a room why they are here, and leads there after logging in', async () => {
    serverAnswers({ session: stranger })
    show(
      <Routes>
        <Route path="/" element={<StartPage />} />
        <Route path="/anmelden" element={<LogIn />} />
      </Routes>,
      { at: { pathname: '/', state: { closedRoom: room } } },
    )
    expect(screen.getByText(/Mit der Adresse allein/)).toBeTruthy()
    fireEvent.click(screen.getByRole('link', { name: 'Anmelden' }))
    expect(screen.getByText(JSON.stringify({ from: room }))).toBeTruthy()
  })

  it('says nothing of rooms to everybody else', async () => {
    serverAnswers({ session: { ...stranger, workshops: [workshop] } })
    show(<StartPage />)
    await screen.findByRole('link', { name: 'Weiter als Teilnehmer:in' })
    expect(screen.queryByText(/Mit der Adresse allein/)).toBeNull()
  })
})
