import { useRef, type KeyboardEvent, type SyntheticEvent } from 'react'
import type { Item } from '#shared/kinds/field.ts'
import { putCardItemBack, type ItemsPlace } from './item-actions.ts'

/** An item that somebody else removed while this person wrote in it. */
interface Lost {
  item: Item
  /** Field of the item. */
  field: string
  /** UTF-16 offset of the caret. */
  at: number
}

/**
 * Somebody else removes the item that this person writes in: it is kept with all that stood in it, and what is typed on
 * meanwhile goes into it, not to whatever has the focus by then.
 */
export function useLostText(place: ItemsPlace, awaitItem: (id: string) => void) {
  const caret = useRef(0)
  const lost = useRef<Lost | null>(null)
  const letGo = () => void (lost.current = null)

  return {
    /** Answers how to put it back with what was typed since. */
    keep(gone: Item): () => void {
      const item = { ...gone, fields: { ...gone.fields } }
      const field = writtenIn(place, gone.id)
      lost.current = field === null ? null : { item, field, at: caret.current }
      return () => {
        letGo()
        awaitItem(gone.id)
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
        if ([...event.key].length !== 1) return
        event.preventDefault()
        event.stopPropagation()
        write(lost.current, event.key)
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

function write(lost: Lost, letter: string): void {
  const words = String(lost.item.fields[lost.field] ?? '')
  lost.item.fields[lost.field] = words.slice(0, lost.at) + letter + words.slice(lost.at)
  lost.at += letter.length
}
