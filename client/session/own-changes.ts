import type * as Y from 'yjs'
import { fieldsOf, isTextField, plainKind, type ArtefactKind } from '#shared/kinds/index.ts'
import { readArtefact } from '#shared/document/artefacts.ts'
import { readComment } from '#shared/document/comments.ts'
import type { Roots } from '#shared/document/roots.ts'
import { touchedBy } from './artefact-store.ts'

/** Words of a person that could not reach the server and are kept for them to copy or download. */
export interface RescuedCard {
  /** Of the card or comment. */
  id: string
  kind: ArtefactKind
  texts: string[]
}

/** Stands for changes that are no card's: drawings, positions. */
const DRAWING = 'drawing'

/** Stands before the id of a comment. */
export const COMMENT = 'comment:'

/** Remembers which cards and comments this person changed since the server last called everything durable. */
export class OwnChanges {
  private readonly roots: Roots
  private readonly onGrown: (ids: string[]) => void
  private readonly ids = new Set<string>()
  private readonly onArtefacts = (events: Y.YEvent<Y.Map<unknown>>[], transaction: Y.Transaction) => {
    if (transaction.local) this.add(touchedBy(events))
  }
  private readonly onComments = (events: Y.YEvent<Y.Map<unknown>>[], transaction: Y.Transaction) => {
    if (transaction.local) this.add([...touchedBy(events)].map((id) => COMMENT + id))
  }
  private readonly onBoard = (_events: unknown, transaction: Y.Transaction) => {
    if (transaction.local) this.add([DRAWING])
  }

  constructor(roots: Roots, onGrown: (ids: string[]) => void) {
    this.roots = roots
    this.onGrown = onGrown
    roots.artefacts.observeDeep(this.onArtefacts as Parameters<typeof roots.artefacts.observeDeep>[0])
    roots.comments.observeDeep(this.onComments as Parameters<typeof roots.comments.observeDeep>[0])
    roots.board.observeDeep(this.onBoard)
  }

  add(ids: Iterable<string>): void {
    const before = this.ids.size
    for (const id of ids) this.ids.add(id)
    if (this.ids.size > before) this.onGrown([...this.ids])
  }

  saved(): void {
    if (this.ids.size === 0) return
    this.ids.clear()
    this.onGrown([])
  }

  texts(): RescuedCard[] {
    return rescueTexts(this.roots, this.ids)
  }

  destroy(): void {
    const { artefacts, comments, board } = this.roots
    comments.unobserveDeep(this.onComments as Parameters<typeof comments.unobserveDeep>[0])
    artefacts.unobserveDeep(this.onArtefacts as Parameters<typeof artefacts.unobserveDeep>[0])
    board.unobserveDeep(this.onBoard)
  }
}

/** What these cards and comments say, in the order of their fields; what has no word is left out. */
export function rescueTexts({ artefacts, comments }: Roots, ids: Iterable<string>): RescuedCard[] {
  return [...ids].flatMap((id) => {
    if (id.startsWith(COMMENT)) return wordsOfComment(comments, id.slice(COMMENT.length))
    const artefact = readArtefact(artefacts, id)
    if (!artefact) return []
    const texts = Object.entries(fieldsOf(artefact.kind))
      .filter(([, spec]) => isTextField(spec) || spec.type === 'transcript')
      .map(([name]) => String(artefact.fields[name] ?? '').trim())
      .filter((text) => text !== '')
    return texts.length > 0 ? [{ id, kind: artefact.kind, texts }] : []
  })
}

/** Somebody's words like those of a card that is not yet one. */
function wordsOfComment(comments: Roots['comments'], id: string): RescuedCard[] {
  const text = readComment(comments, id)?.text.trim() ?? ''
  return text === '' ? [] : [{ id, kind: plainKind, texts: [text] }]
}
