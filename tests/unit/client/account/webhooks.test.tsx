// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { WebhooksPart } from '#client/account/Webhooks.tsx'
import type { DeliveryView, WebhookView } from '#shared/protocol/webhooks.ts'
import { serverAnswers, show } from '#tests/support/views.tsx'

const delivery = (more: Partial<DeliveryView>): DeliveryView => ({
  ...{ id: String(Math.random()), kind: 'minutes.released', workshopId: null, at: 1_700_000_000_000 },
  ...{ state: 'delivered', attempts: 1, outcome: 'delivered', status: 204, nextAt: null },
  ...more,
})
const webhook = (more: Partial<WebhookView> = {}): WebhookView => ({
  ...{ id: 'w' as WebhookView['id'], name: 'Ablage', url: 'https://rat.example.org/hooks' },
  ...{ kinds: ['minutes.released', 'vote.counted'], workshopId: null, createdAt: 1, pausedAt: null },
  deliveries: [],
  ...more,
})
const hosts = ['rat.example.org', 'ablage.stadt.local:8443@10.0.0.0/8']
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('messages to other systems', () => {
  it('are not mentioned where the operator allows no host', async () => {
    const asked = serverAnswers({ webhooks: { hosts: [], webhooks: [] } })
    const { container } = show(<WebhooksPart />)
    await expect.poll(() => asked.length).toBe(1)
    expect(container.querySelector('section')).toBeNull()
  })

  it('are set up for what was chosen, and the secret is shown this once', async () => {
    const asked = serverAnswers({
      webhooks: { hosts, webhooks: [] },
      workshops: [],
      createWebhook: { id: 'w', secret: 'whsec_geheim' },
    })
    show(<WebhooksPart />)
    await screen.findByText('Noch wird niemandem etwas gemeldet.')
    press('Benachrichtigung einrichten')
    press('Einrichten')
    await screen.findByText('Bitte geben Sie einen Namen an.')
    await screen.findByText('Bitte wählen Sie mindestens eines.')
    const first = screen.getByLabelText('Ein Lösungssteckbrief ist öffentlich oder neu veröffentlicht')
    expect(first.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(first.getAttribute('aria-describedby')!)!.textContent).toBe(
      'Bitte wählen Sie mindestens eines.',
    )
    expect(screen.getByText(/https:\/\/ablage\.stadt\.local:8443$/)).toBeTruthy()
    fill('Wem wird gemeldet?', 'Ablage')
    fill('Adresse der Gegenstelle', 'https://rat.example.org/hooks')
    press('Einrichten')
    await expect.poll(() => document.activeElement).toBe(first)
    fireEvent.click(screen.getByLabelText('Ein Protokoll ist freigegeben'))
    expect(first.hasAttribute('aria-invalid')).toBe(false)
    press('Einrichten')
    expect((await screen.findByLabelText<HTMLInputElement>('Geheimnis')).value).toBe('whsec_geheim')
    expect(asked.find(({ endpoint }) => endpoint === 'createWebhook')!.body).toEqual({
      ...{ name: 'Ablage', url: 'https://rat.example.org/hooks' },
      ...{ kinds: ['minutes.released'], workshopId: null },
    })
    press('Ich habe es abgelegt')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('say what became of the last ones, and that one was given up', async () => {
    const deliveries = [
      delivery({ state: 'givenUp', attempts: 8, outcome: 'refused', status: 500 }),
      delivery({
        state: 'waiting',
        attempts: 2,
        outcome: 'timeout',
        status: null,
        nextAt: 1_700_000_060_000,
      }),
      delivery({ state: 'waiting', attempts: 0, outcome: null, status: null, nextAt: 1_700_000_000_000 }),
      delivery({}),
    ]
    serverAnswers({ webhooks: { hosts, webhooks: [webhook({ deliveries })] }, workshops: [] })
    show(<WebhooksPart />)
    await screen.findByText('Ablage')
    const said = (await screen.findAllByText(/Ein Protokoll ist freigegeben, /)).map(
      ({ textContent }) => textContent?.split('freigegeben, ')[1],
    )
    expect(said[0]).toBe('aufgegeben nach 8 Versuchen (Antwort 500)')
    expect(said[1]).toMatch(
      /^Versuch 2 misslungen \(keine Antwort innerhalb von zehn Sekunden\), nächster am /,
    )
    expect(said.slice(2)).toEqual(['noch nicht angekommen', 'angekommen'])
    screen.getByText('1 der letzten Benachrichtigungen ist nicht angekommen und wird nicht mehr versucht.')
  })

  it('say in words of what, and that one waits whose next attempt has no time yet', async () => {
    const deliveries = [
      delivery({ state: 'waiting', attempts: 2, outcome: 'timeout', status: null, nextAt: null }),
    ]
    serverAnswers({ webhooks: { hosts, webhooks: [webhook({ deliveries })] }, workshops: [] })
    show(<WebhooksPart />)
    const told = (await screen.findByText('Alle meine Werkstätten, 2 Anlässe')).closest('details')!
    expect(
      within(told)
        .getAllByRole('listitem', { hidden: true })
        .map(({ textContent }) => textContent),
    ).toEqual(['Ein Protokoll ist freigegeben', 'Eine Abstimmung ist ausgezählt'])
    screen.getByText('Letzte Benachrichtigungen: noch nicht angekommen')
  })

  it('are tried, paused and deleted', async () => {
    const asked = serverAnswers({
      webhooks: { hosts, webhooks: [webhook()] },
      workshops: [],
      probeWebhook: delivery({ kind: 'probe', state: 'givenUp', outcome: 'unreachable', status: null }),
      changeWebhook: {},
      removeWebhook: {},
    })
    show(<WebhooksPart />)
    const actions = within(await screen.findByRole('group', { name: 'Aktionen für „Ablage“' }))
    fireEvent.click(actions.getByRole('button', { name: 'Probe senden' }))
    fireEvent.click(actions.getByRole('button', { name: 'Pausieren' }))
    fireEvent.click(actions.getByRole('button', { name: 'Löschen' }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.click(dialog.getByRole('button', { name: 'Löschen' }))
    await expect
      .poll(() => asked.map(({ endpoint }) => endpoint))
      .toEqual(expect.arrayContaining(['probeWebhook', 'changeWebhook', 'removeWebhook']))
    expect(asked.find(({ endpoint }) => endpoint === 'changeWebhook')!.body).toEqual({ paused: true })
  })
})
