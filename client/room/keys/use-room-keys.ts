import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { toggleFace } from '#client/ui-state/room-view.ts'
import { singleKeysStore } from '#client/ui-state/single-keys.ts'
import { toasts } from '#client/ui/toasts.ts'
import { isCaptureKey } from '../capture/capture-key.ts'
import { LetterKeys, type Letter, type LetterScene } from './letter-keys.ts'
import { goThroughRegions } from './regions.ts'
import { isCombined, isSign } from './signs.ts'
import { followTakenText } from './taken-text.ts'
import { useRoom, type Room } from '#client/room-context/room-context.ts'

/**
 * Keys that mean the same on board and list. Listens before the canvas does, because tldraw has other plans for some
 * of them. A key without Ctrl or Alt counts on the board and in the list only, where nobody is writing, and not at all
 * for whoever has switched that off.
 */
export function useRoomKeys(): void {
  const { t } = useTranslation()
  const room = useRoom()
  const texts = useRef(t)
  texts.current = t
  useEffect(() => {
    const taken = followTakenText(room, (what) =>
      toasts.show({
        text: texts.current(what === 'card' ? 'board.takenAway' : 'board.takenWords'),
        tone: 'attention',
      }),
    )
    const replayed = new WeakSet<Event>()
    const letters = new LetterKeys(letterScene(room, replayed), (run, ms) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    })
    const onKey = (event: KeyboardEvent) => {
      if (replayed.has(event) || room.view.getState().dialog || document.querySelector('dialog[open]')) return
      if (!isWriting(event.target) && taken.press(event)) {
        event.preventDefault()
        event.stopPropagation()
        return
      }
      if (isStrayKey(event)) {
        // Switched off, neither the canvas nor the list shall take it; a menu goes to the entry that begins so
        if (!singleKeysStore.getState().on && !isInMenu(event.target)) event.stopPropagation()
        return
      }
      if (
        beginsWriting(event) &&
        (letters.goOn(letterOf(event), event.timeStamp) || writeSign(event, room))
      ) {
        event.preventDefault()
        event.stopPropagation()
        return
      }
      if (
        isPlainLetter(event) ? letters.press(letterOf(event), event.timeStamp) : actOn(event, room, letters)
      ) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    const onPress = () => letters.settle()
    window.addEventListener('keydown', onKey, { capture: true })
    window.addEventListener('pointerdown', onPress, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true })
      window.removeEventListener('pointerdown', onPress, { capture: true })
      letters.dispose()
      taken.dispose()
    }
  }, [room])
}

/**
 * What letters do on board and list: alone they are commands, `L` of both, `N` and `I` of the board, and the list's
 * own; a word goes into a card of the board or of the list, whichever is in front.
 */
function letterScene({ view, board, list }: Room, replayed: WeakSet<Event>): LetterScene {
  const onBoard = () => (view.getState().face === 'board' ? board.current : null)
  return {
    meaningOf(letter) {
      const command = commandOf(letter)
      if (command === 'face') return 'undecided'
      const canvas = onBoard()
      if (!canvas) return isInList(letter.target) ? 'undecided' : 'foreign'
      return !command && !isInBars(letter.target) && canvas.isCardSelected() ? 'writing' : 'undecided'
    },
    alone(letter) {
      const command = commandOf(letter)
      const canvas = onBoard()
      if (command === 'face') toggleFace(view)
      else if (command === 'newCard' && canvas) canvas.createCardHere()
      else if (command === 'openCard' && canvas) canvas.openSelected()
      else replay(letter, replayed)
    },
    write(letters, target) {
      const canvas = onBoard()
      if (canvas && !isInBars(target)) canvas.write(letters)
      else if (!canvas && isInList(target)) list.current?.write(letters)
    },
  }
}

function commandOf({ key, shift }: Letter): 'face' | 'newCard' | 'openCard' | null {
  if (shift) return null
  switch (key.toLowerCase()) {
    case 'l':
      return 'face'
    case 'n':
      return 'newCard'
    case 'i':
      return 'openCard'
    default:
      return null
  }
}

/** The key goes where it was meant to go: digits choose the tools of the canvas, the list has letters of its own. */
function replay({ key, target }: Letter, replayed: WeakSet<Event>): void {
  if (!(target instanceof Element) || !target.isConnected) return
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  replayed.add(event)
  target.dispatchEvent(event)
}

/** True when the key was one of the room's. */
function actOn(event: KeyboardEvent, { session, view }: Room, letters: LetterKeys): boolean {
  if (!isModifier(event.key)) letters.settle()
  if (event.key === 'F6') return goThroughRegions(event.shiftKey ? -1 : 1)
  const action = keyAction(event)
  if (!action || (view.getState().face === 'board' && isTravel(action) && !isInBars(event.target)))
    return false
  if (action === 'search' || action === 'help' || action === 'capture')
    view.setState({ dialog: { type: action } })
  else session.history[action]()
  return true
}

type KeyAction = 'search' | 'help' | 'capture' | 'undo' | 'redo'

/** What a key press means in a room; null where it belongs to whoever has the focus. */
function keyAction(event: KeyboardEvent): KeyAction | null {
  if (isCaptureKey(event)) return 'capture'
  const key = event.key.toLowerCase()
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    if (key === 'k') return 'search'
    if (isWriting(event.target)) return null
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
    return key === 'y' ? 'redo' : null
  }
  if (event.altKey || isWriting(event.target)) return null
  return key === '?' ? 'help' : null
}

const isTravel = (action: KeyAction) => action === 'undo' || action === 'redo'

const isModifier = (key: string) => ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'].includes(key)

/** In the bars around the content, where the canvas does not listen. */
function isInBars(target: EventTarget | null): boolean {
  return target instanceof Element && target !== document.body && !target.closest('main')
}

/** On the rows of the list, or nowhere in particular; not in a card beside it. */
const isInList = (target: EventTarget | null) =>
  target === document.body ||
  (target instanceof Element && (target.matches('main') || target.closest('[role=treegrid]') !== null))

const isInMenu = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=menu], [role=listbox]') !== null

/** A key without Ctrl or Alt that writes a sign, where it may mean nothing. */
function isStrayKey(event: KeyboardEvent): boolean {
  const { key, target } = event
  if ([...key].length !== 1 || key === ' ' || isCombined(event) || isWriting(target)) return false
  return !singleKeysStore.getState().on || isInBars(target) || isInMenu(target)
}

const letterOf = ({ key, shiftKey, target }: KeyboardEvent): Letter => ({ key, shift: shiftKey, target })

/** A letter that could be a key command: not while writing, and not in a menu, where it looks for an entry. */
function isPlainLetter(event: KeyboardEvent): boolean {
  if (isCombined(event) || event.repeat) return false
  return /^[\p{L}\p{N}]$/u.test(event.key) && !isWriting(event.target)
}

const beginsWriting = (event: KeyboardEvent): boolean => isSign(event) && !isWriting(event.target)

/** A sign goes where a letter would; false where nobody takes it. */
function writeSign({ key, target }: KeyboardEvent, { view, board, list }: Room): boolean {
  if (view.getState().face === 'board') return !isInBars(target) && (board.current?.write(key) ?? false)
  if (!isInList(target) || !list.current) return false
  list.current.write(key)
  return true
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, select')
}
