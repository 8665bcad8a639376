// In front of it: a moderator at the end of a workshop, who wants finished solutions to be found by other municipalities, and
// must not let anything out by mistake. What is public, what could be, and what stands in the way, in one list.
import { BookOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayInWorkshop } from '#client/app/actor.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { paths } from '#client/app/paths.ts'
import { useChange, useGallery } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { toasts } from '#client/ui/toasts.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { GalleryView } from '#shared/protocol/gallery.ts'
import styles from './gallery.module.css'
import { InterestDesk } from './InterestDesk.tsx'
import { ProfileRow } from './ProfileRow.tsx'

/** What of the workshop everybody may read. */
export function GalleryPanel({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const gallery = useGallery(workshop.id)
  return (
    <div className={styles.panel}>
      <div>
        <h2>{t('gallery.title')}</h2>
        <p className={styles.lead}>{t('gallery.text')}</p>
        <a href={paths.publicGallery} target="_blank" rel="noreferrer">
          {t('gallery.toGallery')}
        </a>
      </div>
      <InterestDesk workshop={workshop} />
      {gallery.isPending ? <Spinner label={t('common.loading')} /> : null}
      {gallery.isError ? <Banner tone="danger">{errorText(gallery.error)}</Banner> : null}
      {gallery.data?.openedAt === null ? <Closed workshop={workshop} /> : null}
      {gallery.data && gallery.data.openedAt !== null ? (
        <Open workshop={workshop} view={gallery.data} />
      ) : null}
    </div>
  )
}

function Closed({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const change = useChange('openGallery')
  const mayOpen = mayInWorkshop(workshop, 'gallery.open')
  const open = () =>
    change.mutate(
      { path: { workshopId: workshop.id }, body: { open: true } },
      { onSuccess: () => toasts.show({ text: t('gallery.opened') }) },
    )
  return (
    <>
      <EmptyState
        title={t('gallery.offTitle')}
        action={
          mayOpen ? (
            <Button
              variant="primary"
              icon={<BookOpen aria-hidden="true" />}
              busy={change.isPending}
              onClick={open}
            >
              {t('gallery.open')}
            </Button>
          ) : undefined
        }
      >
        {t(mayOpen ? 'gallery.offText' : 'gallery.offForManagers')}
      </EmptyState>
      {change.error ? <Banner tone="danger">{errorText(change.error)}</Banner> : null}
    </>
  )
}

function Open({ workshop, view }: { workshop: WorkshopView; view: GalleryView }) {
  const { t } = useTranslation()
  return (
    <>
      {view.profiles.length === 0 ? (
        <EmptyState title={t('gallery.empty')}>{t('gallery.emptyText')}</EmptyState>
      ) : (
        <ul className={styles.rows}>
          {view.profiles.map((profile) => (
            <ProfileRow
              key={`${profile.groupId} ${profile.artefactId}`}
              workshop={workshop}
              profile={profile}
            />
          ))}
        </ul>
      )}
      <p className={styles.quiet}>{t('gallery.changeNote')}</p>
      {mayInWorkshop(workshop, 'gallery.close') ? <Closing workshop={workshop} /> : null}
    </>
  )
}

function Closing({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const change = useChange('openGallery')
  const [isAsking, setAsking] = useState(false)
  const close = () =>
    void change
      .mutateAsync({ path: { workshopId: workshop.id }, body: { open: false } })
      .then(() => toasts.show({ text: t('gallery.closed') }))
      .catch((error: Error) => toasts.show({ text: errorText(error), tone: 'danger' }))
      .finally(() => setAsking(false))
  return (
    <div>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {t('gallery.close')}
      </Button>
      <ConfirmDialog
        title={t('gallery.closeTitle')}
        open={isAsking}
        confirm={t('gallery.close')}
        danger
        busy={change.isPending}
        onConfirm={close}
        onClose={() => setAsking(false)}
      >
        {t('gallery.closeText')}
      </ConfirmDialog>
    </div>
  )
}
