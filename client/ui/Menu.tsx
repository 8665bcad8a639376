import {
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { ChevronDown } from 'lucide-react'
import { Button, type ButtonVariant } from './Button.tsx'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import { plainly } from './named.ts'
import { Said } from './Said.tsx'
import styles from './Menu.module.css'

export interface MenuItem {
  id: string
  label: string
  /** What is shown where the heading above already says the rest; part of the label. */
  short?: string
  icon?: ReactNode
  onSelect: () => void
  danger?: boolean
  disabled?: boolean
  /** One of several to choose from, and whether it is the chosen one. */
  checked?: boolean
}

/** Items that belong together, under a heading that is told with each of them. */
export interface MenuSection {
  id: string
  heading: string
  items: readonly MenuItem[]
}

export type MenuEntry = MenuItem | MenuSection

interface MenuProps {
  label: string
  icon?: ReactNode
  items: readonly MenuEntry[]
  /** The button shows only its icon; `label` is read out and shown as a tooltip. */
  iconOnly?: boolean
  variant?: ButtonVariant
  /** For items that are asked for when somebody looks. */
  onOpen?: () => void
}

/** A button that opens a short list of actions, after the ARIA menu button pattern. */
export function Menu({ label, icon, items, iconOnly = false, variant = 'secondary', onOpen }: MenuProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const menuId = useId()
  const shared = {
    ref: button,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': open,
    'aria-controls': open ? menuId : undefined,
    onClick: () => {
      setOpen(!open)
      if (!open) onOpen?.()
    },
  }
  const close = (giveFocusBack: boolean) => {
    setOpen(false)
    if (giveFocusBack) button.current?.focus()
  }
  return (
    <>
      {iconOnly ? (
        <IconButton {...shared} label={plainly(label)} icon={icon} />
      ) : (
        <Button {...shared} variant={variant} icon={icon}>
          <Said>{label}</Said>
          <ChevronDown aria-hidden="true" />
        </Button>
      )}
      {open ? <MenuList id={menuId} label={label} items={items} anchor={button} onClose={close} /> : null}
    </>
  )
}

interface MenuListProps {
  id: string
  label: string
  items: readonly MenuEntry[]
  anchor: RefObject<HTMLButtonElement | null>
  onClose: (giveFocusBack: boolean) => void
}

/** The list itself, for places where many things share one menu and bring their own button as anchor. */
export function MenuList({ id, label, items, anchor, onClose }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const menu = list.current
    if (!menu || !anchor.current) return
    if (hasTopLayer()) menu.showPopover()
    const place = () => anchor.current && placeBeside(menu, anchor.current.getBoundingClientRect())
    place()
    menuItems(menu)[0]?.focus()
    // Whoever turns their phone or zooms in still has it in sight
    addEventListener('resize', place)
    return () => removeEventListener('resize', place)
  }, [anchor])

  const move = (event: KeyboardEvent) => {
    const all = menuItems(list.current)
    const names = items
      .flatMap((entry) => (isSection(entry) ? entry.items : [entry]))
      .map((item) => plainly(shownName(item)))
    const next = nextIndex(event.key, all.indexOf(document.activeElement as HTMLElement), names)
    if (event.key === 'Escape' || event.key === 'Tab') onClose(event.key === 'Escape')
    if (event.key === 'Escape' || next !== null) {
      event.preventDefault()
      event.stopPropagation()
    }
    if (next !== null) all[next]?.focus()
  }

  return (
    <div
      ref={list}
      id={id}
      role="menu"
      popover={hasTopLayer() ? 'manual' : undefined}
      aria-label={plainly(label)}
      className={styles.menu}
      onKeyDown={move}
      onBlur={(event) => {
        const goesTo = event.relatedTarget
        if (!event.currentTarget.contains(goesTo) && goesTo !== anchor.current) onClose(false)
      }}
    >
      {items.map((entry) =>
        isSection(entry) ? (
          <Section key={entry.id} section={entry} headingId={`${id}-${entry.id}`} onClose={onClose} />
        ) : (
          <Item key={entry.id} item={entry} onClose={onClose} />
        ),
      )}
    </div>
  )
}

interface SectionProps {
  section: MenuSection
  headingId: string
  onClose: MenuListProps['onClose']
}

function Section({ section, headingId, onClose }: SectionProps) {
  return (
    <div role="group" aria-labelledby={headingId} className={styles.section}>
      <div id={headingId} role="presentation" className={styles.heading}>
        <Said>{section.heading}</Said>
      </div>
      {section.items.map((item) => (
        <Item key={item.id} item={item} onClose={onClose} />
      ))}
    </div>
  )
}

function Item({ item, onClose }: { item: MenuItem; onClose: MenuListProps['onClose'] }) {
  return (
    <button
      type="button"
      role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={item.checked}
      aria-label={item.short === undefined ? undefined : plainly(item.label)}
      tabIndex={-1}
      className={classes(styles.item, item.danger && styles.danger)}
      aria-disabled={item.disabled || undefined}
      onClick={() => {
        if (item.disabled) return
        onClose(true)
        item.onSelect()
      }}
    >
      {item.icon}
      <Said>{shownName(item)}</Said>
    </button>
  )
}

const isSection = (entry: MenuEntry): entry is MenuSection => 'items' in entry

const shownName = ({ label, short }: MenuItem) => short ?? label

/** Where there is one, neither a scrolling parent nor a dialog cuts the menu off; browsers before 2024 have none. */
function hasTopLayer(): boolean {
  return 'showPopover' in HTMLElement.prototype
}

function menuItems(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
}

function nextIndex(key: string, now: number, names: readonly string[]): number | null {
  const last = names.length - 1
  if (key === 'ArrowDown') return now === last ? 0 : now + 1
  if (key === 'ArrowUp') return now <= 0 ? last : now - 1
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key.length !== 1 || key === ' ') return null
  // From the one in focus on, so that the same letter again goes to the next that begins with it.
  const order = names.map((_, n) => (now + 1 + n) % names.length)
  return order.find((n) => names[n]?.toLowerCase().startsWith(key.toLowerCase())) ?? null
}

/** Below the button, or above it where there is no room; never outside the window. */
function placeBeside(menu: HTMLElement, button: DOMRect) {
  const { width, height } = menu.getBoundingClientRect()
  const edge = 8
  const below = button.bottom + 4
  const top = below + height > window.innerHeight - edge ? button.top - height - 4 : below
  menu.style.top = `${Math.max(edge, top)}px`
  menu.style.left = `${Math.max(edge, Math.min(button.left, window.innerWidth - width - edge))}px`
}
