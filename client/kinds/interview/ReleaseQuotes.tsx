import { useCallback, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { decideReleases, releaseState, type ReleaseChoice } from '#shared/consent/release-decisions.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { asOneStep } from '#client/artefacts/card-actions.ts'
import { useMayRelease } from '#client/artefacts/use-artefact.ts'
import { Button } from '#client/ui/Button.tsx'
import choices from '#client/ui/choices.module.css'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { toasts } from '#client/ui/toasts.ts'
import styles from './InterviewReader.module.css'
import type { PlacedQuote } from './use-interview-quotes.ts'

interface ReleaseQuotesProps {
  session: RoomSession
  interview: Artefact
  quotes: readonly PlacedQuote[]
}

/**
 * For those who may release: all quotes from this interview at once, as one step of undo. What nobody could compare with
 * the text, because its place is lost, goes along only where somebody says so.
 */
export function ReleaseQuotes({ session, interview, quotes }: ReleaseQuotesProps) {
  const { t } = useTranslation()
  const mayRelease = useMayRelease(session)
  const waiting = useWaiting(session, quotes)
  const [asking, setAsking] = useState(false)
  const [withLost, setWithLost] = useState(false)
  if (!mayRelease || quotes.length === 0) return null
  const consent = releaseState(interview)
  if (consent === 'closed') return <p className={styles.hint}>{t('artefacts.reader.refused')}</p>
  if (waiting.length === 0) return <p className={styles.hint}>{t('artefacts.reader.allReleased')}</p>

  const isLost = (id: string) => quotes.some(({ quote, place }) => quote.id === id && place === null)
  const lost = waiting.filter(isLost)
  const isOnlyLost = lost.length === waiting.length
  const chosen = withLost || isOnlyLost ? waiting : waiting.filter((id) => !isLost(id))
  const isUndecided = consent === 'undecided'

  const ask = () => {
    setWithLost(false)
    setAsking(true)
  }
  const release = () => {
    setAsking(false)
    const count = chosen.length
    const decide = (ids: readonly string[], release: ReleaseChoice) =>
      asOneStep(session, (roots) =>
        decideReleases(
          roots,
          ids.map((artefactId) => ({ artefactId, release })),
        ),
      )
    decide(isUndecided ? [interview.id, ...chosen] : chosen, 'open')
    // These very quotes, whatever was done since; the consent that was given stays given
    const takeBack = () => void decide(chosen, 'closed')
    toasts.show({
      text: t('artefacts.reader.releasedAll', { count }),
      action: { label: t('common.undo'), run: takeBack },
    })
  }
  return (
    <>
      <Button onClick={isUndecided || lost.length > 0 ? ask : release}>
        {t('artefacts.reader.releaseAll', { count: waiting.length })}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t(isUndecided ? 'artefacts.reader.undecidedTitle' : 'artefacts.reader.lostTitle')}
        confirm={t(isUndecided ? 'artefacts.reader.givenAndRelease' : 'artefacts.reader.release')}
        onConfirm={release}
        onClose={() => setAsking(false)}
      >
        {isUndecided ? <p>{t('artefacts.reader.undecidedText')}</p> : null}
        {lost.length > 0 ? <p>{t('artefacts.reader.lostText', { count: lost.length })}</p> : null}
        {lost.length > 0 && !isOnlyLost ? (
          <label className={choices.check}>
            <input
              type="checkbox"
              checked={withLost}
              onChange={({ target }) => setWithLost(target.checked)}
            />
            {t('artefacts.reader.withLost', { count: lost.length })}
          </label>
        ) : null}
      </ConfirmDialog>
    </>
  )
}

/** Those that are not released yet, whoever releases them meanwhile. */
function useWaiting(session: RoomSession, quotes: readonly PlacedQuote[]): readonly string[] {
  const subscribe = useCallback(
    (wake: () => void) => {
      const stops = quotes.map(({ quote: { id } }) => session.artefacts.subscribe(id, wake))
      return () => stops.forEach((stop) => stop())
    },
    [session, quotes],
  )
  const ids = useSyncExternalStore(subscribe, () =>
    quotes
      .map(({ quote }) => quote.id)
      .filter((id) => {
        const quote = session.artefacts.get(id)
        return quote !== null && releaseState(quote) === 'closed'
      })
      .join(' '),
  )
  return ids === '' ? [] : ids.split(' ')
}
