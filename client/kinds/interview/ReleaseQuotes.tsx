import { useCallback, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { decideReleases, releaseState, type ReleaseChoice } from '#shared/consent/release-decisions.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { asOneStep } from '#client/artefacts/card-actions.ts'
import { useMayRelease } from '#client/artefacts/use-artefact.ts'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { toasts } from '#client/ui/toasts.ts'
import styles from './InterviewReader.module.css'

interface ReleaseQuotesProps {
  session: RoomSession
  interview: Artefact
  quotes: readonly Artefact[]
}

/** For those who may release: all quotes from this interview at once, as one step of undo. */
export function ReleaseQuotes({ session, interview, quotes }: ReleaseQuotesProps) {
  const { t } = useTranslation()
  const mayRelease = useMayRelease(session)
  const waiting = useWaiting(session, quotes)
  const [asking, setAsking] = useState(false)
  if (!mayRelease || quotes.length === 0) return null
  const consent = releaseState(interview)
  if (consent === 'closed') return <p className={styles.hint}>{t('artefacts.reader.refused')}</p>
  if (waiting.length === 0) return <p className={styles.hint}>{t('artefacts.reader.allReleased')}</p>

  const release = (consents: readonly string[]) => {
    setAsking(false)
    const count = waiting.length
    const decide = (ids: readonly string[], release: ReleaseChoice) =>
      asOneStep(session, (roots) =>
        decideReleases(
          roots,
          ids.map((artefactId) => ({ artefactId, release })),
        ),
      )
    decide([...consents, ...waiting], 'open')
    // These very quotes, whatever was done since; the consent that was given stays given
    const takeBack = () => void decide(waiting, 'closed')
    toasts.show({
      text: t('artefacts.reader.releasedAll', { count }),
      action: { label: t('common.undo'), run: takeBack },
    })
  }
  return (
    <>
      <Button onClick={() => (consent === 'undecided' ? setAsking(true) : release([]))}>
        {t('artefacts.reader.releaseAll', { count: waiting.length })}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('artefacts.reader.undecidedTitle')}
        confirm={t('artefacts.reader.givenAndRelease')}
        onConfirm={() => release([interview.id])}
        onClose={() => setAsking(false)}
      >
        <p>{t('artefacts.reader.undecidedText')}</p>
      </ConfirmDialog>
    </>
  )
}

/** Those that are not released yet, whoever releases them meanwhile. */
function useWaiting(session: RoomSession, quotes: readonly Artefact[]): readonly string[] {
  const subscribe = useCallback(
    (wake: () => void) => {
      const stops = quotes.map(({ id }) => session.artefacts.subscribe(id, wake))
      return () => stops.forEach((stop) => stop())
    },
    [session, quotes],
  )
  const ids = useSyncExternalStore(subscribe, () =>
    quotes
      .filter(({ id }) => {
        const quote = session.artefacts.get(id)
        return quote !== null && releaseState(quote) === 'closed'
      })
      .map(({ id }) => id)
      .join(' '),
  )
  return ids === '' ? [] : ids.split(' ')
}
