// In front of it: a whole hall, ten metres away, while somebody explains what to do.
// Wants to know what to do, how long there is, and how to get in; presses nothing.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { screenParts } from '#client/app/paths.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { PublicTexts } from '#client/app/PublicTexts.tsx'
import { useClientConfig } from '#client/app/use-client-config.ts'
import { Spinner } from '#client/ui/Spinner.tsx'
import { isId, type GroupId, type WorkshopId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import { JoinAside } from './JoinAside.tsx'
import { isShowing, ScreenStage } from './ScreenStage.tsx'
import styles from './screen.module.css'
import { useJoinCode } from './use-join-code.ts'
import { useScreen, useScreenContent, type ScreenPlace } from './use-screen.ts'
import { useWakeLock } from './use-wake-lock.ts'

/** What the hall sees of a group: /werkstatt/:workshopId/gruppe/:groupId/leinwand */
export function ScreenPage() {
  const { workshopId = '', groupId = '' } = useParams()
  if (!isId(workshopId) || !isId(groupId)) return <Closed />
  return <OpenScreen place={{ workshopId: workshopId as WorkshopId, groupId: groupId as GroupId }} />
}

function OpenScreen({ place }: { place: ScreenPlace }) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const { data: view, error } = useScreen(place)
  const content = useScreenContent(place, view?.content)
  const join = useJoinCode(place, view !== undefined && search.has(screenParts.code))
  const publicTexts = useClientConfig().data?.publicTexts
  useWakeLock()
  useEffect(() => {
    document.title = [t('screen.title'), content?.group, 'Werkraum'].filter(Boolean).join(' · ')
  }, [t, content?.group])
  if (isRefused(error)) return <Closed />
  if (!view || !content) {
    return (
      <main className={styles.waiting}>
        <Spinner label={t('common.loading')} />
      </main>
    )
  }
  return (
    <div className={styles.screen}>
      <main className={styles.stage}>
        <ScreenStage view={view} content={content} />
        {error ? <p className={styles.old}>{t('screen.old')}</p> : null}
        <PublicTexts links={publicTexts} className={styles.publicTexts} />
      </main>
      <JoinAside join={join} finished={view.finished} isSlim={isShowing(view, content)} />
    </div>
  )
}

/** The server knows this browser and does not let it; anything else may pass. */
const isRefused = (error: Error | null): boolean =>
  error instanceof Problem && error.httpStatus < 500 && error.httpStatus !== 429

function Closed() {
  const { t } = useTranslation()
  return (
    <main className={styles.closed}>
      <PageHeading title={t('screen.closed')} />
      <p>{t('screen.closedWhy')}</p>
    </main>
  )
}
