// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Menu } from '#client/ui/Menu.tsx'
import { Tabs } from '#client/ui/Tabs.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import { show } from '#tests/support/views.tsx'

describe('a button', () => {
  it('takes no second press while its action is on the way, and keeps the focus', () => {
    const onClick = vi.fn()
    show(
      <Button busy onClick={onClick}>
        Speichern
      </Button>,
    )
    const button = screen.getByRole('button', { name: 'Speichern' })
    button.focus()
    fireEvent.click(button)
    expect(onClick).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(button)
  })
})

describe('a button without a word', () => {
  it('is read out once: its tooltip is its name and no description beside it', () => {
    show(<IconButton label="Suchen" icon={<svg aria-hidden="true" />} />)
    const button = screen.getByRole('button', { name: 'Suchen' })
    expect(button.title).toBe('Suchen')
    expect(button.hasAttribute('aria-label')).toBe(false)
  })
})

describe('a field', () => {
  it('tells screen readers its hint and its error', () => {
    show(<TextField label="Name" hint="Wie Sie heißen" error="Fehlt" value="" onChange={vi.fn()} />)
    const described = screen.getByLabelText('Name').getAttribute('aria-describedby')!.split(' ')
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'Wie Sie heißen',
      'Fehlt',
    ])
  })
})

describe('a menu', () => {
  const openMenu = (onSelect = vi.fn()) => {
    const items = ['Umbenennen', 'Kopieren', 'Löschen'].map((label) => ({ id: label, label, onSelect }))
    show(<Menu label="Mehr" items={items} />)
    fireEvent.click(screen.getByRole('button', { name: 'Mehr' }))
    return onSelect
  }
  const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key })

  it('moves with the arrows around both ends and jumps to a first letter', () => {
    openMenu()
    expect(document.activeElement?.textContent).toBe('Umbenennen')
    press('ArrowUp')
    expect(document.activeElement?.textContent).toBe('Löschen')
    press('ArrowDown')
    press('k')
    expect(document.activeElement?.textContent).toBe('Kopieren')
  })

  it('tells the heading of a section with its items, and runs through all sections', () => {
    const item = (label: string) => ({ id: label, label, onSelect: vi.fn() })
    const sections = [
      { id: 'one', heading: 'Passt hierher', items: [item('Idee')] },
      { id: 'two', heading: 'Weitere', items: [item('Insight'), item('Notiz')] },
    ]
    show(<Menu label="Mehr" items={sections} />)
    fireEvent.click(screen.getByRole('button', { name: 'Mehr' }))
    expect(screen.getByRole('group', { name: 'Weitere' }).textContent).toContain('Insight')
    press('i')
    expect(document.activeElement?.textContent).toBe('Insight')
    press('i')
    expect(document.activeElement?.textContent).toBe('Idee')
    press('End')
    expect(document.activeElement?.textContent).toBe('Notiz')
  })

  it('gives the focus back when it closes without a choice', () => {
    const onSelect = openMenu()
    press('Escape')
    expect(screen.queryByRole('menu')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Mehr' }))
    expect(onSelect).not.toHaveBeenCalled()
  })

  it('closes and then acts', () => {
    const onSelect = openMenu(vi.fn(() => expect(document.activeElement?.textContent).toContain('Mehr')))
    fireEvent.click(screen.getByRole('menuitem', { name: 'Kopieren' }))
    expect(onSelect).toHaveBeenCalledOnce()
  })
})

describe('a dialog', () => {
  it('asks before it closes and holds its contents only while open', () => {
    const onClose = vi.fn()
    const view = show(
      <Dialog title="Umbenennen" open onClose={onClose}>
        Inhalt
      </Dialog>,
    )
    fireEvent(screen.getByRole('dialog', { name: 'Umbenennen' }), new Event('cancel', { cancelable: true }))
    expect(onClose).toHaveBeenCalledOnce()
    expect(screen.getByText('Inhalt')).toBeTruthy()
    view.unmount()
    expect(screen.queryByText('Inhalt')).toBeNull()
  })

  it('keeps Escape to itself: what it was opened from stays, and what is written in it is asked about', () => {
    const around = vi.fn()
    show(
      <section onKeyDown={around}>
        <Dialog title="Skizze" open onClose={() => undefined}>
          <button>Schwarz</button>
        </Dialog>
      </section>,
    )
    fireEvent.keyDown(screen.getByText('Schwarz'), { key: 'Escape' })
    expect(around).not.toHaveBeenCalled()
  })

  it('begins at the field it is there for, not at its cross', () => {
    show(
      <Dialog title="Suchen" open onClose={vi.fn()}>
        <TextField label="Karten" value="" onChange={vi.fn()} autoFocus />
      </Dialog>,
    )
    expect(document.activeElement).toBe(screen.getByLabelText('Karten'))
  })
})

describe('tabs', () => {
  it('choose the next with the arrow and show only its panel', () => {
    const tabs = [
      { id: 'one', label: 'Eins', content: 'Inhalt eins' },
      { id: 'two', label: 'Zwei', content: 'Inhalt zwei' },
    ] as const
    const onSelect = vi.fn()
    show(<Tabs label="Bereiche" tabs={tabs} selected="two" onSelect={onSelect} />)
    expect(screen.getByRole('tabpanel', { name: 'Zwei' }).textContent).toBe('Inhalt zwei')
    fireEvent.keyDown(screen.getByRole('tab', { name: 'Zwei' }), { key: 'ArrowRight' })
    expect(onSelect).toHaveBeenCalledWith('one')
  })
})

describe('toasts', () => {
  afterEach(() => {
    for (const toast of toasts.snapshot()) toasts.dismiss(toast.id)
    vi.useRealTimers()
  })

  it('about the same thing are one that counts, not a pile', () => {
    const marked = (quote: string) =>
      toasts.show({ text: quote, about: { topic: 'quotes', again: (count) => `${count}, zuletzt ${quote}` } })
    marked('eins')
    toasts.show({ text: 'Etwas anderes' })
    marked('zwei')
    marked('drei')
    expect(toasts.snapshot().map(({ text }) => text)).toEqual(['Etwas anderes', '3, zuletzt drei'])
    toasts.dismiss(toasts.snapshot()[1]!.id)
    marked('vier')
    expect(toasts.snapshot().at(-1)?.text).toBe('vier')
  })

  it('go by themselves, later if they offer something to do', () => {
    vi.useFakeTimers()
    toasts.show({ text: 'Gespeichert' })
    toasts.show({ text: 'Gelöscht', action: { label: 'Rückgängig', run: vi.fn() } })
    vi.advanceTimersByTime(6_000)
    expect(toasts.snapshot().map(({ text }) => text)).toEqual(['Gelöscht'])
    vi.advanceTimersByTime(6_000)
    expect(toasts.snapshot()).toEqual([])
  })

  it('stay while somebody points at them', () => {
    vi.useFakeTimers()
    toasts.show({ text: 'Gespeichert' })
    toasts.hold()
    vi.advanceTimersByTime(60_000)
    expect(toasts.snapshot()).toHaveLength(1)
    toasts.release()
    vi.advanceTimersByTime(6_000)
    expect(toasts.snapshot()).toEqual([])
  })

  it('never pile up beyond three; the oldest goes', () => {
    for (const text of ['eins', 'zwei', 'drei', 'vier']) toasts.show({ text })
    expect(toasts.snapshot().map(({ text }) => text)).toEqual(['zwei', 'drei', 'vier'])
  })

  it('end with the page they are about; what announces the next one stays', () => {
    toasts.show({ text: 'Karte von der Tafel genommen' })
    toasts.show({ text: 'Werkstatt gelöscht', outlastsPage: true })
    toasts.leavePage()
    expect(toasts.snapshot().map(({ text }) => text)).toEqual(['Werkstatt gelöscht'])
  })

  it('run their action once and are gone', () => {
    const run = vi.fn()
    show(null)
    act(() => void toasts.show({ text: 'Gelöscht', action: { label: 'Rückgängig', run } }))
    fireEvent.click(screen.getByRole('button', { name: 'Rückgängig' }))
    expect(run).toHaveBeenCalledOnce()
    expect(screen.queryByText('Gelöscht')).toBeNull()
  })

  it('appear inside an open dialog, where they can be seen, heard and pressed, and outlive it', () => {
    const dialog = document.body.appendChild(document.createElement('dialog'))
    dialog.setAttribute('open', '')
    show(null)
    act(() => void toasts.show({ text: 'O-Ton angelegt' }))
    expect(dialog.contains(screen.getByText('O-Ton angelegt'))).toBe(true)
    dialog.removeAttribute('open')
    act(() => void dialog.dispatchEvent(new Event('close')))
    expect(dialog.contains(screen.getByText('O-Ton angelegt'))).toBe(false)
    dialog.remove()
  })
})
