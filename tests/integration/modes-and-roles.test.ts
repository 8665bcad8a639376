import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ArtefactId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { createArtefact, textOf } from '#shared/document/artefacts.ts'
import { flattenRecord, writeRecord } from '#shared/document/board-record.ts'
import { LOCK, setLock } from '#shared/document/locks.ts'
import { addComment, setDone } from '#shared/document/comments.ts'
import { currentSchema } from '#shared/document/migrations.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import type { NewCard } from '#shared/protocol/keys.ts'
import { modeTypes, type ModeType } from '#shared/workshop/mode-rights.ts'
import { roles, type Role } from '#shared/workshop/roles.ts'
import type { Group, Member } from '#server/ports/people-store.ts'
import { modes, stepOf } from '#tests/support/facilitation.ts'
import { RawClient } from '#tests/support/raw-client.ts'
import { SyncServer } from '#tests/support/sync-server.ts'

/*
 * Role × mode × action by clients that keep to no rule: each writes what it likes, and the server's answer is looked at.
 * The table says once more, by hand, what `shared/workshop/mode-rights.ts` says.
 */
const columns: readonly Role[] = ['moderator', 'manager', 'participant', 'observer']
/** ● is stored, · is refused. */
const mayChange: Record<ModeType, string> = {
  open: '● ● ● ·',
  silent: '● · · ·',
  vote: '● · · ·',
  discuss: '● · · ·',
  present: '● · · ·',
  locked: '● · · ·',
}

/** Comments: ● is stored, · is refused. */
const mayComment: Record<ModeType, string> = {
  open: '● ● ● ●',
  silent: '· · · ·',
  vote: '· · · ·',
  discuss: '● ● ● ●',
  present: '● ● ● ●',
  locked: '· · · ·',
}

const clock = {
  ahead: 0,
  now: () => Date.now() + clock.ahead,
  after: (delayMs: number, run: () => void) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}

interface Laid {
  cardHere: string
  shapeHere: string
  cardElsewhere: string
  shapeElsewhere: string
}
const laid = {} as Laid

function document(): Uint8Array {
  const doc = new Y.Doc()
  const roots = rootsOf(doc)
  doc.transact(() => {
    roots.meta.set('schema', currentSchema)
    for (const [n, id] of ['page:here', 'page:elsewhere'].entries()) {
      writeRecord(roots.board, { id, typeName: 'page', name: id, index: `a${n + 1}`, meta: {} })
    }
    const here = note(roots, 'page:here')
    laid.cardHere = here.id
    laid.shapeHere = here.shape
    const elsewhere = note(roots, 'page:elsewhere')
    laid.cardElsewhere = elsewhere.id
    laid.shapeElsewhere = elsewhere.shape
  })
  return Y.encodeStateAsUpdate(doc)
}

function note(roots: Roots, parentId: string) {
  const authorship = { as: 'anonymous' } as const
  const fields = { text: 'Der Antrag dauert' }
  const id = createArtefact(roots.artefacts, {
    kind: 'note',
    phase: 'problem',
    createdAt: 1,
    authorship,
    fields,
  })
  const shape = placeArtefact(roots.board, { artefactId: id, parentId, x: 0, y: 0, w: 200, h: 160 })
  return { id, shape }
}

const newCard: NewCard = { kind: 'note', fields: { text: 'Von einem Programm' }, tags: [] }

/** Ways to change what everybody sees on a page. */
const changes: Record<string, (roots: Roots) => void> = {
  'a new card': (roots) => void note(roots, 'page:here'),
  'a word in a card': (roots) => textOf(roots.artefacts, laid.cardHere, 'text')!.insert(3, ' lange'),
  'a letter taken out': (roots) => textOf(roots.artefacts, laid.cardHere, 'text')!.delete(0, 1),
  'a card moved about': (roots) => void roots.board.get(laid.shapeHere)!.set('x', Math.random() * 100),
  'a card brought in': (roots) => void roots.board.get(laid.shapeElsewhere)!.set('parentId', 'page:here'),
  'a card taken away': (roots) => void roots.board.get(laid.shapeHere)!.set('parentId', 'page:elsewhere'),
  'a card removed': (roots) => void roots.board.delete(laid.shapeHere),
}

function comment({ comments }: Roots, role: Role, card: string) {
  const { id: memberId, name, organisation } = members[role]
  const author = { memberId, name, organisation }
  return addComment(comments, { artefactId: card as ArtefactId, text: 'Wer sagt das?', author, createdAt: 1 })
}

let server: SyncServer
let group: Group
let moderator: RawClient
const members = {} as Record<Role, Member>

beforeAll(async () => {
  server = await SyncServer.start({ clock })
  for (const role of roles) members[role] = server.people.member(role)
})
afterAll(() => server.stop())

async function withMode(mode: (typeof modes)[number]): Promise<void> {
  group = server.people.group()
  await server.rooms.create(group.id, document())
  moderator = await RawClient.enter(server.url, group.id, members.moderator.id)
  const step = stepOf({ pageId: 'page:here', mode })
  expect(await moderator.command({ type: 'startStep', from: null, step })).toBe('accepted')
  clock.ahead += limits.lockGraceMs + 1
}

/** As a client of this role would find out. A fresh one each time: what was refused once would come along. */
async function outcomeOf(role: Role, make: (roots: Roots) => void): Promise<string> {
  const client = await RawClient.enter(server.url, group.id, members[role].id)
  const outcome = await client.change(make)
  client.leave()
  return outcome
}

describe.each(modes)('S7 a page in the mode $type', (mode) => {
  for (const [words, make] of Object.entries(changes)) {
    test(`${words}: role by role`, async () => {
      await withMode(mode)
      // The moderator last, who changes the card for those who come after
      for (const role of [...columns].reverse()) {
        const expected = mayChange[mode.type].split(' ')[columns.indexOf(role)]
        const refused = role === 'observer' ? 'write_not_allowed' : 'page_closed'
        expect(await outcomeOf(role, make), role).toBe(expected === '●' ? 'durable' : refused)
      }
      moderator.leave()
    })
  }

  test('a card that a program lays: role by role', async () => {
    await withMode(mode)
    for (const role of ['participant', 'manager', 'moderator'] as const) {
      const isOpen = mayChange[mode.type].split(' ')[columns.indexOf(role)] === '●'
      const added = server.rooms.addCards(server.people.admitted(members[role].id, group.id)!, [newCard])
      if (isOpen) expect(await added, role).toHaveLength(1)
      else await expect(added, role).rejects.toMatchObject({ code: 'page_closed' })
    }
    moderator.leave()
  })

  test('comments on its cards: role by role', async () => {
    await withMode(mode)
    for (const role of columns) {
      const expected = mayComment[mode.type].split(' ')[columns.indexOf(role)] === '●'
      const outcome = await outcomeOf(role, (roots) => void comment(roots, role, laid.cardHere))
      expect(outcome, role).toBe(expected ? 'durable' : 'page_closed')
    }
    moderator.leave()
  })

  test('leaves comments on other pages alone', async () => {
    await withMode(mode)
    for (const role of columns)
      expect(await outcomeOf(role, (roots) => void comment(roots, role, laid.cardElsewhere))).toBe('durable')
    moderator.leave()
  })

  test('leaves other pages alone', async () => {
    await withMode(mode)
    expect(await outcomeOf('participant', (roots) => void note(roots, 'page:elsewhere'))).toBe('durable')
    expect(
      await outcomeOf('manager', ({ artefacts, board }) => {
        const shape = board.get(laid.shapeElsewhere)!
        textOf(artefacts, shape.get('p.artefactId') as string, 'text')!.insert(0, 'Nein: ')
      }),
    ).toBe('durable')
    moderator.leave()
  })
})

describe('a locked page, whatever step runs on it', () => {
  for (const [words, make] of Object.entries(changes)) {
    test(`${words}: the moderation alone`, async () => {
      await withMode({ type: 'open' })
      expect(await moderator.command({ type: 'lockPage', pageId: 'page:here' })).toBe('accepted')
      clock.ahead += limits.lockGraceMs + 1
      for (const role of [...columns].reverse()) {
        const refused = role === 'observer' ? 'write_not_allowed' : 'page_closed'
        expect(await outcomeOf(role, make), role).toBe(role === 'moderator' ? 'durable' : refused)
      }
      moderator.leave()
    })
  }

  test('leaves other pages alone, and is open again once it is unlocked', async () => {
    await withMode({ type: 'open' })
    await moderator.command({ type: 'lockPage', pageId: 'page:here' })
    clock.ahead += limits.lockGraceMs + 1
    expect(await outcomeOf('participant', (roots) => void note(roots, 'page:elsewhere'))).toBe('durable')
    const writer = await RawClient.enter(server.url, group.id, members.participant.id)
    expect(await writer.change((roots) => void note(roots, 'page:here'))).toBe('page_closed')
    expect(await writer.command({ type: 'unlockPage', pageId: 'page:here' })).toBe('command_not_allowed')
    expect(await moderator.command({ type: 'unlockPage', pageId: 'page:here' })).toBe('accepted')
    expect(await writer.offerAgain()).toBe('durable')
    writer.leave()
    moderator.leave()
  })
})

describe('a locked room, whatever step runs in it', () => {
  for (const [words, make] of Object.entries(changes)) {
    test(`${words}: the moderation alone`, async () => {
      await withMode({ type: 'open' })
      expect(await moderator.command({ type: 'lock' })).toBe('accepted')
      clock.ahead += limits.lockGraceMs + 1
      for (const role of [...columns].reverse())
        expect(await outcomeOf(role, make), role).toBe(role === 'moderator' ? 'durable' : 'room_locked')
      moderator.leave()
    })
  }
})

/* The layer of the template: what a page came with, on sheets (fields) and on free pages (its frames). */
describe('what a page came with', () => {
  const field = 'shape:here-ideas'
  const touches: Record<string, (roots: Roots) => void> = {
    'its name': ({ board }) => void board.get(field)!.set('p.name', 'Umbenannt'),
    'its place': ({ board }) => void board.get(field)!.set('xy', [9, 9]),
    'its being there': ({ board }) => void board.delete(field),
  }
  for (const [words, make] of Object.entries(touches))
    test(`${words}: everybody else’s attempt is taken back, the moderation’s stays`, async () => {
      await withMode({ type: 'open' })
      await moderator.change(({ board }) => writeRecord(board, frame(field)))
      const before = JSON.stringify(moderator.roots.board.get(field))
      for (const role of ['manager', 'participant'] as const) {
        const client = await RawClient.enter(server.url, group.id, members[role].id)
        await client.change(make)
        await client.settled()
        expect(JSON.stringify(client.roots.board.get(field)), role).toBe(before)
        client.leave()
      }
      expect(await outcomeOf('observer', make)).toBe('write_not_allowed')
      expect(await moderator.change(make)).toBe('durable')
      const late = await RawClient.enter(server.url, group.id, members.participant.id)
      expect(JSON.stringify(late.roots.board.get(field))).not.toBe(before)
      late.leave()
      moderator.leave()
    })
})

/** What is locked, and the ways in which somebody may try to change it. */
const locks: Record<string, (roots: Roots) => void> = {
  'a locked card': ({ board }) => setLock(board, laid.shapeHere, true),
  'a card in a locked frame': ({ board }) => {
    writeRecord(board, frame('shape:frame'))
    board.get(laid.shapeHere)!.set('parentId', 'shape:frame')
    setLock(board, 'shape:frame', true)
  },
}
const frame = (id: string) => ({
  ...{ id, typeName: 'shape', type: 'frame', parentId: 'page:here', index: 'a9', x: 0, y: 0, rotation: 0 },
  ...{ isLocked: false, opacity: 1, props: { w: 400, h: 400, name: 'Rahmen' }, meta: {} },
})
const attempts: Record<string, (roots: Roots) => void> = {
  'a word in it': changes['a word in a card']!,
  'a letter taken out': changes['a letter taken out']!,
  'its colour': ({ artefacts }) => void artefacts.get(laid.cardHere)!.set('f.colour', 'pink'),
  'its kind': ({ artefacts }) => void artefacts.get(laid.cardHere)!.set('kind', 'idea'),
  'a mark on it': ({ artefacts }) =>
    void (artefacts.get(laid.cardHere)!.get('tags') as Y.Map<true>).set('wichtig', true),
  'its place': ({ board }) => void board.get(laid.shapeHere)!.set('xy', [7, 7]),
  'its page': ({ board }) => void board.get(laid.shapeHere)!.set('parentId', 'page:elsewhere'),
  'its being there': ({ board }) => void board.delete(laid.shapeHere),
  'its lock': ({ board }) => board.forEach((_, id) => setLock(board, id, false)),
  'something else in its place': ({ board }) =>
    void board.set(laid.shapeHere, new Y.Map(flattenRecord(frame(laid.shapeHere)))),
}

describe.each(Object.entries(locks))('%s, by raw frames', (_, lock) => {
  const stateOf = ({ artefacts, board }: Roots) =>
    JSON.stringify([
      artefacts.get(laid.cardHere)!.toJSON(),
      board.get(laid.shapeHere)!.toJSON(),
      board.get('shape:frame')?.toJSON(),
    ])

  for (const [words, make] of Object.entries(attempts)) {
    test(`${words}: everybody else’s attempt is taken back, the moderation’s stays`, async () => {
      await withMode({ type: 'open' })
      expect(await moderator.change(lock)).toBe('durable')
      const before = stateOf(moderator.roots)
      for (const role of ['manager', 'participant'] as const) {
        const client = await RawClient.enter(server.url, group.id, members[role].id)
        expect(await client.change(make), role).toBe('durable')
        expect(client.told, role).toContainEqual({ type: 'corrected', code: 'thing_locked' })
        await client.settled()
        expect(stateOf(client.roots), role).toBe(before)
        client.leave()
      }
      expect(await outcomeOf('observer', make)).toBe('write_not_allowed')
      const late = await RawClient.enter(server.url, group.id, members.participant.id)
      expect(stateOf(late.roots)).toBe(before)
      late.leave()
      expect(await moderator.change(make)).toBe('durable')
      const after = await RawClient.enter(server.url, group.id, members.participant.id)
      expect(stateOfOrGone(after.roots)).toBe(stateOfOrGone(moderator.roots))
      expect(stateOfOrGone(after.roots)).not.toBe(before)
      after.leave()
      moderator.leave()
    })
  }

  const stateOfOrGone = (roots: Roots) => (roots.board.has(laid.shapeHere) ? stateOf(roots) : 'gone')
})

describe('a locked frame, by raw frames', () => {
  const lay = async () => {
    await withMode({ type: 'open' })
    await moderator.change(locks['a card in a locked frame']!)
    return RawClient.enter(server.url, group.id, members.participant.id)
  }

  test('takes nothing in from anybody but the moderation, new or from elsewhere', async () => {
    const client = await lay()
    let made = ''
    await client.change((roots) => {
      made = note(roots, 'shape:frame').shape
      roots.board.get(laid.shapeElsewhere)!.set('parentId', 'shape:frame')
    })
    await client.settled()
    expect(client.roots.board.has(made)).toBe(false)
    expect(client.roots.board.get(laid.shapeElsewhere)!.get('parentId')).toBe('page:elsewhere')
    await moderator.change((roots) => (made = note(roots, 'shape:frame').shape))
    await client.settled()
    expect(client.roots.board.get(made)!.get('parentId')).toBe('shape:frame')
    client.leave()
    moderator.leave()
  })

  test('and a frame around something locked stays with it where it is', async () => {
    const client = await lay()
    await moderator.change(({ board }) => {
      setLock(board, 'shape:frame', false)
      setLock(board, laid.shapeHere, true)
    })
    await client.change(({ board }) => void board.delete('shape:frame'))
    await client.change(({ board }) => void board.get('shape:frame')!.set('xy', [50, 50]))
    await client.settled()
    expect(client.roots.board.get('shape:frame')?.get('xy')).toEqual([0, 0])
    await client.change(({ board }) => void board.get('shape:frame')!.set('p.name', 'Umbenannt'))
    await client.settled()
    expect(client.roots.board.get('shape:frame')!.get('p.name')).toBe('Umbenannt')
    client.leave()
    moderator.leave()
  })
})

test('nobody but the moderation locks anything; what they copy of something locked is open', async () => {
  await withMode({ type: 'open' })
  const client = await RawClient.enter(server.url, group.id, members.participant.id)
  let copy = ''
  await client.change((roots) => {
    setLock(roots.board, laid.shapeHere, true)
    roots.board.get(laid.shapeHere)!.set('isLocked', true)
    copy = note(roots, 'page:here').shape
    roots.board.get(copy)!.set(LOCK, true)
    roots.board.get(copy)!.set('isLocked', true)
  })
  await client.settled()
  for (const id of [laid.shapeHere, copy]) {
    expect(client.roots.board.get(id)!.has(LOCK)).toBe(false)
    expect(client.roots.board.get(id)!.get('isLocked')).toBe(false)
  }
  client.leave()
  moderator.leave()
})

test('a locked card is commented on as before', async () => {
  await withMode({ type: 'open' })
  await moderator.change(locks['a locked card']!)
  const say = (roots: Roots) => void comment(roots, 'participant', laid.cardHere)
  expect(await outcomeOf('participant', say)).toBe('durable')
  moderator.leave()
})

test('every mode there is stands in the table', () => {
  expect(modes.map(({ type }) => type).sort()).toEqual([...modeTypes].sort())
})

test('what was refused is kept by its writer and taken when the page is open again', async () => {
  await withMode({ type: 'discuss' })
  const writer = await RawClient.enter(server.url, group.id, members.participant.id)
  expect(await writer.change((roots) => void note(roots, 'page:here'))).toBe('page_closed')
  await moderator.command({ type: 'setMode', stepId: 'one', mode: { type: 'open' } })
  expect(await writer.offerAgain()).toBe('durable')
  writer.leave()
  moderator.leave()
})

test('who may only comment changes nothing else along with a comment, and takes nothing away with it', async () => {
  await withMode({ type: 'open' })
  const both = (roots: Roots) => {
    comment(roots, 'observer', laid.cardHere)
    textOf(roots.artefacts, laid.cardHere, 'text')!.insert(0, 'Nebenbei: ')
  }
  expect(await outcomeOf('observer', both)).toBe('write_not_allowed')
  const takesAway = (roots: Roots) => {
    comment(roots, 'observer', laid.cardHere)
    roots.board.delete(laid.shapeHere)
  }
  expect(await outcomeOf('observer', takesAway)).toBe('write_not_allowed')
  moderator.leave()
})

test('a comment is ticked off where commenting is open, and waits where it is not', async () => {
  await withMode({ type: 'open' })
  const writer = await RawClient.enter(server.url, group.id, members.participant.id)
  let id = ''
  expect(await writer.change((roots) => (id = comment(roots, 'participant', laid.cardHere)))).toBe('durable')
  await moderator.command({ type: 'setMode', stepId: 'one', mode: { type: 'locked' } })
  clock.ahead += limits.lockGraceMs + 1
  const tick = ({ comments }: Roots) => setDone(comments, id, { at: 2, by: members.participant.id })
  expect(await writer.change(tick)).toBe('page_closed')
  await moderator.command({ type: 'setMode', stepId: 'one', mode: { type: 'open' } })
  expect(await writer.offerAgain()).toBe('durable')
  writer.leave()
  moderator.leave()
})

test('a comment that comes while the room is locked waits, also one of somebody who may never write', async () => {
  await withMode({ type: 'open' })
  await moderator.command({ type: 'lock' })
  clock.ahead += limits.lockGraceMs + 1
  for (const role of ['participant', 'observer'] as const)
    expect(await outcomeOf(role, (roots) => void comment(roots, role, laid.cardHere))).toBe('room_locked')
  moderator.leave()
})

test('what was on its way when the mode began is taken', async () => {
  await withMode({ type: 'open' })
  const writer = await RawClient.enter(server.url, group.id, members.participant.id)
  await moderator.command({ type: 'setMode', stepId: 'one', mode: { type: 'locked' } })
  expect(await writer.change((roots) => void note(roots, 'page:here'))).toBe('durable')
  writer.leave()
  moderator.leave()
})
