// @vitest-environment jsdom
import { act, fireEvent } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCard } from '#client/artefacts/card-actions.ts'
import { changeLanguage } from '#client/i18n/i18n.ts'
import { BringDialog } from '#client/list-view/BringDialog.tsx'
import { ListView } from '#client/list-view/ListView.tsx'
import { MoveDialog } from '#client/list-view/MoveDialog.tsx'
import { layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { show } from '#tests/support/views.tsx'

const nothing = () => undefined
let session: MemorySession

beforeEach(async () => {
  await changeLanguage('en')
  Object.assign(Element.prototype, { scrollIntoView: nothing })
  session = memorySession()
  layPages(session.roots)
})
afterEach(() => session.destroy())

const inGerman = (inside: string) =>
  [...document.querySelectorAll(`${inside}[lang=de], ${inside} [lang=de]`)].map((one) =>
    one.textContent?.trim(),
  )

describe('German names of places, for whoever reads English', () => {
  it('are said in their own language, and the sentence around them is not', () => {
    show(<ListView session={session} onOpenCard={nothing} />)
    const frame = [...document.querySelectorAll<HTMLElement>('[role=row]')].find((row) =>
      row.textContent?.includes('Erste Eindrücke'),
    )
    act(() => frame!.focus())
    fireEvent.keyDown(frame!, { key: 'n' })
    expect(inGerman('[role=status]')).toEqual(['Erste Eindrücke', 'Vorbereitung'])
    const said = [...document.querySelectorAll('[role=status]')].map((one) => one.textContent).join(' ')
    expect(said).toContain('Erste Eindrücke')
    expect(said).not.toMatch(/[\uFFF9-\uFFFB]/)
  })

  it('are offered in their own language as targets', () => {
    const { unmount } = show(
      <BringDialog {...{ session }} pageId="page:one" onBring={nothing} onClose={nothing} />,
    )
    expect(inGerman('option')).toEqual(['Erste Eindrücke'])
    unmount()
    const { shapeId } = createCard(session, { kind: 'note', parentId: 'page:one', fields: { text: 'eins' } })!
    show(<MoveDialog {...{ session }} shapeIds={[shapeId]} onMove={nothing} onClose={nothing} />)
    expect(inGerman('option')).toEqual(['Vorbereitung', 'Erste Eindrücke', 'Ideen'])
  })
})
