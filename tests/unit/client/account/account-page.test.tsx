// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AccountPage } from '#client/account/AccountPage.tsx'
import { NewPasswordPage } from '#client/account/NewPasswordPage.tsx'
import { OwnMenu } from '#client/account/OwnMenu.tsx'
import { serverAnswers, show } from '#tests/support/views.tsx'

const mara = { account: { id: 'a', name: 'Mara', email: 'mara@example.org' }, workshops: [] }
const noWebhooks = { hosts: [], webhooks: [] }
const guest = (role: string) => ({ account: null, workshops: [{ id: 'w', role }] })
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

afterEach(() => history.replaceState(null, '', '/'))

describe('the account page', () => {
  it('changes the password and says so', async () => {
    const asked = serverAnswers({ session: mara, keys: [], webhooks: noWebhooks, changePassword: {} })
    show(<AccountPage />)
    await screen.findByText('Mara, mara@example.org')
    fill('Jetziges Passwort', 'eine lange Losung')
    fill('Neues Passwort', 'ein ganz neuer Satz')
    press('Passwort ändern')
    await screen.findByText('Ihr neues Passwort gilt ab jetzt.')
    expect(asked.find(({ endpoint }) => endpoint === 'changePassword')!.body).toEqual({
      current: 'eine lange Losung',
      next: 'ein ganz neuer Satz',
    })
    expect(screen.getByLabelText<HTMLInputElement>('Neues Passwort').value).toBe('')
  })

  it('keeps what was typed when the current password is wrong', async () => {
    serverAnswers({ session: mara, keys: [], webhooks: noWebhooks, changePassword: 'password_wrong' })
    show(<AccountPage />)
    await screen.findByText('Mara, mara@example.org')
    fill('Jetziges Passwort', 'falsch')
    fill('Neues Passwort', 'ein ganz neuer Satz')
    press('Passwort ändern')
    expect((await screen.findByRole('alert')).textContent).toContain('Das jetzige Passwort stimmt nicht')
    expect(screen.getByLabelText<HTMLInputElement>('Neues Passwort').value).toBe('ein ganz neuer Satz')
  })

  it('asks nothing of the server while the new password is too short', async () => {
    const asked = serverAnswers({ session: mara, keys: [], webhooks: noWebhooks })
    show(<AccountPage />)
    await screen.findByText('Mara, mara@example.org')
    fill('Jetziges Passwort', 'eine lange Losung')
    fill('Neues Passwort', 'kurz')
    press('Passwort ändern')
    await screen.findByText('Es fehlen noch 8 Zeichen.')
    expect(asked.map(({ endpoint }) => endpoint)).toEqual(['session', 'keys', 'webhooks'])
  })

  it('makes a key for what was chosen, and shows it this once', async () => {
    const asked = serverAnswers({
      session: mara,
      keys: [],
      webhooks: noWebhooks,
      workshops: [],
      createKey: { key: {}, secret: 'werkraum_geheim' },
    })
    show(<AccountPage />)
    await screen.findByText('Noch gibt es keinen Schlüssel.')
    press('Zugangsschlüssel anlegen')
    press('Anlegen')
    await screen.findByText('Bitte geben Sie dem Schlüssel einen Namen.')
    expect(asked.map(({ endpoint }) => endpoint)).not.toContain('createKey')
    fill('Wofür ist er?', 'Register')
    fireEvent.click(screen.getByLabelText('Karten schreiben'))
    press('Anlegen')
    expect((await screen.findByLabelText<HTMLInputElement>('Zugangsschlüssel')).value).toBe('werkraum_geheim')
    expect(asked.find(({ endpoint }) => endpoint === 'createKey')!.body).toEqual({
      name: 'Register',
      scopes: ['read', 'cards'],
      workshopId: null,
      validDays: 90,
    })
    press('Ich habe ihn abgelegt')
    expect(screen.queryByText('werkraum_geheim')).toBeNull()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('offers an account to somebody who leads a workshop without one', async () => {
    const asked = serverAnswers({ session: guest('moderator'), addAccount: {} })
    show(<AccountPage />)
    await screen.findByRole('heading', { name: 'Eigenes Konto anlegen' })
    fill('Ihr Name', 'Nora')
    fill('E-Mail-Adresse', 'nora@example.org')
    fill('Passwort', 'noch eine Losung')
    press('Konto anlegen')
    await screen.findByRole('button', { name: 'Konto anlegen' })
    expect(asked.find(({ endpoint }) => endpoint === 'addAccount')!.body).toEqual({
      name: 'Nora',
      email: 'nora@example.org',
      password: 'noch eine Losung',
    })
  })
})

describe('the menu of who is here', () => {
  const itemsOf = async (session: object, name: string) => {
    serverAnswers({ session })
    show(<OwnMenu />)
    fireEvent.click(await screen.findByRole('button', { name }))
    return screen.getAllByRole('menuitem').map(({ textContent }) => textContent)
  }

  it('leads accounts to their account and to the operator’s page', async () => {
    expect(await itemsOf(mara, 'Mara')).toEqual(['Meine Werkstätten', 'Mein Konto', 'Betrieb', 'Abmelden'])
  })

  it('offers an account to leading guests, and nothing of it to participants', async () => {
    const here = 'Mein Zugang'
    expect(await itemsOf(guest('manager'), here)).toContain('Eigenes Konto anlegen')
  })

  it('offers to clear the device where nobody can be logged out, and says what stays', async () => {
    localStorage.setItem('werkraum:replicas', '[]')
    const items = await itemsOf(mara, 'Mara')
    expect(items).toContain('Abmelden')
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    fireEvent.click(screen.getByRole('menuitem', { name: 'Abmelden' }))
    await screen.findByText(/Der Server ist nicht zu erreichen/)
    expect(localStorage.getItem('werkraum:replicas')).not.toBeNull()
    press('Trotzdem von diesem Gerät entfernen')
    await screen.findByText(/Angemeldet ist dieser Browser noch/)
    expect(localStorage.getItem('werkraum:replicas')).toBeNull()
  })

  it('offers participants neither', async () => {
    const items = await itemsOf(guest('participant'), 'Mein Zugang')
    expect(items).toEqual(['Meine Werkstätten', 'In diesem Browser abmelden'])
  })
})

describe('a reset link', () => {
  it('loses its secret from the address bar and sets the password', async () => {
    history.replaceState(null, '', '/passwort#the-secret-of-the-link')
    const asked = serverAnswers({ session: mara, resetPassword: {} })
    show(<NewPasswordPage />, { at: '/passwort#the-secret-of-the-link' })
    expect(location.href).not.toContain('secret')
    fill('Neues Passwort', 'ein ganz neuer Satz')
    press('Passwort setzen')
    await screen.findByRole('heading', { name: 'Neues Passwort setzen' })
    expect(asked[0]).toEqual({
      endpoint: 'resetPassword',
      query: {},
      body: { token: 'the-secret-of-the-link', next: 'ein ganz neuer Satz' },
    })
  })

  it('says what to do when it is incomplete', () => {
    show(<NewPasswordPage />, { at: '/passwort' })
    expect(screen.getByText(/Der Link ist unvollständig/)).toBeTruthy()
  })
})
