// In front of it: somebody from a town hall with two hours this week, between two appointments, perhaps on a phone.
// Wants to know what is asked of them, how long it takes and by when; and what they have missed, in five minutes.
import { useEffect, useState } from 'react'
import { Clock, MessageSquare, PenLine, SquareCheck, Vote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { dayAndTime, useDay } from '#client/app/dates.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { useOwnMatters, useWorkshop } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { noteVisit, visitBefore } from '#client/ui-state/last-visit.ts'
import { named } from '#client/ui/named.ts'
import { Said } from '#client/ui/Said.tsx'
import { minutesOf, type GroupNews, type OpenMatter, type OwnMatters } from '#shared/agenda/own-matters.ts'
import type { WorkshopId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import styles from './OwnPage.module.css'
import { OwnSubscriptions } from './OwnSubscriptions.tsx'

export function OwnPage() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const workshop = useWorkshop(useParams().workshopId as WorkshopId)
  if (workshop.data) return <Own key={workshop.data.id} workshop={workshop.data} />
  if (workshop.isPending) return <Spinner label={t('common.loading')} />
  return (
    <Banner
      tone="danger"
      action={<Button onClick={() => void workshop.refetch()}>{t('common.retry')}</Button>}
    >
      {errorText(workshop.error)}
    </Banner>
  )
}

function Own({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const { id, me } = workshop
  const [since] = useState(() => visitBefore(id, me.id))
  const matters = useOwnMatters(id, since)
  const at = matters.data?.at
  useEffect(() => {
    if (at !== undefined) noteVisit(id, me.id, at)
  }, [id, me.id, at])
  return (
    <div className={styles.page}>
      <PageHeading title={t('own.title')} />
      <p className={styles.quiet}>
        <Link to={paths.workshop(id)} lang={workshop.language}>
          {workshop.title}
        </Link>
      </p>
      <p>{t('own.lead')}</p>
      {matters.error ? (
        <Banner
          tone="danger"
          action={<Button onClick={() => void matters.refetch()}>{t('common.retry')}</Button>}
        >
          {errorText(matters.error)}
        </Banner>
      ) : null}
      {matters.data ? (
        <>
          <OpenMatters workshop={workshop} matters={matters.data} />
          {since === null ? null : <News workshop={workshop} news={matters.data.news} since={since} />}
        </>
      ) : matters.isPending ? (
        <Spinner label={t('common.loading')} />
      ) : null}
      <OwnSubscriptions workshop={workshop} />
    </div>
  )
}

function OpenMatters({ workshop, matters: { open, at } }: { workshop: WorkshopView; matters: OwnMatters }) {
  const { t } = useTranslation()
  if (open.length === 0) return <EmptyState title={t('own.nothing')}>{t('own.nothingText')}</EmptyState>
  const minutes = minutesOf(open)
  return (
    <section aria-labelledby="own-open">
      <h2 id="own-open">{t('own.open')}</h2>
      {minutes > 0 ? <p className={styles.quiet}>{t('own.total', { count: minutes })}</p> : null}
      <ol className={styles.matters}>
        {open.map((matter) => (
          <li key={keyOf(matter)} className={styles.matter}>
            <Matter workshop={workshop} matter={matter} nowMs={at} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const signs = { step: PenLine, vote: Vote, task: SquareCheck, feedback: MessageSquare }

function Matter({ workshop, matter, nowMs }: { workshop: WorkshopView; matter: OpenMatter; nowMs: number }) {
  const { t } = useTranslation()
  const Sign = signs[matter.type]
  const what = useWhat(matter)
  const group = workshop.groups.find(({ id }) => id === matter.groupId)?.name ?? ''
  const minutes = matter.minutes === null ? null : t('own.minutes', { count: matter.minutes })
  const instead = matter.insteadOf ? t('workshop.members.standsInFor', { name: matter.insteadOf }) : ''
  return (
    <>
      <Sign className={styles.sign} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.quiet}>
          <Said>
            {[t(`own.types.${matter.type}`), instead, named(group, workshop.language)]
              .filter(Boolean)
              .join(' · ')}
          </Said>
        </p>
        <h3 lang={workshop.language}>{what.title}</h3>
        {what.text ? <p lang={workshop.language}>{what.text}</p> : null}
        <p className={styles.when}>
          <Until matter={matter} nowMs={nowMs} />
          {minutes ? (
            <span>
              <Clock aria-hidden="true" /> {minutes}
            </span>
          ) : null}
        </p>
      </div>
      <Link
        className={buttonClass('secondary', styles.go)}
        to={wayTo(workshop.id, matter)}
        aria-label={t('own.goTo', { do: t(`own.go.${matter.type}`), what: what.title })}
      >
        {t(`own.go.${matter.type}`)}
      </Link>
    </>
  )
}

function useWhat(matter: OpenMatter): { title: string; text: string } {
  const { t } = useTranslation()
  switch (matter.type) {
    case 'step':
      return { title: matter.title, text: matter.instruction }
    case 'vote':
      return { title: matter.question, text: '' }
    case 'task':
      return { title: matter.text || t('own.unnamed'), text: '' }
    case 'feedback':
      return {
        title: t('own.onCard', { card: matter.card || t('own.unnamed') }),
        text: t('own.askedBy', { name: matter.by, text: matter.text }),
      }
  }
}

/** A task has a day, everything else a time. */
function Until({ matter: { type, until }, nowMs }: { matter: OpenMatter; nowMs: number }) {
  const { t, i18n } = useTranslation()
  const day = useDay()
  if (until === null) return null
  const when = type === 'task' ? day(until) : dayAndTime(until, i18n.language)
  if (until < nowMs) return <strong className={styles.overdue}>{t('own.overdue', { when })}</strong>
  return <strong>{type === 'task' ? t('own.untilDay', { day: when }) : t('own.until', { when })}</strong>
}

function wayTo(workshopId: WorkshopId, matter: OpenMatter): string {
  const { groupId } = matter
  if (matter.type === 'task' || matter.type === 'feedback')
    return paths.inRoom(workshopId, groupId, { card: matter.artefactId })
  return matter.pageId === null
    ? paths.room(workshopId, groupId)
    : paths.inRoom(workshopId, groupId, { page: matter.pageId })
}

function keyOf(matter: OpenMatter): string {
  switch (matter.type) {
    case 'step':
      return matter.stepId
    case 'vote':
      return matter.voteId
    default:
      return `${matter.type} ${matter.artefactId} ${matter.type === 'feedback' ? matter.text : ''}`
  }
}

interface NewsProps {
  workshop: WorkshopView
  news: readonly GroupNews[]
  since: number
}

function News({ workshop, news, since }: NewsProps) {
  const { t, i18n } = useTranslation()
  return (
    <section aria-labelledby="own-news" className={styles.news}>
      <h2 id="own-news">{t('own.news')}</h2>
      <p className={styles.quiet}>{t('own.newsSince', { when: dayAndTime(since, i18n.language) })}</p>
      {news.length === 0 ? <p>{t('own.noNews')}</p> : null}
      {news.map((one) => (
        <GroupNewsEntry key={one.groupId} workshop={workshop} news={one} />
      ))}
    </section>
  )
}

function GroupNewsEntry({ workshop, news }: { workshop: WorkshopView; news: GroupNews }) {
  const { t } = useTranslation()
  const name = workshop.groups.find(({ id }) => id === news.groupId)?.name ?? ''
  const phase = news.phases.at(-1)
  const said = (words: string) => named(words, workshop.language)
  return (
    <article className={styles.groupNews}>
      <h3 lang={workshop.language}>{name}</h3>
      <ul>
        {phase ? <li>{t('own.phase', { phase: t(`workshop.phaseShort.${phase}`) })}</li> : null}
        {news.decisions.map(({ artefactId, text }) => (
          <li key={artefactId}>
            <Link to={paths.inRoom(workshop.id, news.groupId, { card: artefactId })}>
              <Said>{t('own.decision', { text: said(text) || t('own.unnamed') })}</Said>
            </Link>
          </li>
        ))}
        {news.counted.map(({ voteId, question }) => (
          <li key={voteId}>
            <Said>{t('own.counted', { question: said(question) })}</Said>
          </li>
        ))}
        {news.revealed.map((title, n) => (
          <li key={`${n} ${title}`}>
            <Said>{t('own.revealed', { title: said(title) })}</Said>
          </li>
        ))}
        {news.newCards > 0 ? <li>{t('own.newCards', { count: news.newCards })}</li> : null}
      </ul>
      <Link to={paths.room(workshop.id, news.groupId)}>
        <Said>{t('own.enter', { group: said(name) })}</Said>
      </Link>
    </article>
  )
}
