import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { readArtefact } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { readableEvents } from '#shared/facilitation/events.ts'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { SERVER_MEMBER } from '#server/rooms/client-bindings.ts'
import { workOffDeadlines } from '#server/rooms/deadlines.ts'
import { eventually } from '#tests/support/eventually.ts'
import { FakeClock, settle } from '#tests/support/fake-clock.ts'
import { preparedDocument } from '#tests/support/live-rooms.ts'
import { silentLogger } from '#tests/support/silent-logger.ts'
import { documentOnDisk, eventsOnDisk, ServerProcess } from '#tests/support/server-process.ts'
import { silentStep, stepId, writeSilently } from '#tests/support/silent-rooms.ts'
import { SocketPeer } from '#tests/support/socket-peer.ts'

describe('a step in people’s own time, on a real server', () => {
  const groupId = newId<GroupId>()
  const [moderatorId, writerId] = [newId<MemberId>(), newId<MemberId>()]
  let folder: string
  let file: string
  let server: ServerProcess
  const peers: SocketPeer[] = []
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'werkraum-due-'))
    file = join(folder, 'rooms.sqlite')
    const logs = await openRoomLogs(file)
    await logs.updateLog.append([{ groupId, update: preparedDocument(), newClients: [[1, SERVER_MEMBER]] }])
    await logs.close()
    server = await ServerProcess.start(file)
  })
  afterEach(async () => {
    for (const peer of peers.splice(0)) peer.close()
    await server.end('SIGKILL')
    rmSync(folder, { recursive: true })
  })

  async function open(path: string, memberId: MemberId, role: string): Promise<SocketPeer> {
    const peer = await SocketPeer.open(
      `ws://127.0.0.1:${server.port}/${path}?member=${memberId}&role=${role}`,
    )
    peers.push(peer)
    await eventually('in sync', () => peer.isSynced, 10_000)
    return peer
  }

  /** Somebody writes until the deadline, and everybody leaves. */
  async function writeUntil(deadline: number): Promise<void> {
    const moderator = await open(`sync/${groupId}`, moderatorId, 'moderator')
    moderator.command({ type: 'startStep', from: null, step: silentStep('anonymous', { deadline }) })
    await eventually('it runs', () => moderator.told.some(({ type }) => type === 'accepted'), 10_000)
    const draft = await open(`drafts/${groupId}/${stepId}`, writerId, 'participant')
    writeSilently(draft.doc, 'Zu Hause geschrieben')
    await eventually('it is saved', () => draft.isSaved, 10_000)
    for (const peer of peers.splice(0)) peer.close()
  }

  /** Looked up beside the server, so that nobody enters the room. */
  const hasEnded = () => eventsOnDisk(file, groupId).some(({ event }) => event.type === 'StepEnded')

  async function stored() {
    const logs = await openRoomLogs(file)
    const events = readableEvents(await logs.eventLog.load(groupId)).map(({ event }) => event.type)
    const due = await logs.eventLog.due()
    await logs.close()
    const { artefacts } = rootsOf(documentOnDisk(file, groupId))
    const texts = [...artefacts.keys()].map((id) => String(readArtefact(artefacts, id)?.fields.text))
    return { events, due, texts }
  }

  test('is revealed when its deadline comes, while nobody is there', async () => {
    await writeUntil(Date.now() + 2_000)
    await eventually('it is revealed', () => hasEnded(), 30_000)
    await server.end('SIGTERM')
    const { events, due, texts } = await stored()
    expect(events).toEqual(['StepStarted', 'DraftsRevealed', 'StepEnded'])
    expect(due).toEqual([])
    expect(texts).toContain('Zu Hause geschrieben')
  })

  test('is revealed once by the next server when the deadline came while the old one lay killed', async () => {
    const deadline = Date.now() + 1_500
    await writeUntil(deadline)
    await server.end('SIGKILL')
    expect((await stored()).events).toEqual(['StepStarted'])
    await eventually('the deadline has come', () => Date.now() > deadline, 10_000)
    server = await ServerProcess.start(file)
    await eventually('it is revealed', () => hasEnded(), 30_000)
    await server.end('SIGKILL')
    server = await ServerProcess.start(file)
    await server.end('SIGTERM')
    const { events, texts } = await stored()
    expect(events.filter((type) => type === 'DraftsRevealed')).toHaveLength(1)
    expect(texts.filter((text) => text === 'Zu Hause geschrieben')).toHaveLength(1)
  })

  test.each([
    ['before', ['StepStarted']],
    ['after', ['StepStarted', 'DraftsRevealed', 'StepEnded']],
  ])(
    'is concluded once, also where the server is killed %s the transaction',
    async (dies, happened) => {
      await server.end('SIGKILL')
      await server.start({ DIES: dies })
      await writeUntil(Date.now() + 1_000)
      await server.gone()
      expect((await stored()).events).toEqual(happened)
      await server.start({ DIES: '' })
      await eventually('it is revealed', () => hasEnded(), 30_000)
      await server.end('SIGTERM')
      const { events, due, texts } = await stored()
      expect(events).toEqual(['StepStarted', 'DraftsRevealed', 'StepEnded'])
      expect(due).toEqual([])
      expect(texts.filter((text) => text === 'Zu Hause geschrieben')).toHaveLength(1)
    },
    60_000,
  )
})

describe('what is due', () => {
  const due = (at: number) => ({ groupId: newId<GroupId>(), stepId: `step-${at}`, at })
  function working(steps: ReturnType<typeof due>[], fails: (stepId: string) => boolean = () => false) {
    const clock = new FakeClock()
    const begin = clock.now()
    let left = steps.map((step) => ({ ...step, at: begin + step.at }))
    const asked: string[] = []
    const stop = workOffDeadlines({
      clock,
      logger: silentLogger,
      eventLog: { due: async () => left },
      rooms: {
        async concludeDue(_, stepId) {
          asked.push(stepId)
          if (fails(stepId)) throw new Error('the disk is full')
          left = left.filter((step) => step.stepId !== stepId)
        },
      },
    })
    return { clock, asked, stop }
  }

  test('is done when its time comes and not before', async () => {
    const { clock, asked, stop } = working([due(5_000), due(25_000)])
    await clock.advance(4_900)
    expect(asked).toEqual([])
    await clock.advance(200)
    expect(asked).toEqual(['step-5000'])
    await clock.advance(20_000)
    expect(asked).toEqual(['step-5000', 'step-25000'])
    await stop()
  })

  test('what fails holds up nothing else, rests, and is tried again', async () => {
    let full = true
    const { clock, asked, stop } = working([due(0), due(10)], (stepId) => full && stepId === 'step-0')
    await clock.advance(1_000)
    expect(asked).toEqual(['step-0', 'step-10'])
    await clock.advance(30_000)
    expect(asked).toHaveLength(2)
    full = false
    await clock.advance(60_000)
    expect(asked).toEqual(['step-0', 'step-10', 'step-0'])
    await stop()
  })

  test('nothing is looked for any more once it is stopped', async () => {
    const { clock, asked, stop } = working([due(5_000)])
    await stop()
    await settle()
    await clock.advance(60_000)
    expect([asked, clock.pendingTimers]).toEqual([[], 0])
  })
})
