import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange, useGallery } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ChecksField } from '#client/ui/ChecksField.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { toasts } from '#client/ui/toasts.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { ProfileInGallery } from '#shared/protocol/gallery.ts'
import styles from './gallery.module.css'

interface PublishDialogProps {
  workshop: WorkshopView
  profile: ProfileInGallery
  onClose: () => void
}

/** Word for word what becomes public, and the button that makes it so. */
export function PublishDialog({ workshop, profile, onClose }: PublishDialogProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const gallery = useGallery(workshop.id)
  const change = useChange('publishProfile')
  const { groupId, artefactId, digest, name, shown, namesContact, persons } = profile
  const [agreed, setAgreed] = useState<readonly string[]>([])
  const areAllAgreed = persons.every((person) => agreed.includes(person))
  const publish = () =>
    change.mutate(
      { path: { workshopId: workshop.id, groupId, artefactId }, body: { digest } },
      {
        onSuccess: () => {
          toasts.show({ text: t('gallery.published', { name }) })
          onClose()
        },
        // The card may say something else by now: then that is what is looked at next
        onError: () => void gallery.refetch(),
      },
    )
  return (
    <Dialog
      title={t('gallery.previewTitle')}
      open
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" busy={change.isPending} disabled={!areAllAgreed} onClick={publish}>
            {t('gallery.publish')}
          </Button>
        </>
      }
    >
      <div className={styles.preview}>
        <p>{t('gallery.previewText')}</p>
        <dl className={styles.shown} lang={workshop.language}>
          {shown.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {namesContact ? <p>{t('gallery.previewContact')}</p> : null}
        {persons.length > 0 ? (
          <ChecksField
            legend={t('gallery.previewPersons')}
            all={persons}
            chosen={agreed}
            labelOf={(person) => person}
            onChange={setAgreed}
          />
        ) : null}
        {change.error ? <Banner tone="danger">{errorText(change.error)}</Banner> : null}
      </div>
    </Dialog>
  )
}
