import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compose, type Composition } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import type { GroupId } from '#shared/base/ids.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { WorkshopSummary } from '#shared/protocol/api.ts'
import { Browser } from '#tests/support/http-installation.ts'
import { roomDocument } from '#tests/support/room-document.ts'
import { hashOf } from '#tests/support/session-client.ts'
import type { FrozenInstallation } from './frozen-installation.ts'

const home = join(import.meta.dirname, 'installations')

let folder: string
let server: Composition

async function start(): Promise<void> {
  const config = readConfig({ WERKRAUM_DATA: folder, PORT: '0', HOST: '127.0.0.1' })
  if (!config.ok) throw new Error('the defaults are wrong')
  const passwordCost = { logN: 4, r: 8, p: 1 }
  server = await compose(config.value, {
    passwordCost,
    clientFolder: 'nowhere',
    logger: pino({ level: 'silent' }),
  })
  await server.app.ready()
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-frozen-'))
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

describe.each(readdirSync(home))('the data folder of version %s', (version) => {
  const file = (name: string) => join(home, version, name)
  const facts = JSON.parse(readFileSync(file('facts.json'), 'utf8')) as FrozenInstallation

  test('opens: people log in with their passwords and find their workshop, its members and every word', async () => {
    for (const name of ['werkraum.sqlite', 'rooms.sqlite']) copyFileSync(file(name), join(folder, name))
    await start()
    const moderator = new Browser(server.app)
    await moderator.ok('logIn', { body: { email: facts.email, password: facts.password } })
    const workshop = await moderator.workshop(facts.workshopId)
    expect(workshop.title).toBe(facts.title)
    expect(workshop.groups.map(({ name }) => name)).toEqual(facts.groupNames)
    const members = await server.platform.people.members(workshop.id)
    expect(members.map(({ name, role }) => `${role} ${name}`).sort()).toEqual(facts.members)
    const document = await roomDocument(server.platform.rooms, facts.groupId as GroupId)
    expect(document.getMap('artefacts').size).toBe(facts.artefacts)
    rootsOf(document).meta.delete('schema')
    expect(hashOf(document)).toBe(facts.contentHash)
  })

  test('its exported workshop can be imported and says the same', async () => {
    await start()
    const moderator = new Browser(server.app)
    const body = {
      token: await server.platform.setUpLink.issue(),
      name: 'Neu',
      email: 'neu@example.org',
      password: 'eine lange Losung',
    }
    await moderator.ok('setUp', { body })
    const exported = JSON.parse(readFileSync(file('workshop.json'), 'utf8')) as {
      groups: { document: { artefacts: unknown[] } }[]
    }
    const made = await moderator.ok<WorkshopSummary>('importWorkshop', { body: exported })
    expect(made.title).toBe(facts.title)
    const { groups } = await moderator.workshop(made.id)
    const at = facts.groupNames.findIndex(
      (_, i) => exported.groups[i]!.document.artefacts.length === facts.artefacts,
    )
    const snapshot = takeSnapshot(await roomDocument(server.platform.rooms, groups[at]!.id))
    expect(snapshot.unreadable).toEqual([])
    expect(snapshot.artefacts.map(({ fields }) => fields)).toEqual(
      (exported.groups[at]!.document.artefacts as { fields: unknown }[]).map(({ fields }) => fields),
    )
  })
})
