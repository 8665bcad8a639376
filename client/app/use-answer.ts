import { useCallback, useEffect, useState } from 'react'
import { asksAgain } from './may-work-later.ts'

/** What became of a question. */
type Answered<Answer> =
  { state: 'asking' } | { state: 'failed'; error: Error } | { state: 'known'; answer: Answer }

const firstPauseMs = 1_000

/**
 * Asks once when the view appears, and again by itself where that may help; `again` is for a person to press. For the
 * views at the door: whoever joins by phone does not load a cache for one question. `ask` must stay the same.
 */
export function useAnswer<Answer>(
  ask: (signal: AbortSignal) => Promise<Answer>,
): [Answered<Answer>, again: () => void] {
  const [answered, setAnswered] = useState<Answered<Answer>>({ state: 'asking' })
  const [round, setRound] = useState(0)
  useEffect(() => {
    const leaving = new AbortController()
    let pause: ReturnType<typeof setTimeout> | undefined
    const attempt = (failures: number) => {
      ask(leaving.signal).then(
        (answer) => leaving.signal.aborted || setAnswered({ state: 'known', answer }),
        (error: Error) => {
          if (leaving.signal.aborted) return
          if (!asksAgain(failures, error)) return setAnswered({ state: 'failed', error })
          pause = setTimeout(() => attempt(failures + 1), firstPauseMs * 2 ** failures)
        },
      )
    }
    attempt(0)
    return () => {
      leaving.abort()
      clearTimeout(pause)
    }
  }, [ask, round])
  const again = useCallback(() => {
    setAnswered({ state: 'asking' })
    setRound((before) => before + 1)
  }, [])
  return [answered, again]
}
