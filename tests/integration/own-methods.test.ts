import { afterAll, beforeAll, expect, it } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import { methods } from '#shared/methods/catalogue.ts'
import { fieldsOfMethod, methodFile, methodIn } from '#shared/methods/own-as-method.ts'
import type { OwnMethod } from '#shared/methods/own-method.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'

const fields = { ...fieldsOfMethod(methods[0]!, 'de'), name: 'Unsere Auswertung', hints: 'Leise bleiben' }

let installation: HttpInstallation
let moderator: Browser
let manager: Browser
let participant: Browser
let workshop: WorkshopView
beforeAll(async () => {
  installation = await HttpInstallation.open()
  moderator = await installation.moderator()
  workshop = await moderator.found()
  const join = async (role: 'manager' | 'participant') => {
    const { token } = await moderator.invite(workshop.id, role, workshop.groups[1]!.id)
    const browser = installation.browser()
    await browser.accept({ token })
    return browser
  }
  manager = await join('manager')
  participant = await join('participant')
})
afterAll(() => installation.close())

const path = () => ({ workshopId: workshop.id })
const add = (body: unknown = fields) => moderator.ok<OwnMethod>('addMethod', { path: path(), body })

it('a method that one saves the others of the moderation find, and nobody else', async () => {
  const { id } = await add()
  const found = await manager.ok<OwnMethod[]>('ownMethods', { path: path() })
  expect(found).toContainEqual({ ...fields, id, revision: 1 })
  expect(await participant.code('ownMethods', { path: path() })).toBe('forbidden')
  expect(await participant.code('addMethod', { path: path(), body: fields })).toBe('forbidden')
})

it('of two who edit the same method the second is told', async () => {
  const { id } = await add()
  const change = (who: Browser, from: number, name: string) =>
    who.call('changeMethod', { path: { ...path(), methodId: id }, body: { from, to: { ...fields, name } } })
  expect((await change(moderator, 1, 'Eins')).body).toMatchObject({ name: 'Eins', revision: 2 })
  expect((await change(manager, 1, 'Zwei')).body).toMatchObject({ error: { code: 'plan_changed' } })
  expect((await change(manager, 2, 'Zwei')).body).toMatchObject({ name: 'Zwei', revision: 3 })
})

it('a method comes out of its file in another workshop', async () => {
  const other = await moderator.found('Dort')
  const body = methodIn(JSON.stringify(methodFile(fields)))
  const read = await moderator.ok<OwnMethod>('addMethod', { path: { workshopId: other.id }, body })
  expect(read).toMatchObject(fields)
})

it.each([
  ['without a name', { ...fields, name: ' ' }],
  [
    'with a field wider than the sheet',
    { ...fields, page: { ...fields.page!, fields: [{ ...fields.page!.fields[0]!, span: 13 }] } },
  ],
  ['with a kind of card that nobody knows', { ...fields, makes: ['spell'] }],
  ['with a mode that nobody knows', { ...fields, steps: [{ ...fields.steps[0]!, mode: { type: 'dance' } }] }],
  ['longer than a text may be', { ...fields, what: 'x'.repeat(limits.maxInstructionChars + 1) }],
])('a method %s is refused, and nothing of it kept', async (_, body) => {
  const before = await moderator.ok<OwnMethod[]>('ownMethods', { path: path() })
  expect(await moderator.code('addMethod', { path: path(), body })).toBe('request_invalid')
  expect(await moderator.ok<OwnMethod[]>('ownMethods', { path: path() })).toEqual(before)
})

it('a workshop takes so many and no more, until one is removed', async () => {
  const full = await moderator.found('Voll')
  const there = { workshopId: full.id }
  const made: OwnMethod[] = []
  for (let n = 0; n < limits.maxOwnMethods; n++)
    made.push(await moderator.ok<OwnMethod>('addMethod', { path: there, body: fields }))
  expect(await moderator.code('addMethod', { path: there, body: fields })).toBe('methods_full')
  await moderator.call('removeMethod', { path: { ...there, methodId: made[0]!.id } })
  expect((await moderator.call('addMethod', { path: there, body: fields })).status).toBe(201)
})
