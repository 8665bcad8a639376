import { isKind } from '#shared/kinds/index.ts'
import type { GroupId, MemberId } from '#shared/base/ids.ts'
import type { RescuedCard } from './own-changes.ts'
import { keptWordsOf } from './replica-register.ts'

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
      const stored: unknown = JSON.parse(localStorage.getItem(this.key) ?? '[]')
      return Array.isArray(stored) ? stored.filter(isCard) : []
    } catch {
      // Storage switched off
      return []
    }
  }

  /** @returns everything that is kept by now; in a browser that stores nothing, at least until the page is closed */
  add(cards: readonly RescuedCard[], before: readonly RescuedCard[]): RescuedCard[] {
    const known = new Map([...this.all(), ...before, ...cards].map((card) => [card.id, card]))
    const all = [...known.values()]
    try {
      if (cards.length > 0) localStorage.setItem(this.key, JSON.stringify(all))
    } catch {
      return all
    }
    return all
  }

  clear(): void {
    try {
      localStorage.removeItem(this.key)
    } catch {
      // Storage switched off: there is nothing of it
      return
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
