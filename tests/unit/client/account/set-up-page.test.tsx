// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { SetUpPage } from '#client/account/SetUpPage.tsx'
import type { SessionView } from '#shared/protocol/api.ts'
import { serverAnswers, show } from '#tests/support/views.tsx'

const session: SessionView = { account: null, setUpNeeded: true, workshops: [] }

function openLink(fragment = '#the-secret-of-the-link') {
  history.replaceState(null, '', `/einrichten${fragment}`)
  return show(<SetUpPage />, { at: `/einrichten${fragment}` })
}

afterEach(() => history.replaceState(null, '', '/'))

describe('a set-up link', () => {
  it('that counts leads to the form', async () => {
    const asked = serverAnswers({ session, inspectSetUpLink: {} })
    openLink()
    await screen.findByRole('button', { name: 'Konto anlegen und starten' })
    const [question] = asked.filter(({ endpoint }) => endpoint === 'inspectSetUpLink')
    expect(question!.body).toEqual({ token: 'the-secret-of-the-link' })
  })

  it.each(['setup_link_invalid', 'request_invalid'] as const)(
    'that does not count says so before anybody fills in the form (%s)',
    async (code) => {
      serverAnswers({ session, inspectSetUpLink: code })
      openLink()
      await screen.findByText(/Dieser Einrichtungs-Link gilt nicht mehr/)
      expect(screen.queryByRole('textbox')).toBeNull()
      expect(screen.queryByRole('button', { name: 'Noch einmal versuchen' })).toBeNull()
    },
  )

  it('is not called wrong while nobody can be asked, and can be tried again', async () => {
    serverAnswers({ session, inspectSetUpLink: 'storage_unavailable' })
    openLink()
    const again = await screen.findByRole('button', { name: 'Noch einmal versuchen' })
    serverAnswers({ session, inspectSetUpLink: {} })
    fireEvent.click(again)
    await screen.findByRole('button', { name: 'Konto anlegen und starten' })
  })
})
