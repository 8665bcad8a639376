// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { InviteDialog } from '#client/invites/InviteDialog.tsx'
import { newId, type GroupId, type InviteId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import type { CreatedInvite, GroupView, WorkshopView } from '#shared/protocol/api.ts'
import { serverAnswers, show } from '#tests/support/views.tsx'

const group = (name: string, kind: GroupView['kind']): GroupView => ({
  id: newId<GroupId>(),
  kind,
  name,
  generation: 1,
  phase: 'problem',
  memberCount: 4,
  onlineCount: 0,
  archivedAt: null,
})

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
  groups: [group('Plenum', 'plenum'), group('Baugenehmigung', 'project')],
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

const created: CreatedInvite = {
  invite: {
    id: newId<InviteId>(),
    label: '',
    mayBeShown: true,
    role: 'participant',
    groupId: null,
    createdAt: 0,
    expiresAt: 1,
    revokedAt: null,
    acceptedCount: 0,
  },
  token: 'the-token-in-the-link',
  code: 'XX3Q-BG72',
}

function open() {
  const asked = serverAnswers({ createInvite: created })
  show(<InviteDialog workshop={workshop} open onClose={vi.fn()} />)
  return asked
}

const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const create = () => fireEvent.click(screen.getByRole('button', { name: 'Einladung erstellen' }))

describe('inviting', () => {
  it('begins with what is wanted nine times of ten: participants, free choice, thirty days', async () => {
    const asked = open()
    create()
    await screen.findByText('XX3Q-BG72')
    expect(asked[0]!.body).toEqual({ role: 'participant', groupId: null, label: '', validDays: 30 })
  })

  it('invites into one group', async () => {
    const asked = open()
    choose('In welche Gruppe?', workshop.groups[1]!.id)
    choose('Gültig für', '7')
    choose('Bezeichnung (freiwillig)', 'Auftakt')
    create()
    await screen.findByText('XX3Q-BG72')
    expect(asked[0]!.body).toEqual({
      role: 'participant',
      groupId: workshop.groups[1]!.id,
      label: 'Auftakt',
      validDays: 7,
    })
  })

  it('invites into no breakout, which ends in an hour, and into nothing that is archived', () => {
    const groups = [
      ...workshop.groups,
      group('Kleingruppe 1', 'breakout'),
      { ...group('Vorjahr', 'project'), archivedAt: 1 },
    ]
    show(<InviteDialog workshop={{ ...workshop, groups }} open onClose={vi.fn()} />)
    const offered = within(screen.getByLabelText('In welche Gruppe?')).getAllByRole('option')
    expect(offered.map(({ textContent }) => textContent)).toEqual([
      expect.any(String),
      'Plenum',
      'Baugenehmigung',
    ])
  })

  it('asks for no group where the role enters all of them, even if one was chosen before', async () => {
    const asked = open()
    choose('In welche Gruppe?', workshop.groups[1]!.id)
    choose('Einladen als', 'manager')
    expect(screen.queryByLabelText('In welche Gruppe?')).toBeNull()
    create()
    await screen.findByText('XX3Q-BG72')
    expect(asked[0]!.body).toMatchObject({ role: 'manager', groupId: null })
  })

  it('says beforehand when the address is one that every computer has for itself', () => {
    open()
    expect(screen.getByText(/„localhost:\d+“ geöffnet/)).toBeTruthy()
  })

  it('shows link, QR code and short code', async () => {
    open()
    create()
    const link = await screen.findByLabelText<HTMLInputElement>('Einladungs-Link')
    expect(link.value).toBe(`${location.origin}/beitreten#the-token-in-the-link`)
    expect(screen.getByRole('img', { name: 'QR-Code der Einladung' })).toBeTruthy()
  })
})
