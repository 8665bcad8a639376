import { useState } from 'react'
import { Images, Trash2 } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { mayInRoom } from '#client/app/actor.ts'
import { addressOf, call } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { toasts } from '#client/ui/toasts.ts'
import type { GroupView, WorkshopView } from '#shared/protocol/api.ts'
import type { ErasedImage, ImageView } from '#shared/protocol/images.ts'
import styles from './GroupImages.module.css'
import panel from './GroupsPanel.module.css'
import { localeOf } from '#shared/base/locale.ts'

interface GroupImagesProps {
  workshop: WorkshopView
  group: GroupView
}

/** All images that a group has uploaded, and the way to delete them: on demand of who is on them, or for their space. */
export function GroupImages({ workshop, group }: GroupImagesProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  if (!mayInRoom(workshop, 'room.erase', group.id)) return null
  return (
    <>
      <IconButton
        className={panel.rename}
        label={t('workshop.images.of', { name: group.name })}
        icon={<Images aria-hidden="true" />}
        onClick={() => setOpen(true)}
      />
      <Dialog
        open={open}
        size="large"
        title={t('workshop.images.of', { name: group.name })}
        onClose={() => setOpen(false)}
      >
        <ImageList {...{ workshop, group }} />
      </Dialog>
    </>
  )
}

function ImageList({ workshop, group }: GroupImagesProps) {
  const { t } = useTranslation()
  const explain = useErrorText()
  const path = { workshopId: workshop.id, groupId: group.id }
  const images = useQuery({
    queryKey: ['workshop', workshop.id, 'images', group.id],
    queryFn: ({ signal }) => call<ImageView[]>('images', { path, signal }),
  })
  if (images.error)
    return (
      <Banner
        tone="attention"
        action={<Button onClick={() => void images.refetch()}>{t('common.retry')}</Button>}
      >
        {explain(images.error)}
      </Banner>
    )
  if (!images.data) return <Spinner label={t('common.loading')} />
  if (images.data.length === 0) return <p>{t('workshop.images.none')}</p>
  return (
    <>
      <p className={styles.hint}>{t('workshop.images.hint')}</p>
      <ul className={styles.images}>
        {images.data.map((image, n) => (
          <ImageRow key={image.id} {...{ workshop, group, image }} number={n + 1} />
        ))}
      </ul>
    </>
  )
}

function ImageRow({
  workshop,
  group,
  image,
  number,
}: GroupImagesProps & { image: ImageView; number: number }) {
  const { t, i18n } = useTranslation()
  const explain = useErrorText()
  const erase = useChange<ErasedImage>('eraseImage')
  const [asking, setAsking] = useState(false)
  const path = { workshopId: workshop.id, groupId: group.id, assetId: image.id }
  const name = t('workshop.images.name', {
    number,
    day: new Date(image.createdAt).toLocaleDateString(localeOf(i18n.language), { dateStyle: 'medium' }),
  })
  const confirm = () =>
    // The row goes with the image, before the answer is through
    void erase.mutateAsync({ path }).then(
      ({ groups, places }) =>
        toasts.show({
          text: `${t('workshop.images.erased', { count: places })}${groups > 1 ? ` ${t('workshop.images.inGroups', { count: groups })}` : ''}`,
        }),
      () => undefined,
    )
  return (
    <li className={styles.image}>
      <img src={addressOf('asset', { path })} alt={name} loading="lazy" />
      <span>{name}</span>
      <span className={styles.hint}>
        {t('workshop.images.kilobytes', {
          formatted: Math.ceil(image.sizeBytes / 1024).toLocaleString(localeOf(i18n.language)),
        })}{' '}
        · {t('workshop.images.uses', { count: image.uses })}
      </span>
      <Button
        variant="quiet"
        icon={<Trash2 aria-hidden="true" />}
        aria-label={t('workshop.images.erase', { name })}
        onClick={() => setAsking(true)}
      >
        {t('common.delete')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('workshop.images.eraseTitle')}
        confirm={t('workshop.overview.deleteConfirm')}
        danger
        busy={erase.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <p>{t('workshop.images.eraseText', { count: image.uses })}</p>
        <p>{t('workshop.images.eraseCopies')}</p>
        {erase.error ? (
          <Banner tone="danger">
            {t('workshop.images.eraseAgain')} {explain(erase.error)}
          </Banner>
        ) : null}
      </ConfirmDialog>
    </li>
  )
}
