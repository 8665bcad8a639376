import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import * as Y from 'yjs'
import { compose } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { oneOfEveryKind } from '#tests/support/filled-cards.ts'
import { Browser } from '#tests/support/http-installation.ts'
import { sampleGroup } from '#tests/support/sample-group.ts'
import { roomDocument } from '#tests/support/room-document.ts'
import { hashOf } from '#tests/support/session-client.ts'
import type { FrozenInstallation } from './frozen-installation.ts'

/*
 * Freezes a whole data folder and the export of its workshop as the present version writes them:
 *   npx tsx tests/compatibility/freeze-installation.ts <version>
 * Run once for a release. What is frozen is never written again.
 */
const version = process.argv[2]
if (!version) throw new Error('say which version')
const target = join(import.meta.dirname, 'installations', version)
if (existsSync(target)) throw new Error(`${version} is frozen already`)

const folder = mkdtempSync(join(tmpdir(), 'werkraum-freeze-'))
const config = readConfig({ WERKRAUM_DATA: folder, PORT: '0', HOST: '127.0.0.1' })
if (!config.ok) throw new Error('the defaults are wrong')
const server = await compose(config.value, {
  passwordCost: { logN: 4, r: 8, p: 1 },
  clientFolder: 'nowhere',
  logger: pino({ level: 'silent' }),
})
await server.app.ready()

const account = { name: 'Mara Moder', email: 'mara@example.org', password: 'eine lange Losung' }
const moderator = new Browser(server.app)
await moderator.ok('setUp', { body: { token: await server.platform.setUpLink.issue(), ...account } })
const { id: workshopId, groups } = await moderator.found('Kita-Plätze', ['Gruppe A', 'Gruppe B'])
const group = groups.find(({ kind }) => kind === 'project')!
const { token } = await moderator.invite(workshopId, 'participant', group.id)
await new Browser(server.app).accept({ token })
const member = (await server.platform.people.members(workshopId))[0]!
const sample = sampleGroup(member.id)
oneOfEveryKind(sample, 'page:solution-ideas', { phase: 'solution' })
await server.platform.rooms.create(group.id, Y.encodeStateAsUpdate(sample))

const view: WorkshopView = await moderator.workshop(workshopId)
const document = await roomDocument(server.platform.rooms, group.id)
// Its number is the one thing that every later version changes
rootsOf(document).meta.delete('schema')
const call = { path: { workshopId }, query: { format: 'json' } }
const exported = await moderator.call('exportWorkshop', call)
const facts: FrozenInstallation = {
  email: account.email,
  password: account.password,
  workshopId,
  title: view.title,
  groupId: group.id,
  groupNames: view.groups.map(({ name }) => name),
  members: (await server.platform.people.members(workshopId))
    .map(({ name, role }) => `${role} ${name}`)
    .sort(),
  artefacts: document.getMap('artefacts').size,
  contentHash: hashOf(document),
}
await server.stop()

mkdirSync(target, { recursive: true })
for (const name of ['werkraum.sqlite', 'rooms.sqlite']) copyFileSync(join(folder, name), join(target, name))
writeFileSync(join(target, 'workshop.json'), exported.bytes)
writeFileSync(join(target, 'facts.json'), `${JSON.stringify(facts, null, 1)}\n`)
rmSync(folder, { recursive: true })
