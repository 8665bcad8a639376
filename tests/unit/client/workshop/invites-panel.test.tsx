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
  raisedTo: null,
  createdAt: 0,
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
  },
}

const open: InviteView = {
  id: newId<InviteId>(),
  role: 'participant',
  groupId: null,
  createdAt: 0,
  expiresAt: Date.now() + 86_400_000,
  revokedAt: null,
  acceptedCount: 3,
}

describe('the list of invitations', () => {
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
