import * as Y from 'yjs'
import { limits } from '#shared/base/limits.ts'
import {
  lockedOn,
  mayDecide,
  mayDecideByComing,
  nothingLocked,
  placeEntries,
  type Locked,
} from '#shared/document/locks.ts'
import type { Roots } from '#shared/document/roots.ts'

/**
 * What is locked on a board, kept from one update to the next and found again only after something has changed that
 * could decide otherwise: while nothing is locked that is a lock alone, and writing words never is.
 */
export class BoardLocks {
  readonly #board: Roots['board']
  #locked: Locked | null = null

  constructor(board: Roots['board']) {
    this.#board = board
  }

  now(): Locked {
    return (this.#locked ??= lockedOn(this.#board))
  }

  /** The board changed without a word. */
  forget(): void {
    this.#locked = null
  }

  changed({ changed }: Y.Transaction): void {
    const [locked, board] = [this.#locked, this.#board as unknown]
    if (!locked) return
    for (const [type, keys] of changed) {
      const concerns =
        type === board
          ? mayDecideByComing(this.#board, locked, keys)
          : type._item?.parent === board && mayDecide(locked, keys)
      if (concerns) return this.forget()
    }
  }
}

/** Looks at what of somebody's change concerns what is locked; `locked` is how that was before the change. */
export class LockCheck {
  /** Whether something locked was about to be changed. */
  wasTouched = false
  readonly #roots: Roots
  readonly #locked: Locked

  constructor(roots: Roots, locked: Locked) {
    this.#roots = roots
    this.#locked = locked
  }

  /** Of what the moderation changes nothing is locked. */
  static none(roots: Roots): LockCheck {
    return new LockCheck(roots, nothingLocked)
  }

  /** Whether a text or map belongs to a locked card. */
  holdsWords(type: Y.AbstractType<unknown>): boolean {
    if (this.#locked.cards.size === 0) return false
    let at: Y.AbstractType<unknown> | null = type
    while (at?._item) {
      const { parent, parentSub }: Y.Item = at._item
      if (parent === (this.#roots.artefacts as unknown))
        return this.#note(this.#locked.cards.has(parentSub ?? ''))
      at = parent instanceof Y.AbstractType ? parent : null
    }
    return false
  }

  /** Whether a record stays there; with a key, whether that entry of it stays as it was. */
  holdsRecord(id: string, key?: string): boolean {
    const { records, carriers } = this.#locked
    const isCarried = carriers.has(id) && (key === undefined || placeEntries.has(key))
    return this.#note(records.has(id) || isCarried)
  }

  /** Whether something was laid into what is locked. */
  holdsPlaceOf(record: Y.Map<unknown>): boolean {
    if (this.#locked.records.size === 0) return false
    let parent = record.get('parentId')
    for (let depth = 0; depth <= limits.maxShapeNesting && typeof parent === 'string'; depth++) {
      if (this.#locked.records.has(parent)) return this.#note(true)
      parent = this.#roots.board.get(parent)?.get('parentId')
    }
    return false
  }

  #note(isHeld: boolean): boolean {
    this.wasTouched ||= isHeld
    return isHeld
  }
}
