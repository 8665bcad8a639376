// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { Link, Route, Routes } from 'react-router'
import { ErrorBoundary } from '#client/entrance/ErrorBoundary.tsx'
import { show } from '#tests/support/views.tsx'

function BrokenView(): never {
  throw new Error('broken on purpose')
}

describe('a view that breaks', () => {
  it('says what is safe and what to do, and does not stand in front of the next view', () => {
    // React reports what a boundary caught; here it is expected.
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    show(
      <>
        <Link to="/heil">weiter</Link>
        <ErrorBoundary>
          <Routes>
            <Route path="/" element={<BrokenView />} />
            <Route path="/heil" element={<p>Alles gut</p>} />
          </Routes>
        </ErrorBoundary>
      </>,
    )
    expect(screen.getByRole('alert').textContent).toContain('sicher auf dem Server')
    expect(screen.getByRole('button', { name: 'Seite neu laden' })).toBeTruthy()
    fireEvent.click(screen.getByRole('link', { name: 'weiter' }))
    expect(screen.getByText('Alles gut')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
