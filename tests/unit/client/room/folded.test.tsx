// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Folded } from '#client/room/silent/Folded.tsx'
import { show } from '#tests/support/view.tsx'

it('what one has begun stays while one looks at the cards that are left, and when the last of them is gone', () => {
  const desk = (count: number) => (
    <Folded count={count} left={count > 0 ? <p>eigene</p> : null}>
      <textarea />
    </Folded>
  )
  const { again } = show(desk(1))
  const field = document.querySelector('textarea')!
  const shown = () => [screen.queryByText('eigene'), field].map((one) => one?.closest('[hidden]') === null)
  field.value = 'halb'
  expect(shown()).toEqual([false, true])
  fireEvent.click(screen.getByRole('button'))
  expect(shown()).toEqual([true, false])
  again(desk(0))
  expect(shown()).toEqual([false, true])
  expect(screen.queryByRole('button')).toBeNull()
  expect(document.querySelector('textarea')).toBe(field)
  expect(field.value).toBe('halb')
})
