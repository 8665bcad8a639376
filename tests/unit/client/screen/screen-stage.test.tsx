// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ScreenStage } from '#client/screen/ScreenStage.tsx'
import type { SeenScreen } from '#client/screen/use-screen.ts'
import type { ScreenContent } from '#shared/protocol/screen.ts'
import '#tests/support/views.tsx'

const view = (content: string): SeenScreen => ({
  serverTime: 0,
  clockAheadMs: 0,
  timer: { status: 'idle' },
  mode: 'open',
  finished: { done: 0, count: 3 },
  hiddenCards: null,
  vote: null,
  content,
})
const content: ScreenContent = {
  content: 'ideen.1',
  language: 'de',
  group: 'Bauanträge',
  page: { name: 'Ideen', question: '', instruction: '' },
  step: { title: 'Ideen sammeln', instruction: 'Eine Idee je Karte.', position: { number: 2, count: 5 } },
  vote: null,
  picture: { href: 'data:image/png;base64,', w: 100, h: 80, isPart: false },
}

it('shows nothing of the step before as if it were the one that runs', () => {
  const { rerender } = render(<ScreenStage view={view('ideen.2')} content={content} />)
  screen.getByRole('heading', { name: 'Ideen sammeln' })
  screen.getByRole('img', { name: /Ideen/ })
  rerender(<ScreenStage view={view('ordnen.1')} content={content} />)
  screen.getByRole('heading', { name: 'Gleich geht es weiter' })
  expect(screen.queryByText(/Ideen sammeln|Eine Idee|Schritt 2/)).toBeNull()
  expect(screen.queryByRole('img', { name: /Ideen/ })).toBeNull()
  rerender(<ScreenStage view={view('ordnen.1')} content={{ ...content, content: 'ordnen.1' }} />)
  screen.getByRole('heading', { name: 'Ideen sammeln' })
})
