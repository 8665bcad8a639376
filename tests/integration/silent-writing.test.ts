import { beforeEach, describe, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { newId, type ArtefactId, type AssetId, type MemberId } from '#shared/base/ids.ts'
import { readArtefact } from '#shared/document/artefacts.ts'
import { removeDraftCard, writeDraftCard } from '#shared/document/draft-cards.ts'
import { eraseImages, eraseTranscript } from '#shared/document/erase.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { isErased } from '#shared/evidence/transcripts.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { RoundAuthorship } from '#shared/facilitation/step/round-authorships.ts'
import { isSource, type QuoteSource } from '#shared/kinds/field.ts'
import { MemoryBallotBox } from '#server/adapters/memory/ballot-box.ts'
import { MemoryDraftVault } from '#server/adapters/memory/draft-vault.ts'
import { MemoryEventLog } from '#server/adapters/memory/event-log.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import type { Revelation } from '#server/ports/draft-vault.ts'
import { limits } from '#shared/base/limits.ts'
import { addNote, preparedDocument } from '#tests/support/live-rooms.ts'
import type { RoomPeer } from '#tests/support/room-peer.ts'
import { SilentRooms, silentStep, stepId, writeSilently } from '#tests/support/silent-rooms.ts'

const revealAll: Command = { type: 'revealDrafts', stepId, whose: { type: 'all' } }

let silent: SilentRooms
let moderator: RoomPeer
let jana: MemberId
let tom: MemberId

async function begin(authorship: RoundAuthorship): Promise<void> {
  ;[silent, moderator] = await SilentRooms.with(authorship)
  jana = silent.people.member('participant', 'Jana').id
  tom = silent.people.member('participant', 'Tom').id
}
beforeEach(() => begin('anonymous'))

const cardsIn = (doc: Y.Doc) => {
  const { artefacts } = rootsOf(doc)
  return [...artefacts.keys()].map((id) => readArtefact(artefacts, id)!)
}
const textsIn = (doc: Y.Doc) => cardsIn(doc).map(({ fields }) => fields.text)
const texts = async () => textsIn(await silent.document())
const roundSeenBy = (peer: RoomPeer) =>
  peer.told.flatMap((message) => ('state' in message ? (message.state.silent ?? []) : [])).at(-1)
const refusalsOf = (peer: RoomPeer) =>
  peer.told.flatMap((message) => (message.type === 'refused' ? message.code : []))

describe('a silent card', () => {
  test('reaches the other devices of its writer and nobody else, the moderation included', async () => {
    const tomInRoom = await silent.comeIn(tom)
    const [desk, phone, other] = [await silent.draft(jana), await silent.draft(jana), await silent.draft(tom)]
    writeSilently(desk.doc, 'Papierakten abschaffen')
    await silent.tick()
    expect(textsIn(phone.doc)).toEqual(['Papierakten abschaffen'])
    expect(desk.durableUpTo).toBe(desk.framesSent)
    for (const peer of [moderator, tomInRoom, other]) {
      expect(peer.received.some((bytes) => Buffer.from(bytes).includes('Papierakten'))).toBe(false)
    }
    expect(await texts()).toEqual([])
  })

  test('is there again after the server was restarted', async () => {
    const desk = await silent.draft(jana)
    writeSilently(desk.doc, 'Bleibt')
    await silent.tick()
    silent = silent.restarted()
    expect(textsIn((await silent.draft(jana)).doc)).toEqual(['Bleibt'])
  })

  test('is counted for everybody, without saying whose it is', async () => {
    const [a, b] = [await silent.draft(jana), await silent.draft(tom)]
    writeSilently(a.doc, 'Eins')
    writeSilently(b.doc, 'Zwei')
    writeSilently(b.doc, '  ')
    await silent.tick(60)
    expect(moderator.told.filter(({ type }) => type === 'drafts').at(-1)).toEqual({
      type: 'drafts',
      stepId,
      cards: 2,
    })
  })

  test('is counted after a restart, too', async () => {
    const a = await silent.draft(jana)
    writeSilently(a.doc, 'Eins')
    await silent.tick()
    silent = silent.restarted()
    const late = await silent.enter()
    await silent.tick(60)
    expect(late.told).toContainEqual({ type: 'drafts', stepId, cards: 1 })
  })
})

describe('the way into drafts', () => {
  test('is closed to observers, and where no silent round was', async () => {
    const observer = silent.people.member('observer').id
    expect((await silent.draft(observer)).closed?.reason).toBe('forbidden')
    expect((await silent.draft(jana, { step: 'step-other' })).closed?.reason).toBe('forbidden')
  })

  test('S6 is closed to somebody who is removed while their draft is read', async () => {
    const lookUp = silent.people.admitted.bind(silent.people)
    let looks = 0
    vi.spyOn(silent.people, 'admitted').mockImplementation((memberId, groupId) => {
      const found = lookUp(memberId, groupId)
      // The first look is the way in, the second the draft’s own
      if (++looks === 2) {
        silent.people.change(jana, { removedAt: 1 })
        void silent.silence.memberChanged(jana)
      }
      return found
    })
    const desk = await silent.draft(jana)
    expect(desk.closed?.reason).toBe('membership_ended')
    writeSilently(desk.doc, 'Zu spät')
    await silent.tick()
    moderator.command(revealAll)
    await silent.tick()
    expect(await texts()).toEqual([])
  })

  test('S6 what somebody had written who was removed since is shown without their name, and nothing they send later', async () => {
    await begin('named')
    const desk = await silent.draft(jana)
    writeSilently(desk.doc, 'Noch dabei')
    await silent.tick()
    silent.people.change(jana, { removedAt: 1 })
    writeSilently(desk.doc, 'In derselben Sekunde')
    await silent.rooms.memberChanged(jana)
    writeSilently(desk.doc, 'Danach')
    await silent.tick()
    moderator.command(revealAll)
    await silent.tick()
    expect((await texts()).sort()).toEqual(['In derselben Sekunde', 'Noch dabei'])
    expect(cardsIn(await silent.document()).map(({ authorship }) => authorship.as)).toEqual([
      'anonymous',
      'anonymous',
    ])
  })

  test('ends with the membership', async () => {
    const desk = await silent.draft(jana)
    silent.people.change(jana, { removedAt: 1 })
    await silent.rooms.memberChanged(jana)
    expect(desk.closed?.reason).toBe('membership_ended')
  })
})

describe('revealing', () => {
  test('lays all cards open for everybody, each once, and the page opens', async () => {
    const tomInRoom = await silent.comeIn(tom)
    const [a, b] = [await silent.draft(jana), await silent.draft(tom)]
    for (const text of ['Eins', 'Zwei']) writeSilently(a.doc, text)
    writeSilently(b.doc, 'Drei')
    moderator.command(revealAll)
    moderator.command(revealAll)
    await silent.tick(8)
    expect(textsIn(tomInRoom.doc).sort()).toEqual(['Drei', 'Eins', 'Zwei'])
    expect(await texts()).toHaveLength(3)
    expect(roundSeenBy(tomInRoom)).toMatchObject({ status: 'revealed', generation: 1 })
    const steps = tomInRoom.told.flatMap((message) => ('state' in message ? (message.state.step ?? []) : []))
    expect(steps.at(-1)?.running?.step.mode).toEqual({ type: 'open' })
    expect(a.closed?.reason).toBe('generation_mismatch')
  })

  test('of an anonymous round leaves nothing to tell a writer by', async () => {
    const [a, b] = [await silent.draft(jana), await silent.draft(tom)]
    for (let n = 0; n < 8; n++) writeSilently((n % 2 ? a : b).doc, `Karte ${n}`)
    await silent.tick()
    const drafted = [...cardsIn(a.doc), ...cardsIn(b.doc)].map(({ id }): string => id)
    moderator.command(revealAll)
    await silent.tick(8)
    const cards = cardsIn(await silent.document())
    expect(cards).toHaveLength(8)
    expect(new Set(cards.map(({ createdAt }) => createdAt)).size).toBe(1)
    for (const card of cards) {
      expect(card.authorship).toEqual({ as: 'anonymous' })
      expect(drafted).not.toContain(card.id)
      // Version 4: nothing in it rises with time
      expect(card.id[14]).toBe('4')
    }
    const { updates, clients } = await silent.logs.updateLog.load(silent.groupId)
    const stored = Buffer.concat(updates).toString('latin1') + [...clients.values()].join()
    expect(stored).not.toContain(jana)
    expect(stored).not.toContain(tom)
    expect(await silent.logs.vault.draftsOf(silent.groupId, stepId)).toEqual([])
  })

  test('names its writers where that was said before', async () => {
    await begin('named')
    writeSilently((await silent.draft(jana)).doc, 'Von Jana')
    moderator.command(revealAll)
    await silent.tick(8)
    expect(cardsIn(await silent.document())[0]!.authorship).toMatchObject({ as: 'named', name: 'Jana' })
  })

  test('by person takes the cards of that person only, and only in rounds with names', async () => {
    await begin('named')
    writeSilently((await silent.draft(jana)).doc, 'Von Jana')
    const other = await silent.draft(tom)
    writeSilently(other.doc, 'Von Tom')
    moderator.command({ type: 'revealDrafts', stepId, whose: { type: 'person', memberId: jana } })
    await silent.tick(8)
    expect(await texts()).toEqual(['Von Jana'])
    expect(other.closed).toBeNull()
    writeSilently(other.doc, 'Noch eine')
    moderator.command(revealAll)
    await silent.tick(8)
    expect((await texts()).sort()).toEqual(['Noch eine', 'Von Jana', 'Von Tom'])

    await begin('anonymous')
    moderator.command({ type: 'revealDrafts', stepId, whose: { type: 'person', memberId: jana } })
    await silent.tick()
    expect(refusalsOf(moderator)).toEqual(['round_not_named'])
  })

  test('takes no card that was taken back, and none that says nothing', async () => {
    const desk = await silent.draft(jana)
    const shape = writeSilently(desk.doc, 'Doch nicht')
    writeSilently(desk.doc, '')
    desk.doc.transact(() => removeDraftCard(rootsOf(desk.doc), shape))
    writeSilently(desk.doc, 'Bleibt')
    moderator.command(revealAll)
    await silent.tick(8)
    expect(await texts()).toEqual(['Bleibt'])
  })

  test('leaves what arrives later with its writer', async () => {
    const desk = await silent.draft(jana)
    writeSilently(desk.doc, 'Rechtzeitig')
    moderator.command(revealAll)
    await silent.tick(8)
    expect((await silent.draft(jana, { doc: desk.doc })).closed?.reason).toBe('generation_mismatch')
    const late = await silent.draft(jana, { gen: 1 })
    writeSilently(late.doc, 'Zu spät')
    await silent.tick()
    expect(late.durableUpTo).toBe(late.framesSent)
    expect(await texts()).toEqual(['Rechtzeitig'])
    expect(textsIn((await silent.draft(jana, { gen: 1 })).doc)).toEqual(['Zu spät'])
  })

  test('is done by moderators only', async () => {
    const participant = await silent.comeIn(jana)
    participant.command(revealAll)
    await silent.tick()
    expect(refusalsOf(participant)).toEqual(['command_not_allowed'])
  })

  test('that cannot be stored shows nothing to anybody, and the drafts stay', async () => {
    const [updateLog, eventLog] = [new MemoryUpdateLog(), new MemoryEventLog()]
    let isFull = true
    const vault = new (class extends MemoryDraftVault {
      override reveal(revelation: Revelation): Promise<boolean> {
        return isFull ? Promise.reject(new Error('disk full')) : super.reveal(revelation)
      }
    })(updateLog, eventLog)
    ;[silent, moderator] = await SilentRooms.with('anonymous', {
      updateLog,
      eventLog,
      vault,
      box: new MemoryBallotBox(),
    })
    jana = silent.people.member().id
    const desk = await silent.draft(jana)
    writeSilently(desk.doc, 'Eins')
    moderator.command(revealAll)
    await silent.tick(8)
    expect(refusalsOf(moderator)).toEqual(['internal'])
    expect(await texts()).toEqual([])
    writeSilently(desk.doc, 'Zwei')
    isFull = false
    moderator.command(revealAll)
    await silent.tick(8)
    expect((await texts()).sort()).toEqual(['Eins', 'Zwei'])
  })
})

describe('what a round promised', () => {
  test('cannot be loosened for its cards', async () => {
    moderator.command({ type: 'setMode', stepId, mode: { type: 'silent', authorship: 'named' } })
    moderator.command({ type: 'changeStep', step: silentStep('organisation') })
    await silent.tick()
    expect(refusalsOf(moderator)).toEqual(['authorship_promised', 'authorship_promised'])
  })

  test('becomes stricter for cards written before as well', async () => {
    await begin('named')
    writeSilently((await silent.draft(jana)).doc, 'Eins')
    moderator.command({ type: 'setMode', stepId, mode: { type: 'silent', authorship: 'anonymous' } })
    moderator.command(revealAll)
    await silent.tick(8)
    expect(cardsIn(await silent.document())[0]!.authorship).toEqual({ as: 'anonymous' })
  })
})

describe('S27 the share of the thread that somebody has', () => {
  /** What each frame costs from now on, in milliseconds. */
  let costMs = 0
  beforeEach(async () => {
    let measured = 0
    costMs = 0
    silent = new SilentRooms(undefined, undefined, () => (measured += costMs))
    await silent.rooms.create(silent.groupId, preparedDocument())
    moderator = await silent.enter('moderator')
    moderator.command({ type: 'startStep', from: null, step: silentStep('anonymous') })
    await silent.tick()
    jana = silent.people.member('moderator', 'Jana').id
    tom = silent.people.member('moderator', 'Tom').id
  })

  test('is one for drafts and room together: who used it up in a draft waits in the room, others do not', async () => {
    const [inRoom, other] = [await silent.comeIn(jana), await silent.comeIn(tom)]
    const draft = await silent.draft(jana)
    costMs = 300
    writeSilently(draft.doc, 'Teuer')
    costMs = 0
    const early = addNote(inRoom.doc, 'wartet').id
    const theirs = addNote(other.doc, 'geht vor').id
    await silent.tick(1)
    const there = async (id: string) => rootsOf(await silent.document()).artefacts.has(id)
    expect(await there(theirs)).toBe(true)
    expect(await there(early)).toBe(false)
    await silent.clock.advance(2_000)
    expect(await there(early)).toBe(true)
    expect(inRoom.closed).toBeNull()
  })

  test('bounds a draft as well: who would have to wait too long is sent away', async () => {
    const draft = await silent.draft(jana)
    costMs = limits.threadMsRefused + limits.threadMsBurst + 1_000
    writeSilently(draft.doc, 'Unmäßig')
    writeSilently(draft.doc, 'Noch eines')
    expect(draft.closed?.reason).toBe('flooding')
  })
})

test('an image that is erased goes from silent cards as well, and nobody learns how many showed it', async () => {
  const image = newId<AssetId>()
  const desk = await silent.draft(jana)
  const phone = await silent.draft(tom)
  for (const { doc } of [desk, phone]) {
    const card = {
      kind: 'persona',
      phase: 'problem',
      pageId: 'page:start',
      fieldId: null,
      createdAt: 1,
    } as const
    doc.transact(() =>
      writeDraftCard(rootsOf(doc), { ...card, fields: { name: 'Frau Öz', portrait: image } }),
    )
  }
  await silent.tick()
  phone.leave()
  await silent.clock.advance(60_000)
  const erasing = silent.rooms.erase(silent.groupId, (roots) => eraseImages(roots, new Set([image])))
  await silent.tick(60)
  expect(await erasing).toBe(0)
  expect(cardsIn(desk.doc)[0]!.fields).toMatchObject({ name: 'Frau Öz', portrait: null })
  moderator.command(revealAll)
  await silent.tick(60)
  expect(cardsIn(await silent.document()).map(({ fields }) => fields.portrait)).toEqual([null, null])
})

test('a quote that somebody marked in silence has no place any more in an interview whose text is erased', async () => {
  const desk = await silent.draft(jana)
  const interviewId = newId<ArtefactId>()
  const quoteOf = (wording: string, source: QuoteSource) =>
    writeDraftCard(rootsOf(desk.doc), {
      kind: 'quote',
      phase: 'problem',
      pageId: 'page:start',
      fieldId: null,
      createdAt: 1,
      fields: { wording, source },
    })
  desk.doc.transact(() => {
    quoteOf('Wir warten.', { interviewId, start: 0, end: 11 })
    quoteOf('Es läuft.', { interviewId: newId<ArtefactId>(), start: 0, end: 9 })
  })
  await silent.tick()
  const erasing = silent.rooms.erase(silent.groupId, (roots) => Number(eraseTranscript(roots, interviewId)))
  await silent.tick(60)
  await erasing
  moderator.command(revealAll)
  await silent.tick(60)
  const revealed = cardsIn(await silent.document()).map(({ fields: { wording, source } }) => [
    wording,
    isSource(source) && isErased(source),
  ])
  expect(new Map(revealed as [string, boolean][])).toEqual(
    new Map([
      ['Wir warten.', true],
      ['Es läuft.', false],
    ]),
  )
})
