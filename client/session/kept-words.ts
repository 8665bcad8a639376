import { isKind } from '#shared/kinds/index.ts'
import type { GroupId, MemberId } from '#shared/base/ids.ts'
import type { RescuedCard } from './own-changes.ts'
import { keptWordsOf } from './replica-register.ts'

interface Kept {
  all: RescuedCard[]
  isStored: boolean
}

/**
 * Words that no document holds any more, on this device: written down before the copy they come from is deleted, so
 * that a page that is closed in between loses none. They go when the person has them elsewhere or puts them away.
 */
export class KeptWords {
  private readonly key: string

  constructor({ groupId, memberId }: { groupId: GroupId; memberId: MemberId }) {
    this.key = `${keptWordsOf(memberId)}${groupId}`
  }

  all(): RescuedCard[] {
    try {
      return this.stored().filter(isCard)
    } catch {
      // Storage switched off
      return []
    }
  }

  /**
   * @returns everything that is kept by now, and whether it outlives the page: where this device stores nothing more,
   * the copy that the words come from has to stay
   */
  add(cards: readonly RescuedCard[], before: readonly RescuedCard[]): Kept {
    const known = new Map([...this.all(), ...before, ...cards].map((card) => [card.id, card]))
    const all = [...known.values()]
    return { all, isStored: this.write(all) }
  }

  clear(): void {
    this.write([])
  }

  /** What cannot be read stays beside it: a later version may read it, and nobody has seen it yet. */
  private write(cards: readonly RescuedCard[]): boolean {
    try {
      const next = [...this.stored().filter((one) => !isCard(one)), ...cards]
      if (next.length > 0) localStorage.setItem(this.key, JSON.stringify(next))
      else localStorage.removeItem(this.key)
      return true
    } catch {
      // Storage full or switched off
      return false
    }
  }

  private stored(): unknown[] {
    const text = localStorage.getItem(this.key)
    if (text === null) return []
    try {
      const stored: unknown = JSON.parse(text)
      return Array.isArray(stored) ? stored : [stored]
    } catch {
      // Written by no version of this product: kept as the text that it is
      return [text]
    }
  }
}

/** Checked by hand: the compiler of schemas would come into every room, and break its content security policy. */
function isCard(stored: unknown): stored is RescuedCard {
  if (typeof stored !== 'object' || stored === null) return false
  const { id, kind, texts }: Partial<Record<keyof RescuedCard, unknown>> = stored
  const areTexts = Array.isArray(texts) && texts.every((text) => typeof text === 'string')
  return typeof id === 'string' && isKind(kind) && areTexts
}
