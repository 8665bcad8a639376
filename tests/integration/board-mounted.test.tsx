// @vitest-environment jsdom
import '#tests/support/canvas-in-jsdom.ts'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Editor, TLShapeId } from 'tldraw'
import { Box, useEditor } from 'tldraw'
import { Board } from '#client/board/Board.tsx'
import type * as BoardNoticesModule from '#client/board/canvas/BoardNotices.tsx'
import type { BoardCommands } from '#client/board/board-commands.ts'
import { finishEditing, startEditing } from '#client/board/cards/card-placing.ts'
import { pasteText } from '#client/board/content/paste-words.ts'
import { loadLaterRoomTexts, loadRoomTexts, startI18n } from '#client/i18n/i18n.ts'
import { announcements } from '#client/ui/announcements.ts'
import { toasts } from '#client/ui/toasts.ts'
import { createArtefact, readArtefact, setClearance } from '#shared/document/artefacts.ts'
import { setLock } from '#shared/document/locks.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import type { ArtefactId } from '#shared/base/ids.ts'
import { connectDocs, layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'

/** The editor that the mounted board works with, caught on its way through the component tree. */
const caught: { editor: Editor | null } = vi.hoisted(() => ({ editor: null }))
vi.mock('#client/board/canvas/BoardNotices.tsx', async (original) => {
  const module = await original<typeof BoardNoticesModule>()
  return {
    BoardNotices: (props: Parameters<typeof module.BoardNotices>[0]) => {
      caught.editor = useEditor()
      return module.BoardNotices(props)
    },
  }
})

/** An address for every file, none of which is ever loaded. */
vi.mock('@tldraw/assets/imports.vite', () => {
  const files = (folder: string) => new Proxy({}, { get: (_, name) => `/${folder}/${String(name)}` })
  return {
    getAssetUrlsByImport: () => ({
      fonts: {},
      icons: files('icons'),
      translations: files('words'),
      embedIcons: {},
    }),
  }
})

let session: MemorySession
let board: React.RefObject<BoardCommands | null>
let card: { artefactId: ArtefactId; shapeId: string }

beforeAll(async () => {
  await startI18n('de')
  await loadRoomTexts()
  await loadLaterRoomTexts()
})

beforeEach(() => {
  session = memorySession({ doc: new Y.Doc() })
  layPages(session.roots)
  session.doc.transact(() => {
    card = noteOn(session, 'Antrag kommt per Fax')
  }, 'long ago')
  board = createRef()
})

afterEach(() => {
  cleanup()
  session.destroy()
})

function noteOn({ roots }: MemorySession, text: string) {
  const artefactId = createArtefact(roots.artefacts, {
    kind: 'note',
    phase: 'preparation',
    createdAt: 1,
    authorship: { as: 'organisation', organisation: 'Stadt' },
    fields: { text },
  })
  const spot = { parentId: 'page:one', x: 40, y: 40, w: 200, h: 160 }
  return { artefactId, shapeId: placeArtefact(roots.board, { artefactId, ...spot }) }
}

async function mount(more: Partial<Parameters<typeof Board>[0]> = {}): Promise<Editor> {
  caught.editor = null
  render(
    <Board
      ref={board}
      session={session}
      pageId="page:one"
      onPageChange={() => undefined}
      onOpenCard={() => undefined}
      readOnly={false}
      {...more}
    />,
  )
  // The board has tied itself to the editor when the editor copies in the board's own way
  await waitFor(() => expect(Object.keys(caught.editor ?? {})).toContain('getContentFromCurrentPage'))
  return caught.editor!
}

const cardRecords = () => [...session.roots.board.values()].filter((record) => record.get('type') === 'card')
const positionOf = (id: string) => session.roots.board.get(id)?.get('xy')
const artefactsOnBoard = () =>
  cardRecords().map((record) => readArtefact(session.roots.artefacts, String(record.get('p.artefactId'))))

/** Moves a card the way a drag does: a mark, many small steps, nothing in between. */
function drag(editor: Editor, id: string, steps = 30): void {
  editor.markHistoryStoppingPoint('translating')
  for (let n = 1; n <= steps; n++) {
    editor.updateShape({ id: id as TLShapeId, type: 'card', x: 40 + n * 10, y: 40 + n * 5 })
    editor.store._flushHistory()
  }
}

const pointer = (editor: Editor) => ({
  point: editor.pageToScreen(editor.inputs.currentPagePoint),
  pointerId: 1,
  button: 0,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  accelKey: false,
})

describe('the mounted board', () => {
  test('shows a card with its kind, and what is changed elsewhere as soon as it is', async () => {
    await mount()
    expect(await screen.findByLabelText('Notiz: Antrag kommt per Fax')).toBeDefined()
    act(() => {
      session.doc.transact(() => {
        const text = session.roots.artefacts.get(card.artefactId)!.get('f.text') as Y.Text
        text.insert(0, 'Jeder ')
      }, 'somebody else')
    })
    expect(await screen.findByLabelText('Notiz: Jeder Antrag kommt per Fax')).toBeDefined()
  })

  test('a double-click on the page begins a card and no drawn text', async () => {
    const editor = await mount()
    act(() => {
      editor.setCurrentTool('select.idle')
      editor.inputs.currentPagePoint.set(400, 300)
      editor.dispatch({
        ...pointer(editor),
        type: 'click',
        name: 'double_click',
        phase: 'up',
        target: 'canvas',
      })
    })
    expect(artefactsOnBoard().map((artefact) => artefact?.kind)).toEqual(['note', 'note'])
    expect([...session.roots.board.values()].some((record) => record.get('type') === 'text')).toBe(false)
    expect(editor.getEditingShape()?.type).toBe('card')
  })

  test('waits for the first page instead of making up one', async () => {
    const empty = memorySession({ doc: new Y.Doc() })
    render(
      <Board
        session={empty}
        pageId="page:one"
        onPageChange={() => undefined}
        onOpenCard={() => undefined}
        readOnly={false}
      />,
    )
    expect(await screen.findByText(/Noch ist keine Seite da/)).toBeDefined()
    expect(empty.roots.board.size).toBe(0)
  })

  test('writes nothing into the document by merely being opened', async () => {
    const before = Y.encodeStateVector(session.doc)
    await mount()
    expect(Y.encodeStateVector(session.doc)).toEqual(before)
  })

  test('says quietly that one can only look, and offers no tools', async () => {
    const editor = await mount({ readOnly: true })
    expect(screen.getByText('Nur zum Ansehen')).toBeDefined()
    expect(screen.queryByRole('toolbar', { name: 'Neue Karte' })).toBeNull()
    expect(board.current!.createCard('note')).toBeNull()
    expect(editor.getIsReadonly()).toBe(true)
    expect(cardRecords()).toHaveLength(1)
  })

  test('starts a new card in the middle of what is seen, ready to write, and merges what is typed', async () => {
    await mount()
    act(() => void board.current!.createCard('idea'))
    const field = await screen.findByPlaceholderText<HTMLTextAreaElement>('Schreiben …')
    fireEvent.focus(field)
    act(() => {
      field.value = 'Ein Antrag für alles'
      fireEvent.input(field)
    })
    await waitFor(() => {
      const made = artefactsOnBoard().find((artefact) => artefact?.kind === 'idea')
      expect(made?.fields.sentence).toBe('Ein Antrag für alles')
      expect(made?.authorship).toMatchObject({ as: 'named', name: 'Jana Petersen' })
      expect(made?.phase).toBe('preparation')
    })
  })
})

describe('the frames of a board that nobody touches', () => {
  const isResting = (editor: Editor) =>
    (editor as unknown as { _tickManager: { isPaused: boolean } })._tickManager.isPaused

  test('come to rest, and again after the camera went somewhere by itself', async () => {
    const editor = await mount()
    await waitFor(() => expect(isResting(editor)).toBe(true), { timeout: 5_000 })
    const from = editor.getZoomLevel()
    editor.user.updateUserPreferences({ animationSpeed: 1 })
    editor.zoomIn(undefined, { animation: { duration: 100 } })
    expect(isResting(editor)).toBe(false)
    await waitFor(() => expect(editor.getZoomLevel()).toBeGreaterThan(from * 1.2), { timeout: 5_000 })
    await waitFor(() => expect(isResting(editor)).toBe(true), { timeout: 5_000 })
  })

  test('stay there when the board is left', async () => {
    const editor = await mount()
    await waitFor(() => expect(isResting(editor)).toBe(true), { timeout: 5_000 })
    cleanup()
    expect(isResting(editor)).toBe(true)
  })
})

describe('typing on the board', () => {
  test('goes on in the card that is selected, and no letter is lost before its field is there', async () => {
    const editor = await mount()
    act(() => void editor.select(card.shapeId as TLShapeId))
    expect(board.current!.isCardSelected()).toBe(true)
    act(() => void board.current!.write(' sehr'))
    act(() => void board.current!.write(' o'))
    const field = await screen.findByPlaceholderText<HTMLTextAreaElement>('Schreiben …')
    expect(field.value).toBe('Antrag kommt per Fax sehr o')
    expect(editor.getEditingShapeId()).toBe(card.shapeId)
    expect(cardRecords()).toHaveLength(1)
  })

  test('begins a card at the pointer where none is selected', async () => {
    const editor = await mount()
    act(() => void board.current!.write('no'))
    expect(artefactsOnBoard().map((one) => one?.fields.text)).toEqual(['Antrag kommt per Fax', 'no'])
    expect(editor.getEditingShape()?.type).toBe('card')
  })

  test('writes nothing where one can only look', async () => {
    const editor = await mount({ readOnly: true })
    act(() => void editor.select(card.shapeId as TLShapeId))
    expect(board.current!.isCardSelected()).toBe(false)
    expect(board.current!.write('no')).toBe(false)
    expect(artefactsOnBoard().map((one) => one?.fields.text)).toEqual(['Antrag kommt per Fax'])
  })
})

describe('the card that Tab offers beside another', () => {
  const onBoard = () => artefactsOnBoard().map((one) => one?.fields.text)
  async function offered(): Promise<Editor> {
    const editor = await mount()
    act(() => startEditing(editor, card.shapeId as TLShapeId))
    fireEvent.keyDown(await screen.findByPlaceholderText('Schreiben …'), { key: 'Tab' })
    expect(editor.getEditingShapeId()).not.toBe(card.shapeId)
    return editor
  }

  test('goes again when nobody wrote in it', async () => {
    const editor = await offered()
    act(() => finishEditing(editor))
    await waitFor(() => expect(onBoard()).toEqual(['Antrag kommt per Fax']))
  })

  test('is one at most, however often Tab is pressed', async () => {
    const editor = await offered()
    const second = editor.getEditingShapeId()
    fireEvent.keyDown(await screen.findByPlaceholderText('Schreiben …'), { key: 'Tab' })
    expect(editor.getEditingShapeId()).not.toBe(second)
    await waitFor(() => expect(onBoard()).toHaveLength(2))
  })

  test('stays when somebody wrote in it', async () => {
    const editor = await offered()
    act(() => void board.current!.write('Und per Post'))
    act(() => finishEditing(editor))
    await waitFor(() => expect(onBoard()).toEqual(['Antrag kommt per Fax', 'Und per Post']))
  })

  test('stays empty when it was asked for by itself', async () => {
    const editor = await mount()
    act(() => void board.current!.createCard('note'))
    act(() => finishEditing(editor))
    await waitFor(() => expect(onBoard()).toHaveLength(2))
  })
})

test('the selected cards that have a colour of their own get another one, and cards without are offered none', async () => {
  const idea = createArtefact(session.roots.artefacts, {
    kind: 'idea',
    phase: 'solution',
    createdAt: 1,
    authorship: { as: 'organisation', organisation: 'Stadt' },
    fields: { sentence: 'Ein Antrag zeigt, bei wem er liegt' },
  })
  const spot = { parentId: 'page:one', x: 340, y: 40, w: 200, h: 160 }
  const ideaShape = placeArtefact(session.roots.board, { artefactId: idea, ...spot })
  const second = noteOn(session, 'Antrag kommt per Brief')
  const editor = await mount()
  const select = (...ids: string[]) => act(() => void editor.select(...(ids as TLShapeId[])))
  const coloursOffered = () => screen.queryByRole('group', { name: 'Farbe' })
  select(ideaShape)
  expect(coloursOffered()).toBeNull()
  select(ideaShape, card.shapeId, second.shapeId)
  await waitFor(() => expect(coloursOffered()).not.toBeNull())
  const blue = screen.getByRole('button', { name: 'Blau' })
  fireEvent.click(blue)
  const colourOf = (id: string) => readArtefact(session.roots.artefacts, id)?.fields.colour
  expect([card.artefactId, second.artefactId, idea].map(colourOf)).toEqual(['blue', 'blue', undefined])
  await waitFor(() => expect(blue.getAttribute('aria-pressed')).toBe('true'))
})

test('a new card lies beside the card somebody pointed at, not over it', async () => {
  const editor = await mount()
  const before = editor.getShapePageBounds(card.shapeId as TLShapeId)!
  act(() => {
    editor.inputs.currentPagePoint.set(before.center.x + 20, before.center.y)
    board.current!.createCardHere()
  })
  expect(editor.getShapePageBounds(editor.getEditingShapeId()!)!.collides(before)).toBe(false)
})

test('on a phone a finger that slides over a card moves the view, at the same zoom, and leaves the card', async () => {
  const editor = await mount()
  const before = editor.getShapePageBounds(card.shapeId as TLShapeId)!.clone()
  const finger = (name: 'pointer_down' | 'pointer_move' | 'pointer_up', x: number, y: number) =>
    editor.dispatch({
      ...pointer(editor),
      type: 'pointer',
      target: 'canvas',
      isPen: false,
      name,
      point: { x, y, z: 0.5 },
    })
  act(() => {
    editor.updateInstanceState({ isCoarsePointer: true })
    editor.updateViewportScreenBounds(new Box(0, 0, 390, 600))
    editor.setCamera({ x: 0, y: 0, z: 0.5 }, { immediate: true })
    editor.setCurrentTool('select.idle')
    finger('pointer_down', 60, 50)
    finger('pointer_move', 90, 70)
    finger('pointer_move', 160, 90)
    editor.emit('tick', 16)
  })
  expect(editor.getCamera()).toMatchObject({ x: 200, y: 80, z: 0.5 })
  act(() => void finger('pointer_up', 160, 90))
  expect(editor.getShapePageBounds(card.shapeId as TLShapeId)).toMatchObject(before.toJson())
  expect(editor.getSelectedShapeIds()).toEqual([])
})

describe('undo', () => {
  test('takes a whole drag back in one step, however many changes it sent', async () => {
    const editor = await mount()
    act(() => drag(editor, card.shapeId))
    await waitFor(() => expect(positionOf(card.shapeId)).toEqual([340, 190]))
    act(() => void editor.undo())
    expect(positionOf(card.shapeId)).toEqual([40, 40])
    expect(editor.getShape(card.shapeId as TLShapeId)).toMatchObject({ x: 40, y: 40 })
    act(() => void editor.redo())
    expect(positionOf(card.shapeId)).toEqual([340, 190])
  })

  test('keeps two drags apart', async () => {
    const editor = await mount()
    act(() => drag(editor, card.shapeId, 10))
    act(() => drag(editor, card.shapeId, 20))
    act(() => void editor.undo())
    expect(positionOf(card.shapeId)).toEqual([140, 90])
  })

  test("never touches other people's work", async () => {
    const editor = await mount()
    const other = memorySession({ doc: new Y.Doc(), name: 'Kai Meier' })
    const disconnect = connectDocs(session.doc, other.doc)
    act(() => drag(editor, card.shapeId))
    let theirs = { shapeId: '' }
    act(() =>
      other.edit((roots) => {
        theirs = noteOn({ ...other, roots }, 'Von Kai')
        roots.board.get(card.shapeId)?.set('p.w', 333)
      }),
    )
    act(() => void editor.undo())
    expect(positionOf(card.shapeId)).toEqual([40, 40])
    expect(session.roots.board.get(card.shapeId)?.get('p.w')).toBe(333)
    expect(session.roots.board.has(theirs.shapeId)).toBe(true)
    expect(editor.getCanUndo()).toBe(false)
    disconnect()
    other.destroy()
  })

  test('brings a deleted card back with its content', async () => {
    const editor = await mount()
    act(() => {
      editor.markHistoryStoppingPoint('delete')
      editor.deleteShapes([card.shapeId as TLShapeId])
      editor.store._flushHistory()
    })
    expect(cardRecords()).toHaveLength(0)
    expect(session.roots.artefacts.has(card.artefactId)).toBe(true)
    act(() => void editor.undo())
    expect(artefactsOnBoard()[0]?.fields.text).toBe('Antrag kommt per Fax')
  })
})

describe('copies of a card', () => {
  const duplicate = (editor: Editor) =>
    act(() => {
      editor.markHistoryStoppingPoint('duplicate')
      editor.duplicateShapes([card.shapeId as TLShapeId], { x: 20, y: 20 })
      editor.store._flushHistory()
    })

  test('are artefacts of their own, signed by whoever made them', async () => {
    const editor = await mount()
    duplicate(editor)
    await waitFor(() => expect(cardRecords()).toHaveLength(2))
    const [first, second] = artefactsOnBoard()
    expect(second?.fields.text).toBe(first?.fields.text)
    expect(second?.id).not.toBe(first?.id)
    expect(second?.authorship).toMatchObject({ as: 'named' })
    act(() => void editor.undo())
    expect(cardRecords()).toHaveLength(1)
  })

  test('that are called off in the same gesture leave nothing behind', async () => {
    const editor = await mount()
    act(() => {
      const mark = editor.markHistoryStoppingPoint('clone')
      editor.duplicateShapes([card.shapeId as TLShapeId])
      editor.bailToMark(mark)
      editor.store._flushHistory()
    })
    expect(session.roots.artefacts.size).toBe(1)
    await waitFor(() => expect(cardRecords()).toHaveLength(1))
  })

  test('carry their content into another room', async () => {
    const editor = await mount()
    const content = editor.getContentFromCurrentPage([card.shapeId as TLShapeId])!
    cleanup()
    session = memorySession({ doc: new Y.Doc() })
    layPages(session.roots)
    const elsewhere = await mount()
    act(() => {
      elsewhere.putContentOntoCurrentPage(structuredClone(content))
      elsewhere.store._flushHistory()
    })
    await waitFor(() =>
      expect(artefactsOnBoard().map((one) => one?.fields.text)).toEqual(['Antrag kommt per Fax']),
    )
    expect([...session.roots.board.values()].some((record) => record.has('m.werkraumArtefact'))).toBe(false)
  })

  test('that were cut before stay the same artefact', async () => {
    const editor = await mount()
    const content = editor.getContentFromCurrentPage([card.shapeId as TLShapeId])!
    act(() => {
      editor.deleteShapes([card.shapeId as TLShapeId])
      editor.putContentOntoCurrentPage(structuredClone(content))
      editor.store._flushHistory()
    })
    await waitFor(() => expect(artefactsOnBoard().map((one) => one?.id)).toEqual([card.artefactId]))
  })
})

describe('a copy of a card that a person calls confidential is confidential', () => {
  const copied = (editor: Editor) =>
    structuredClone(editor.getContentFromCurrentPage([card.shapeId as TLShapeId])!)
  const close = () =>
    session.doc.transact(() => setClearance(session.roots.artefacts, card.artefactId, 'closed'))
  const clearances = () => artefactsOnBoard().map((one) => one?.clearance)

  test.each<[string, (editor: Editor) => void]>([
    ['pasted beside it', (editor) => editor.putContentOntoCurrentPage(copied(editor))],
    ['duplicated', (editor) => editor.duplicateShapes([card.shapeId as TLShapeId], { x: 20, y: 20 })],
    [
      'drawn from it with Alt',
      (editor) => {
        // As the canvas does it: what is dragged is put back, and a copy goes on in its place
        editor.markHistoryStoppingPoint('translating')
        editor.updateShape({ id: card.shapeId as TLShapeId, type: 'card', x: 300 })
        editor.bail()
        editor.duplicateShapes([card.shapeId as TLShapeId])
      },
    ],
  ])('%s', async (_, copy) => {
    close()
    const editor = await mount()
    act(() => {
      copy(editor)
      editor.store._flushHistory()
    })
    await waitFor(() => expect(clearances()).toEqual(['closed', 'closed']))
  })

  test('pasted in another group, where nobody said it', async () => {
    close()
    const content = copied(await mount())
    cleanup()
    session = memorySession({ doc: new Y.Doc() })
    layPages(session.roots)
    const elsewhere = await mount()
    act(() => {
      elsewhere.putContentOntoCurrentPage(content)
      elsewhere.store._flushHistory()
    })
    await waitFor(() => expect(clearances()).toEqual(['closed']))
  })
})

describe('pasting text', () => {
  const room = () =>
    ({ session, texts: () => (key: string) => key, places: { on: () => null } }) as unknown as Parameters<
      typeof pasteText
    >[1]

  test('makes one note and offers one card per line', async () => {
    const editor = await mount()
    act(() => pasteText(editor, room(), '- eins\n- zwei\n- drei'))
    await waitFor(() => expect(cardRecords()).toHaveLength(2))
    const offer = toasts.snapshot().at(-1)!
    act(() => offer.action!.run())
    await waitFor(() => {
      const texts = artefactsOnBoard().map((one) => one?.fields.text)
      expect(texts).toEqual(expect.arrayContaining(['eins', 'zwei', 'drei']))
      expect(texts).toHaveLength(4)
    })
  })

  test('takes an address as words and asks nobody for it', async () => {
    const editor = await mount()
    const asked = vi.spyOn(globalThis, 'fetch')
    await act(() => editor.putExternalContent({ type: 'url', url: 'https://example.org/page' }))
    await waitFor(() => expect(artefactsOnBoard().at(-1)?.fields.text).toBe('https://example.org/page'))
    expect(asked).not.toHaveBeenCalled()
  })
})

test('others on the same page are shown to tldraw with name and selection, and go when they leave', async () => {
  const editor = await mount()
  const peer = {
    clientId: 7,
    memberId: session.facilitation.getState().me!.memberId,
    name: 'Kai Meier',
    organisation: 'Landkreis',
    role: 'participant' as const,
    colour: 1,
    presence: { p: 'page:one', c: [10, 20] as [number, number], s: [card.shapeId] },
  }
  act(() => session.peers.setState([peer], true))
  expect(editor.getCollaboratorsOnCurrentPage()).toMatchObject([
    { userName: 'Kai Meier', selectedShapeIds: [card.shapeId], cursor: { x: 10, y: 20 } },
  ])
  act(() => session.peers.setState([], true))
  expect(editor.getCollaborators()).toEqual([])
})

describe('what a screen reader hears of the board', () => {
  function listen() {
    const heard: string[] = []
    const stop = announcements.subscribe(() => heard.push(announcements.snapshot().text))
    return { heard, stop }
  }

  test('is what is chosen, moved and taken off, in people’s words, and nothing when the board is built anew', async () => {
    const editor = await mount()
    const { heard, stop } = listen()
    const id = card.shapeId as TLShapeId
    act(() => void editor.select(id))
    await waitFor(() => expect(heard.at(-1)).toMatch(/^Notiz: Antrag kommt per Fax/))
    act(() => void editor.nudgeShapes([id], { x: 10, y: 0 }))
    await waitFor(() => expect(heard.at(-1)).toMatch(/^Verschoben: Notiz: Antrag kommt per Fax/))
    act(() => void editor.deleteShapes([id]))
    await waitFor(() => expect(heard.at(-1)).toBe('Von der Tafel genommen: Notiz: Antrag kommt per Fax.'))
    const before = heard.length
    cleanup()
    await mount()
    expect(heard.slice(before)).toEqual([])
    expect(heard.join()).not.toContain('tool.')
    stop()
  })
})

test('an empty field that the moderation locks no longer asks for a first card', async () => {
  Y.applyUpdate(session.doc, strategiewerkstattDocument({ language: 'de', kind: 'project', now: 0 }))
  await mount({ pageId: 'page:solution-ideas' })
  const asked = () => screen.queryAllByText('Erste Karte').length
  await waitFor(() => expect(asked()).toBeGreaterThan(1))
  const before = asked()
  act(() =>
    session.doc.transact(
      () => setLock(session.roots.board, 'shape:solution-ideas-collection', true),
      'the moderation',
    ),
  )
  await waitFor(() => expect(asked()).toBe(before - 1))
})
