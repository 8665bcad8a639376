// @vitest-environment jsdom
import { useState } from 'react'
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useRankDrag } from '#client/ui/use-rank-drag.ts'

const HEIGHT = 40

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const rank = [...(this.parentElement?.children ?? [])].indexOf(this)
    return { top: rank * HEIGHT, height: HEIGHT } as DOMRect
  })
})
afterEach(cleanup)

function List() {
  const [ids, setIds] = useState(['a', 'b', 'c', 'd'])
  const move = (id: string, by: number) => {
    const others = ids.filter((one) => one !== id)
    setIds(others.toSpliced(ids.indexOf(id) + by, 0, id))
  }
  const drag = useRankDrag('data-item', ids, move)
  return (
    <ul {...drag.list}>
      {ids.map((id) => (
        <li key={id} data-item={id} data-testid={id} {...drag.handle(id)}>
          {id}
        </li>
      ))}
    </ul>
  )
}

const order = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent)
const dataTransfer = () => ({ setData: vi.fn(), setDragImage: vi.fn(), effectAllowed: '' })
const rankOf = (id: string) => order().indexOf(id)

/** jsdom has no drag events with a place of their own. */
function fireAt(type: 'dragOver' | 'drop', id: string, half: 'upper' | 'lower'): boolean {
  const event = createEvent[type](screen.getByTestId(id), { dataTransfer: dataTransfer() })
  const clientY = (rankOf(id) + (half === 'upper' ? 0.25 : 0.75)) * HEIGHT
  Object.defineProperty(event, 'clientY', { value: clientY })
  return fireEvent(screen.getByTestId(id), event)
}

const takes = (id: string) => fireEvent.dragStart(screen.getByTestId(id), { dataTransfer: dataTransfer() })

test.each([
  ['a', 'c', 'lower', 'b c a d'],
  ['a', 'c', 'upper', 'b a c d'],
  ['d', 'b', 'upper', 'a d b c'],
  ['d', 'b', 'lower', 'a b d c'],
  ['b', 'b', 'lower', 'a b c d'],
] as const)(
  '%s dropped on %s, on its %s half, stands where the line was shown',
  (dragged, target, half, expected) => {
    render(<List />)
    takes(dragged)
    fireAt('dragOver', target, half)
    expect(screen.getByTestId(target).dataset.drop).toBe(half === 'upper' ? 'before' : 'after')
    fireAt('drop', target, half)
    expect(order().join(' ')).toBe(expected)
    expect(document.querySelector('[data-drop]')).toBeNull()
  },
)

test('what is dragged in from elsewhere is left to others', () => {
  render(<List />)
  expect(fireAt('dragOver', 'b', 'upper')).toBe(true)
  expect(fireAt('drop', 'b', 'upper')).toBe(true)
  expect(order().join(' ')).toBe('a b c d')
})

test('a drag that ends elsewhere leaves no line behind', () => {
  render(<List />)
  takes('a')
  fireAt('dragOver', 'c', 'lower')
  fireEvent.dragEnd(screen.getByTestId('a'))
  expect(document.querySelector('[data-drop]')).toBeNull()
})
