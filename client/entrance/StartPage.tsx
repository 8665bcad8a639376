// In front of it: a participant with a short code two minutes before ten, or a moderator on the way to the workshops.
// A few seconds, one decision.
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import { CodeForm } from '#client/account/CodeForm.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { buttonClass } from '#client/ui/Button.tsx'
import type { SessionView, WorkshopSummary } from '#shared/protocol/api.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { useSession } from '#client/app/queries.ts'
import { SampleButton } from '#client/workshop/SampleButton.tsx'
import styles from './StartPage.module.css'
import { wayInto } from '#client/app/way-into.ts'

export function StartPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const session = useSession()
  const own = (session.data?.workshops ?? []).filter(({ archivedAt }) => archivedAt === null)
  const closedRoom = useClosedRoom()
  return (
    <div className={styles.start}>
      <div className={styles.intro}>
        <PageHeading title={t('start.title')} />
        <p>{t('start.lead')}</p>
      </div>
      {session.data?.setUpNeeded ? <Banner tone="attention">{t('start.setUpNeeded')}</Banner> : null}
      {closedRoom ? <Banner tone="attention">{t('start.closedRoom')}</Banner> : null}
      <div className={styles.ways}>
        {own.length > 0 ? <Continue workshops={own} /> : null}
        <section className={styles.way} aria-labelledby="join">
          <h2 id="join">{t('start.joinTitle')}</h2>
          <p className={styles.quiet}>{t('start.joinText')}</p>
          <CodeForm
            primary={own.length === 0}
            onCode={(code) => void navigate(paths.join, { state: { code } })}
          />
          <p className={styles.quiet}>
            <Link to={paths.connection}>{t('start.testConnection')}</Link>
            {' · '}
            <Link to={paths.practice}>{t('start.practise')}</Link>
          </p>
        </section>
        <Moderate
          account={session.data?.account ?? null}
          from={closedRoom}
          hasSample={own.some(({ isSample }) => isSample)}
        />
      </div>
    </div>
  )
}

/** Somebody opened a room's own address, e.g. copied out of another person's browser: it lets nobody in by itself. */
function useClosedRoom(): string | null {
  const state: unknown = useLocation().state
  const from = state && typeof state === 'object' && 'closedRoom' in state ? state.closedRoom : null
  return typeof from === 'string' ? from : null
}

/** At most these are offered here; everything is in the list. */
const shownAtStart = 4

function Continue({ workshops }: { workshops: readonly WorkshopSummary[] }) {
  const { t } = useTranslation()
  return (
    <section className={styles.way} aria-labelledby="continue">
      <h2 id="continue">{t('start.continueTitle')}</h2>
      <p className={styles.quiet}>{t('start.continueText')}</p>
      <ul className={styles.list}>
        {workshops.slice(0, shownAtStart).map((workshop, i) => (
          <li key={workshop.id} className={styles.entry}>
            <span className={styles.name} lang={workshop.language}>
              {workshop.title}
            </span>
            <Link className={buttonClass(i === 0 ? 'primary' : 'secondary')} to={wayInto(workshop)}>
              {t('start.continueAs', { role: t(`workshop.role.${workshop.role}`) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ModerateProps {
  account: SessionView['account']
  from: string | null
  hasSample: boolean
}

function Moderate({ account, from, hasSample }: ModerateProps) {
  const { t } = useTranslation()
  return (
    <section className={styles.way} aria-labelledby="moderate">
      <h2 id="moderate">{t('start.moderateTitle')}</h2>
      <p className={styles.quiet}>
        {account ? t('start.loggedInAs', { name: account.name }) : t('start.moderateText')}
      </p>
      <div className={styles.actions}>
        <Link
          className={buttonClass('secondary')}
          to={account ? paths.workshops : paths.logIn}
          state={from ? { from } : null}
        >
          {account ? t('start.myWorkshops') : t('start.logIn')}
        </Link>
        {account && !hasSample ? <SampleButton /> : null}
      </div>
    </section>
  )
}
