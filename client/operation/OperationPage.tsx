// In front of it: whoever runs the server, when somebody says "it is slow", or before forty people come at ten.
// Half a minute; wants to see at a glance whether it is the server, and if so, what of it.
import { useTranslation } from 'react-i18next'
import { Link, Navigate } from 'react-router'
import { actorOf } from '#client/app/actor.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { useSession } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { buttonClass } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { may } from '#shared/workshop/permissions.ts'
import { MachineFigures, PeopleFigures, SpeedFigures, TrafficFigures } from './Figures.tsx'
import { Health } from './Health.tsx'
import type { Looks } from './looks.ts'
import styles from './OperationPage.module.css'
import { Refusals } from './Refusals.tsx'
import { useOperation } from './use-operation.ts'
import { useQuantities } from './use-quantities.ts'

export function OperationPage() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const session = useSession()
  const mayObserve = may(actorOf(session.data), 'operation.observe', { type: 'installation' })
  const operation = useOperation(mayObserve)
  const { time } = useQuantities()
  const looks = operation.data

  if (session.data && !session.data.account && session.data.workshops.length === 0) {
    return <Navigate to={paths.logIn} replace state={{ from: paths.operation }} />
  }
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <PageHeading title={t('operation.title')} />
        <p className={styles.note}>{t('operation.intro')}</p>
      </div>
      {session.data && !mayObserve ? <AccountOnly /> : null}
      {operation.isError ? (
        <Banner tone="danger">
          {errorText(operation.error)} {looks ? t('operation.stale', { time: time(looks.at(-1)!.at) }) : null}
        </Banner>
      ) : null}
      {session.isPending || (mayObserve && operation.isPending) ? (
        <Spinner label={t('common.loading')} />
      ) : null}
      {looks && mayObserve ? <Installation looks={looks} answers={!operation.isError} /> : null}
    </div>
  )
}

function AccountOnly() {
  const { t } = useTranslation()
  return (
    <EmptyState
      title={t('operation.accountOnly.title')}
      action={
        <Link className={buttonClass('primary')} to={paths.logIn} state={{ from: paths.operation }}>
          {t('start.logIn')}
        </Link>
      }
    >
      {t('operation.accountOnly.text')}
    </EmptyState>
  )
}

function Installation({ looks, answers }: { looks: Looks; answers: boolean }) {
  const { t } = useTranslation()
  const { time, uptime } = useQuantities()
  const look = looks.at(-1)!
  const minutes = Math.ceil((look.at - looks[0]!.at) / 60_000)
  return (
    <>
      <p className={styles.facts}>
        <span>{t('operation.facts.version', { version: look.version })}</span>
        <span>{t('operation.facts.uptime', { duration: uptime(look.at - look.startedAt) })}</span>
        <span>{t('operation.facts.seen', { time: time(look.at) })}</span>
      </p>
      <Health look={look} answers={answers} />
      <PeopleFigures looks={looks} />
      <SpeedFigures looks={looks} />
      <TrafficFigures looks={looks} />
      <MachineFigures looks={looks} />
      <p className={styles.note}>{t('operation.trend.window', { count: Math.max(1, minutes) })}</p>
      <Refusals refusals={look.refusals} />
    </>
  )
}
