// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { JoinPage } from '#client/account/JoinPage.tsx'
import { newId, type GroupId, type WorkshopId } from '#shared/base/ids.ts'
import type { InviteOffer } from '#shared/protocol/api.ts'
import { serverAnswers, show } from '#tests/support/views.tsx'

const offer: InviteOffer = {
  workshopTitle: 'Digitale Antragswege',
  language: 'de',
  role: 'participant',
  groups: [],
  organisations: [],
  alreadyMember: null,
}

/** The address bar as the browser shows it, with the router beside it. */
function openLink(fragment: string) {
  history.replaceState(null, '', `/beitreten${fragment}`)
  return show(<JoinPage whenJoined={() => undefined} />, { at: `/beitreten${fragment}` })
}

const press = () => fireEvent.click(screen.getByRole('button', { name: 'Beitreten' }))

function typeCode(value: string) {
  fireEvent.change(screen.getByLabelText('Kurzcode'), { target: { value } })
  press()
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

  it('is still known when the tab was thrown away and loads again', async () => {
    const asked = serverAnswers({ inspectInvite: offer })
    openLink('#the-secret-of-the-link').unmount()
    show(<JoinPage whenJoined={() => undefined} />, { at: '/beitreten' })
    await screen.findByRole('heading', { name: 'Digitale Antragswege' })
    expect(asked.at(-1)!.body).toEqual({ invitation: { token: 'the-secret-of-the-link' } })
  })

  it('that no longer counts tells why and whom to ask, once, and a short code opens the door instead', async () => {
    const asked = serverAnswers({ inspectInvite: 'invite_expired' })
    openLink('#the-secret-of-the-link')
    await screen.findByRole('heading', { name: 'Diese Einladung gilt nicht' })
    expect(screen.getAllByText(/Moderation/)).toHaveLength(1)
    typeCode('XX3Q-BG72')
    await waitFor(() => expect(asked.at(-1)!.body).toEqual({ invitation: { code: 'XX3Q-BG72' } }))
  })

  it('is not called wrong while nobody can be asked, and can be tried again', async () => {
    vi.useFakeTimers()
    serverAnswers({ inspectInvite: 'storage_unavailable' })
    openLink('#the-secret-of-the-link')
    // Asked again by itself before anybody is told
    await act(() => vi.advanceTimersByTimeAsync(60_000))
    vi.useRealTimers()
    await screen.findByRole('heading', { name: 'Das geht gerade nicht' })
    serverAnswers({ inspectInvite: offer })
    fireEvent.click(screen.getByRole('button', { name: 'Noch einmal versuchen' }))
    await screen.findByRole('heading', { name: 'Digitale Antragswege' })
  })

  it('lets somebody go on who has joined before, or join as somebody else', async () => {
    const alreadyMember = {
      name: 'Sabine Krüger',
      role: 'participant' as const,
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
    typeCode(' xx3q-bg72 ')
    await screen.findByRole('heading', { name: 'Digitale Antragswege' })
    expect(asked[0]!.body).toEqual({ invitation: { code: 'xx3q-bg72' } })
  })

  it('a wrong code stays in its field, with the reason said once, until it is mended', async () => {
    const asked = serverAnswers({ inspectInvite: 'invite_invalid' })
    openLink('')
    typeCode('XX3Q-BG77')
    await screen.findByRole('heading', { name: 'Dieser Kurzcode gilt nicht' })
    const field = screen.getByLabelText<HTMLInputElement>('Kurzcode')
    expect(field.value).toBe('XX3Q-BG77')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(screen.getAllByText(/kennen wir nicht/)).toHaveLength(1)
    press()
    expect(asked).toHaveLength(1)
    typeCode('XX3Q-BG72')
    await waitFor(() => expect(asked.at(-1)!.body).toEqual({ invitation: { code: 'XX3Q-BG72' } }))
  })

  it('half a code is a wrong code', async () => {
    serverAnswers({ inspectInvite: 'request_invalid' })
    openLink('')
    typeCode('XX3')
    expect(await screen.findByText(/kennen wir nicht/)).toBeTruthy()
  })

  it('an empty code is a sentence and not a question to the server', async () => {
    const asked = serverAnswers({})
    openLink('')
    press()
    expect(screen.getByRole('alert').textContent).toContain('Kurzcode')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Kurzcode')))
    expect(asked).toEqual([])
  })
})
