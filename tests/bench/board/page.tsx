import '#client/ui/tokens.css'
import '#client/ui/fonts.css'
import '#client/ui/base.css'
import { createRef, lazy, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import * as Y from 'yjs'
import type { Area, BoardCommands } from '#client/board/board-commands.ts'
import { loadLaterRoomTexts, loadRoomTexts, startI18n } from '#client/i18n/i18n.ts'
import { textOf } from '#shared/document/artefacts.ts'
import { memorySession } from '#tests/support/room-session.ts'

/**
 * The board as a room shows it, on a document that comes over HTTP as one update. Marks in the performance timeline,
 * so counted from navigation: `synced`, `interactive`.
 */
const Board = lazy(async () => ({ default: (await import('#client/board/Board.tsx')).Board }))
const board = createRef<BoardCommands>()

const doc = new Y.Doc()
const [update] = await Promise.all([
  fetch('room.bin').then((answer) => answer.arrayBuffer()),
  startI18n('de'),
  loadRoomTexts(),
  loadLaterRoomTexts(),
])
Y.applyUpdate(doc, new Uint8Array(update))
performance.mark('synced')

const session = memorySession({ doc, pageId: 'page:one' })

/** What the measuring script asks of the page. */
export interface Bench {
  show(area: Area | null): void
  framesPerSecond(seconds: number): Promise<number>
  /** Milliseconds from a changed text in the document to the frame that shows it. */
  changeOne(): Promise<number>
}

const bench: Bench = {
  show: (area) => board.current?.showArea('page:one', area),
  async framesPerSecond(seconds) {
    const from = performance.now()
    let frames = 0
    while (performance.now() - from < seconds * 1_000) {
      await new Promise(requestAnimationFrame)
      frames++
    }
    return frames / seconds
  },
  async changeOne() {
    const from = performance.now()
    session.edit(({ artefacts }) => textOf(artefacts, [...artefacts.keys()][0]!, 'text')?.insert(0, 'NEU '))
    await new Promise(requestAnimationFrame)
    return performance.now() - from
  },
}
Object.assign(window, { bench })

createRoot(document.getElementById('root')!).render(
  <Suspense fallback={null}>
    <Board
      ref={board}
      session={session}
      pageId="page:one"
      onPageChange={() => undefined}
      onOpenCard={() => undefined}
      readOnly={false}
    />
  </Suspense>,
)
waitForCards()

/** Interactive: cards are painted and the main thread answers a task at once, twice in a row. */
function waitForCards(): void {
  if (!document.querySelector('[data-shape-type=card] > .tl-html-container[class*=" "]')) {
    requestAnimationFrame(waitForCards)
    return
  }
  let calm = 0
  const probe = () => {
    const asked = performance.now()
    setTimeout(() => {
      calm = performance.now() - asked < 20 ? calm + 1 : 0
      if (calm < 2) requestAnimationFrame(probe)
      else performance.mark('interactive')
    })
  }
  requestAnimationFrame(probe)
}
