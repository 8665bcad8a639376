import { useState } from 'react'
import { Eye, Globe } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { mayInWorkshop } from '#client/app/actor.ts'
import { useDay } from '#client/app/dates.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { paths } from '#client/app/paths.ts'
import { useChange } from '#client/app/queries.ts'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { toasts } from '#client/ui/toasts.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { ProfileInGallery } from '#shared/protocol/gallery.ts'
import styles from './gallery.module.css'
import { PublishDialog } from './PublishDialog.tsx'

interface ProfileRowProps {
  workshop: WorkshopView
  profile: ProfileInGallery
}

/** One solution profile: how it stands, and what can be done about it. */
export function ProfileRow({ workshop, profile }: ProfileRowProps) {
  const { t } = useTranslation()
  const [isPreviewing, setPreviewing] = useState(false)
  const { groupId, artefactId, released, concerns, published } = profile
  const name = profile.name || t(released ? 'gallery.nameless' : 'gallery.withheldName')
  const group = workshop.groups.find(({ id }) => id === groupId)
  const mayPublish = mayInWorkshop(workshop, 'gallery.open')
  const isReady = released && concerns.length === 0
  return (
    <li className={styles.row}>
      <div className={styles.said}>
        <strong className={styles.name}>{name}</strong>
        <p className={styles.quiet}>{group?.name}</p>
        <State profile={profile} />
        {released ? null : <p>{t('gallery.releaseFirst')}</p>}
        {concerns.map(({ reason, field, label }) => (
          <p key={`${reason} ${field}`}>{t(`gallery.concern.${reason}`, { label })}</p>
        ))}
      </div>
      <div className={styles.deeds}>
        <Link
          className={buttonClass('secondary')}
          to={paths.inRoom(workshop.id, groupId, { card: artefactId })}
          aria-label={t('gallery.openCardOf', { name })}
        >
          {t('gallery.openCard')}
        </Link>
        {published ? (
          <a
            className={buttonClass('secondary')}
            href={paths.publicProfile(published.id)}
            target="_blank"
            rel="noreferrer"
            aria-label={t('gallery.showOf', { name })}
          >
            <Globe aria-hidden="true" />
            {t('gallery.show')}
          </a>
        ) : null}
        {mayPublish && isReady && (published === null || published.isOutdated) ? (
          <Button
            variant={published ? 'secondary' : 'primary'}
            icon={<Eye aria-hidden="true" />}
            aria-label={t('gallery.previewOf', { name })}
            onClick={() => setPreviewing(true)}
          >
            {t('gallery.preview')}
          </Button>
        ) : null}
        {published && mayInWorkshop(workshop, 'gallery.close') ? (
          <Withdrawal workshop={workshop} profile={profile} name={name} />
        ) : null}
      </div>
      {isPreviewing ? (
        <PublishDialog workshop={workshop} profile={profile} onClose={() => setPreviewing(false)} />
      ) : null}
    </li>
  )
}

function State({ profile: { released, concerns, published } }: { profile: ProfileInGallery }) {
  const { t } = useTranslation()
  const day = useDay()
  if (published) {
    const words = published.isOutdated ? 'gallery.state.outdated' : 'gallery.state.public'
    return <p className={styles.public}>{t(words, { day: day(published.publishedAt) })}</p>
  }
  const state = !released ? 'withheld' : concerns.length > 0 ? 'concerns' : 'ready'
  return <p className={styles.state}>{t(`gallery.state.${state}`)}</p>
}

function Withdrawal({ workshop, profile, name }: ProfileRowProps & { name: string }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const change = useChange('withdrawProfile')
  const [isAsking, setAsking] = useState(false)
  const { groupId, artefactId } = profile
  const withdraw = () =>
    void change
      .mutateAsync({ path: { workshopId: workshop.id, groupId, artefactId } })
      .then(() => toasts.show({ text: t('gallery.withdrawn', { name }) }))
      .catch((error: Error) => toasts.show({ text: errorText(error), tone: 'danger' }))
      .finally(() => setAsking(false))
  return (
    <>
      <Button variant="quiet" aria-label={t('gallery.withdrawOf', { name })} onClick={() => setAsking(true)}>
        {t('gallery.withdraw')}
      </Button>
      <ConfirmDialog
        title={t('gallery.withdrawTitle', { name })}
        open={isAsking}
        confirm={t('gallery.withdraw')}
        danger
        busy={change.isPending}
        onConfirm={withdraw}
        onClose={() => setAsking(false)}
      >
        {t('gallery.withdrawText')}
      </ConfirmDialog>
    </>
  )
}
