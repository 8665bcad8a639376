import { useRef, type KeyboardEvent, type SyntheticEvent } from 'react'
import type * as Y from 'yjs'
import type { Item } from '#shared/kinds/field.ts'
import { isTextField } from '#shared/kinds/index.ts'
import { nameAt } from '../field-place.ts'
import { deleteSign, typeLetters } from '../typed-text.ts'
import { putCardItemBack, writeInCardItem, type ItemsPlace } from './item-actions.ts'
import type { AwaitedItem } from './use-item-focus.ts'

/** An item that somebody else removed while this person wrote in it. */
interface Lost {
  item: Item
  /** Field of the item. */
  field: string
  /** UTF-16 offset of the caret. */
  at: number
}

/**
 * Somebody else removes the item that this person writes in: whoever types on brings it back with all that stood in it,
 * goes on where the caret was, and no key goes to whatever has the focus by then. Who does not may bring it back by hand.
 */
export function useLostText(place: ItemsPlace, awaitItem: (item: AwaitedItem) => void) {
  const caret = useRef(0)
  const lost = useRef<Lost | null>(null)
  const letGo = () => void (lost.current = null)

  return {
    /** Answers how to put it back. */
    keep(item: Item): () => void {
      const field = writtenIn(place, item.id)
      lost.current = field === null ? null : { item, field, at: caret.current }
      return () => {
        letGo()
        awaitItem({ id: item.id })
        putCardItemBack(place, item)
      }
    },
    handlers: {
      onPointerDownCapture: letGo,
      onSelect({ target }: SyntheticEvent) {
        if (target instanceof HTMLTextAreaElement) caret.current = target.selectionEnd
      },
      onKeyDownCapture(event: KeyboardEvent) {
        if (!lost.current || event.ctrlKey || event.metaKey || event.altKey) return
        if (event.target instanceof HTMLTextAreaElement || ['Escape', 'Tab'].includes(event.key))
          return letGo()
        if (!writes(event.key)) return
        const { item, field, at } = lost.current
        const now = writeInCardItem(place, item, field, typed(place, field, event.key, at))
        if (now === null) return letGo()
        event.preventDefault()
        event.stopPropagation()
        // Until the field is there, the next key comes here as well
        lost.current.at = now
        const name = nameAt({ field: place.field, item: { id: item.id, field } })
        awaitItem({ id: item.id, caret: { field: name, at: now } })
      },
    },
  }
}

/** The text of an item in which this person was; null where they were at something else of it. */
function writtenIn({ session, field }: ItemsPlace, itemId: string): string | null {
  const [, name = ''] = session.presence.own.getState().e ?? []
  const inside = `${field}.${itemId}.`
  return name.startsWith(inside) ? name.slice(inside.length) : null
}

const writes = (key: string) => [...key].length === 1 || key === 'Enter' || key === 'Backspace'

/** What a key does to a text, as it would in its field. */
const typed =
  ({ spec }: ItemsPlace, field: string, key: string, caret: number) =>
  (text: Y.Text): number => {
    const inner = spec.fields[field]
    const at = Math.min(caret, text.length)
    if (!inner || !isTextField(inner)) return at
    if (key === 'Backspace') return deleteSign(text, at)
    const letters = key !== 'Enter' ? key : inner.type === 'text' ? '\n' : ''
    return typeLetters(text, letters, at, inner.maxChars)
  }
