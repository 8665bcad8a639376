// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { InvitesPanel } from '#client/workshop/InvitesPanel.tsx'
import { newId, type InviteId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import type { InviteView, WorkshopView } from '#shared/protocol/api.ts'
import { serverAnswers, show } from '#tests/support/views.tsx'

const workshop: WorkshopView = {
  id: newId<WorkshopId>(),
  title: 'Digitale Antragswege',
  language: 'de',
  archivedAt: null,
  raisedTo: null,
  createdAt: 0,
  isSample: false,
  rehearsalOf: null,
  copyOf: null,
  groups: [],
  me: {
    id: newId<MemberId>(),
    name: 'Katharina Brandt',
    organisationId: null,
    organisation: '',
    organisationKind: 'coordination',
    role: 'moderator',
    groupIds: 'all',
    mayChooseGroup: false,
    hasAccount: true,
    standing: 'present',
    standsInFor: null,
  },
}

const open: InviteView = {
  id: newId<InviteId>(),
  label: '',
  mayBeShown: true,
  role: 'participant',
  groupId: null,
  createdAt: 0,
  expiresAt: Date.now() + 86_400_000,
  revokedAt: null,
  acceptedCount: 3,
}

describe('the list of invitations', () => {
  it('tells them apart by their labels, and shows an open one again', async () => {
    const shown = { invite: { ...open, label: 'Aushang im Flur' }, token: 'link-token', code: 'XX3Q-BG72' }
    serverAnswers({ invites: [shown.invite, { ...open, id: newId<InviteId>() }], showInvite: shown })
    show(<InvitesPanel workshop={workshop} />)
    const row = await screen.findByRole('row', { name: /Aushang im Flur/ })
    fireEvent.click(within(row).getByRole('button', { name: 'Zeigen' }))
    const dialog = await screen.findByRole('dialog', { name: 'Aushang im Flur' })
    expect(await within(dialog).findByText('XX3Q-BG72')).toBeTruthy()
    expect(within(dialog).getByLabelText<HTMLInputElement>('Einladungs-Link').value).toContain('#link-token')
  })

  it('offers none to be shown that is over or whose link nobody knows any more', async () => {
    const over = { ...open, revokedAt: 1 }
    serverAnswers({ invites: [over, { ...open, id: newId<InviteId>(), mayBeShown: false }] })
    show(<InvitesPanel workshop={workshop} />)
    await screen.findByRole('button', { name: 'Zurückziehen' })
    expect(screen.queryByRole('button', { name: 'Zeigen' })).toBeNull()
  })

  it('says that an invitation was withdrawn, though its button is gone by then', async () => {
    serverAnswers({ invites: [open] })
    show(<InvitesPanel workshop={workshop} />)
    fireEvent.click(await screen.findByRole('button', { name: 'Zurückziehen' }))
    serverAnswers({ revokeInvite: {}, invites: [{ ...open, revokedAt: Date.now() }] })
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Zurückziehen' }))
    expect((await screen.findAllByText('Die Einladung ist zurückgezogen.')).length).toBeGreaterThan(0)
    expect(screen.queryByRole('button', { name: 'Zurückziehen' })).toBeNull()
  })
})
