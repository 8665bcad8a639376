// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { JoinPage } from '#client/account/JoinPage.tsx'
import { newId, type GroupId, type WorkshopId } from '#shared/base/ids.ts'
import type { InviteOffer } from '#shared/protocol/api.ts'
import { serverAnswers, show } from '#tests/support/views.tsx'

const offer: InviteOffer = {
  workshopTitle: 'Digitale Antragswege',
  role: 'participant',
  groups: [],
  alreadyMember: null,
}

/** The address bar as the browser shows it, with the router beside it. */
function openLink(fragment: string) {
  history.replaceState(null, '', `/beitreten${fragment}`)
  return show(<JoinPage />, { at: `/beitreten${fragment}` })
}

afterEach(() => history.replaceState(null, '', '/'))

describe('an invitation link', () => {
  it('loses its secret from the address bar at once, and is still understood', async () => {
    const asked = serverAnswers({ inspectInvite: offer })
    openLink('#the-secret-of-the-link')
    expect(location.href).not.toContain('secret')
    await screen.findByRole('heading', { name: 'Digitale Antragswege' })
    expect(asked[0]!.body).toEqual({ invitation: { token: 'the-secret-of-the-link' } })
  })

  it('that no longer counts tells why and whom to ask, and offers the short code', async () => {
    serverAnswers({ inspectInvite: 'invite_expired' })
    openLink('#the-secret-of-the-link')
    await screen.findByRole('heading', { name: 'Diese Einladung gilt nicht' })
    expect(screen.getByText(/Fragen Sie die Person/)).toBeTruthy()
    expect(screen.getByLabelText('Kurzcode')).toBeTruthy()
  })

  it('lets somebody go on who has joined before, or join as somebody else', async () => {
    const alreadyMember = {
      name: 'Sabine Krüger',
      workshopId: newId<WorkshopId>(),
      homeGroupId: newId<GroupId>(),
    }
    serverAnswers({ inspectInvite: { ...offer, alreadyMember } })
    openLink('#the-secret-of-the-link')
    const goOn = await screen.findByRole('link', { name: 'Weiter als Sabine Krüger' })
    expect(goOn.getAttribute('href')).toBe(
      `/werkstatt/${alreadyMember.workshopId}/gruppe/${alreadyMember.homeGroupId}`,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Als andere Person beitreten' }))
    expect(screen.getByLabelText('Ihr Name')).toBeTruthy()
  })
})

describe('without a link', () => {
  it('the short code opens the same door', async () => {
    const asked = serverAnswers({ inspectInvite: offer })
    openLink('')
    fireEvent.change(screen.getByLabelText('Kurzcode'), { target: { value: ' xx3q-bg72 ' } })
    fireEvent.click(screen.getByRole('button', { name: 'Beitreten' }))
    await screen.findByRole('heading', { name: 'Digitale Antragswege' })
    expect(asked[0]!.body).toEqual({ invitation: { code: 'xx3q-bg72' } })
  })

  it('an empty code is a sentence and not a question to the server', async () => {
    const asked = serverAnswers({})
    openLink('')
    fireEvent.click(screen.getByRole('button', { name: 'Beitreten' }))
    expect(screen.getByRole('alert').textContent).toContain('Kurzcode')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Kurzcode')))
    expect(asked).toEqual([])
  })
})
