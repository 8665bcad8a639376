import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId, type ArtefactId, type MemberId } from '#shared/base/ids.ts'
import { createArtefact, headlineOf, readArtefact } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { ClientConfig, WorkshopView } from '#shared/protocol/api.ts'
import type { ProposalsView } from '#shared/protocol/proposals.ts'
import { compose, type Composition } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { Browser } from '#tests/support/http-installation.ts'
import { MeaningStandIn } from '#tests/support/meaning-stand-in.ts'
import { sampleGroup, unreleased } from '#tests/support/sample-group.ts'

/*
 * Proposals by meaning through the whole way: request, process, consent, and a service behind a real socket that knows
 * what two words mean.
 */
const notes = [
  'Akten im Keller',
  'Papier im Archiv: Akten',
  'Telefon besetzt',
  'Niemand am Telefon',
  'Kaffee',
]

let folder: string
let service: MeaningStandIn
let server: Composition
let moderator: Browser
let workshop: WorkshopView
let cards: Map<string, ArtefactId>
const log: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkraum-proposals-'))
  service = await MeaningStandIn.listen(['Akten', 'Telefon'])
})
afterEach(async () => {
  await server.stop()
  await service.close()
  await rm(folder, { recursive: true })
})

async function start(env: Record<string, string>) {
  const config = readConfig({ WERKRAUM_DATA: folder, PORT: '0', HOST: '127.0.0.1', ...env })
  if (!config.ok) throw new Error('wrong options')
  server = await compose(config.value, {
    passwordCost: { logN: 4, r: 8, p: 1 },
    clientFolder: 'nowhere',
    logger: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
  })
  await server.app.ready()
  moderator = new Browser(server.app)
  const token = await server.platform.setUpLink.issue()
  const body = { token, name: 'Mara Moder', email: 'mara@example.org', password: 'eine lange Losung' }
  await moderator.ok('setUp', { body })
  workshop = await moderator.found('Werkstatt', ['Gruppe A'])
  const doc = sampleGroup()
  const { artefacts } = rootsOf(doc)
  const authorship = { as: 'named', memberId: newId<MemberId>(), name: 'Jana', organisation: '' } as const
  doc.transact(() => {
    for (const text of notes)
      createArtefact(artefacts, {
        kind: 'note',
        phase: 'problem',
        createdAt: 1,
        authorship,
        fields: { text },
      })
  })
  cards = new Map(
    [...artefacts.keys()].map((id) => [headlineOf(readArtefact(artefacts, id)!), id as ArtefactId]),
  )
  await server.platform.rooms.create(group().id, Y.encodeStateAsUpdate(doc))
}

const group = () => workshop.groups.find(({ kind }) => kind === 'project')!
const asking = (artefactIds: readonly string[]) => ({
  path: { workshopId: workshop.id, groupId: group().id },
  body: { artefactIds },
})
const withService = () => ({
  WERKRAUM_EMBEDDINGS_URL: service.url.href,
  WERKRAUM_EMBEDDINGS_MODEL: 'stand-in',
  WERKRAUM_EMBEDDINGS_KEY: 'geheim',
})

describe('proposals by meaning', () => {
  it('are groups of cards by a service that is named, and nothing withheld is sent for them', async () => {
    await start(withService())
    const { meaning } = await moderator.ok<ClientConfig>('config', {})
    expect(meaning).toEqual({ host: service.url.host, model: 'stand-in' })
    const { groups, unsent, ...told } = await moderator.ok<ProposalsView>(
      'proposeGroups',
      asking([...cards.values()]),
    )
    const named = groups.map((ids) =>
      ids.map((id) => [...cards].find(([, other]) => other === id)![0]).sort(),
    )
    expect(named).toContainEqual(['Akten im Keller', 'Papier im Archiv: Akten'])
    expect(named).toContainEqual(['Niemand am Telefon', 'Telefon besetzt'])
    expect(told.service).toEqual(meaning)
    expect(service.texts).toEqual(expect.arrayContaining(notes))
    expect(service.texts.join('\n')).not.toContain(unreleased)
    expect(unsent).toBeGreaterThanOrEqual(2)
    expect(service.asked.every(({ path, key }) => path === '/v1/embeddings' && key === 'Bearer geheim')).toBe(
      true,
    )
  }, 60_000)

  it('are not there without a service: no word leaves, and nobody is offered them', async () => {
    await start({})
    expect((await moderator.ok<ClientConfig>('config', {})).meaning).toBeNull()
    expect(await moderator.code('proposeGroups', asking([...cards.values()]))).toBe('not_found')
    expect(service.asked).toEqual([])
  }, 60_000)

  it('are refused by name while the service answers nonsense, and the log holds neither words nor key', async () => {
    await start(withService())
    for (const instead of [
      { status: 500, body: 'Akten im Keller' },
      { status: 200, body: '{"data":[]}' },
      { status: 200, body: 'Akten im Keller' },
    ]) {
      service.instead = instead
      expect(await moderator.code('proposeGroups', asking([...cards.values()]))).toBe('meaning_unavailable')
    }
    expect(log.join('\n')).not.toMatch(/Keller|geheim/)
  }, 60_000)
})
