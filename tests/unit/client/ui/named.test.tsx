// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { announce } from '#client/ui/Announcer.tsx'
import { changeLanguage } from '#client/i18n/i18n.ts'
import { Menu } from '#client/ui/Menu.tsx'
import { named, piecesOf, plainly } from '#client/ui/named.ts'
import { Said } from '#client/ui/Said.tsx'
import { Select } from '#client/ui/Select.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import { show } from '#tests/support/views.tsx'

const marked = () => [...document.querySelectorAll('[lang=de]')].map((element) => element.textContent)

describe('a German name in an English sentence', () => {
  beforeEach(() => changeLanguage('en'))

  it('is marked, and the sentence around it is not', () => {
    show(<Said>{`Next: ${named('Ideen sammeln', 'de')}, then ${named('Pause', 'de')}`}</Said>)
    expect(marked()).toEqual(['Ideen sammeln', 'Pause'])
    expect(document.body.textContent).toContain('Next: Ideen sammeln, then Pause')
  })

  it('is marked in menus, choices, messages and announcements, and attributes have its words alone', () => {
    const name = named('Bürgerservice', 'de')
    show(
      <>
        <Menu label={name} items={[{ id: 'a', label: `To ${name}`, onSelect: vi.fn() }]} />
        <Select label="Room" value="a" onChange={vi.fn()} options={[{ value: 'a', label: name }]} />
      </>,
    )
    act(() => announce(`Moved to ${name}.`))
    act(() => void toasts.show({ text: `${name} is deleted.` }))
    act(() => screen.getByRole('button', { name: 'Bürgerservice' }).click())
    expect(screen.getByRole('menu', { name: 'Bürgerservice' })).toBeTruthy()
    expect(screen.getByRole('menuitem', { name: 'To Bürgerservice' })).toBeTruthy()
    expect(marked()).toEqual(Array.from({ length: 5 }, () => 'Bürgerservice'))
  })

  it('is plain text where the view speaks its language, and where there is no name', () => {
    expect(named('Ideas', 'en')).toBe('Ideas')
    expect(named('', 'de')).toBe('')
    expect(piecesOf('Next page')).toEqual([{ text: 'Next page' }])
    expect(plainly(`On “${named('Ideen', 'de')}”`)).toBe('On “Ideen”')
  })
})
