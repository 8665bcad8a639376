// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { JoinForm } from '#client/account/JoinForm.tsx'
import { newId, type GroupId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import type { Admission, InviteOffer } from '#shared/protocol/api.ts'
import { serverAnswers, show, type Asked } from '#tests/support/views.tsx'

const groups = ['Baugenehmigung', 'Bürgerservice'].map((name) => ({ id: newId<GroupId>(), name }))
const offer: InviteOffer = {
  workshopTitle: 'Digitale Antragswege',
  language: 'de',
  role: 'participant',
  groups,
  organisations: [],
  alreadyMember: null,
}
const admission: Admission = {
  role: 'participant',
  workshopId: newId<WorkshopId>(),
  homeGroupId: groups[1]!.id,
  memberId: newId<MemberId>(),
  returnToken: 'a-personal-way-back-of-43-characters-xxxxxx',
}
const invitation = { code: 'XX3Q-BG72' }
const nobody = { account: null, setUpNeeded: false, workshops: [] }

let asked: Asked[]
const onJoined = vi.fn()

function showForm(shown: InviteOffer = offer, answer: Admission | 'invite_revoked' = admission) {
  asked = serverAnswers({ acceptInvite: answer, session: nobody })
  return show(<JoinForm invitation={invitation} offer={shown} onJoined={onJoined} />)
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = () => fireEvent.click(screen.getByRole('button', { name: 'Jetzt beitreten' }))
const accepted = () => asked.filter(({ endpoint }) => endpoint === 'acceptInvite')

function fillIn() {
  type('Ihr Name', '  Sabine Krüger ')
  type('Ihre Organisation', 'Landkreis Osterholz')
  type('Art der Organisation', 'county')
}

describe('joining', () => {
  beforeEach(() => onJoined.mockReset())

  it('names the workshop and the role before it asks anything', () => {
    showForm()
    expect(screen.getByRole('heading', { name: 'Digitale Antragswege' })).toBeTruthy()
    expect(screen.getByText('Ihre Rolle: Teilnehmer:in')).toBeTruthy()
  })

  it('sends nothing while something is missing, and says what', () => {
    showForm()
    press()
    expect(accepted()).toEqual([])
    expect(screen.getByText('Bitte geben Sie Ihren Namen ein.')).toBeTruthy()
    expect(screen.getByText('Bitte wählen Sie eine Gruppe.')).toBeTruthy()
    expect(screen.getByLabelText('Ihr Name').getAttribute('aria-invalid')).toBe('true')
  })

  it('sends the trimmed name, the organisation and the chosen group, and hands on the way back', async () => {
    showForm()
    fillIn()
    fireEvent.click(screen.getByRole('radio', { name: 'Bürgerservice' }))
    press()
    await waitFor(() => expect(onJoined).toHaveBeenCalledWith(admission, 'Sabine Krüger'))
    expect(accepted().map(({ body }) => body)).toEqual([
      {
        invitation,
        name: 'Sabine Krüger',
        organisation: 'Landkreis Osterholz',
        organisationKind: 'county',
        groupId: groups[1]!.id,
      },
    ])
  })

  it('asks for no group where the invitation names one', async () => {
    showForm({ ...offer, groups: [groups[0]!] })
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.getByText('Ihre Gruppe: Baugenehmigung')).toBeTruthy()
    fillIn()
    press()
    await waitFor(() => expect(accepted()).toHaveLength(1))
    expect(accepted()[0]!.body).toMatchObject({ groupId: groups[0]!.id })
  })

  it('sends no group where the role enters all of them', async () => {
    showForm({ ...offer, role: 'manager', groups: [] })
    fillIn()
    press()
    await waitFor(() => expect(accepted()).toHaveLength(1))
    expect(accepted()[0]!.body).not.toHaveProperty('groupId')
  })

  it('knows an organisation that is there, however it is written, and asks for no kind', async () => {
    const organisations = [{ name: 'Stadt Müllheim', kind: 'municipality' as const }]
    showForm({ ...offer, groups: [groups[0]!], organisations })
    type('Ihr Name', 'Sabine')
    type('Ihre Organisation', 'stadt  muellheim')
    const kind = screen.getByLabelText<HTMLSelectElement>('Art der Organisation')
    expect([kind.value, kind.disabled]).toEqual(['municipality', true])
    press()
    await waitFor(() => expect(accepted()).toHaveLength(1))
    expect(accepted()[0]!.body).toMatchObject({ organisationKind: 'municipality' })
  })

  it('offers the organisations there are while one types', () => {
    const { container } = showForm({ ...offer, organisations: [{ name: 'Amt Nord', kind: 'other' }] })
    const list = screen.getByLabelText('Ihre Organisation').getAttribute('list')
    const options = [...container.querySelectorAll('datalist option')]
    expect(options[0]!.parentElement!.id).toBe(list)
    expect(options.map((option) => option.getAttribute('value'))).toEqual(['Amt Nord'])
  })

  it('keeps what was typed when the server refuses, and says why', async () => {
    showForm(offer, 'invite_revoked')
    fillIn()
    fireEvent.click(screen.getByRole('radio', { name: 'Baugenehmigung' }))
    press()
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Einladung'))
    expect(screen.getByLabelText<HTMLInputElement>('Ihr Name').value).toBe('  Sabine Krüger ')
    expect(onJoined).not.toHaveBeenCalled()
  })
})
