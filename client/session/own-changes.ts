import type * as Y from 'yjs'
import { fieldsOf, isTextField, type ArtefactKind } from '#shared/kinds/index.ts'
import { readArtefact } from '#shared/document/artefacts.ts'
import type { Roots } from '#shared/document/roots.ts'
import { touchedBy } from './artefact-store.ts'

/** Words of a person that could not reach the server and are kept for them to copy or download. */
export interface RescuedCard {
  kind: ArtefactKind
  texts: string[]
}

/** Stands for changes that are no card's: drawings, positions. */
const DRAWING = 'drawing'

/** Remembers which cards this person changed since the server last called everything durable. */
export class OwnChanges {
  private readonly roots: Roots
  private readonly onGrown: (ids: string[]) => void
  private readonly ids = new Set<string>()
  private readonly onArtefacts = (events: Y.YEvent<Y.Map<unknown>>[], transaction: Y.Transaction) => {
    if (transaction.local) this.add(touchedBy(events))
  }
  private readonly onBoard = (_events: unknown, transaction: Y.Transaction) => {
    if (transaction.local) this.add([DRAWING])
  }

  constructor(roots: Roots, onGrown: (ids: string[]) => void) {
    this.roots = roots
    this.onGrown = onGrown
    roots.artefacts.observeDeep(this.onArtefacts as Parameters<typeof roots.artefacts.observeDeep>[0])
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
    const { artefacts, board } = this.roots
    artefacts.unobserveDeep(this.onArtefacts as Parameters<typeof artefacts.unobserveDeep>[0])
    board.unobserveDeep(this.onBoard)
  }
}

/** What these cards say, in the order of their fields; cards without a word are left out. */
export function rescueTexts({ artefacts }: Roots, ids: Iterable<string>): RescuedCard[] {
  return [...ids].flatMap((id) => {
    const artefact = readArtefact(artefacts, id)
    if (!artefact) return []
    const texts = Object.entries(fieldsOf(artefact.kind))
      .filter(([, spec]) => isTextField(spec) || spec.type === 'transcript')
      .map(([name]) => String(artefact.fields[name] ?? '').trim())
      .filter((text) => text !== '')
    return texts.length > 0 ? [{ kind: artefact.kind, texts }] : []
  })
}
