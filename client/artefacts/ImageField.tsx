import { useId, useState, type DragEvent } from 'react'
import { ImagePlus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { limits } from '#shared/base/limits.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { buttonClass } from '#client/ui/Button.tsx'
import { imageAddress, uploadImage, type UploadFault } from './assets.ts'
import { setCardField } from './card-actions.ts'
import styles from './fields.module.css'
import { useKindTexts } from '../kinds/kind-texts.ts'
import { useMayWrite } from './use-artefact.ts'

interface ImageFieldProps {
  session: RoomSession
  artefact: Artefact
  field: string
  label: string
}

type Upload = { state: 'idle' } | { state: 'running' } | { state: 'failed'; fault: UploadFault }

const maxMb = limits.maxImageBytes / 1024 / 1024

/** An image of a card: chosen, dropped or taken with the phone's camera, shown, replaced, removed. */
export function ImageField({ session, artefact, field, label }: ImageFieldProps) {
  const { t } = useTranslation()
  const mayWrite = useMayWrite(session)
  const [upload, setUpload] = useState<Upload>({ state: 'idle' })
  const [fewMb, setFewMb] = useState<number | null>(null)
  const id = useId()
  const assetId = artefact.fields[field]
  const has = typeof assetId === 'string' && assetId !== ''

  const take = async (file: File | undefined) => {
    if (!file || !mayWrite) return
    setUpload({ state: 'running' })
    const result = await uploadImage(session, file)
    if (result.ok) setCardField(session, artefact.id, field, result.value.id)
    setFewMb(result.ok ? result.value.fewMb : null)
    setUpload(result.ok ? { state: 'idle' } : { state: 'failed', fault: result.refusal })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void take(event.dataTransfer.files[0])
  }

  return (
    <div className={styles.image} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <span className={styles.legend}>{label}</span>
      {has ? <Picture key={assetId} {...{ session, artefact, label, assetId }} /> : null}
      {upload.state === 'running' ? <Spinner label={t('artefacts.image.uploading')} /> : null}
      {upload.state === 'failed' ? (
        <p role="alert" className={styles.error}>
          {t(`artefacts.image.${upload.fault}`, { mb: maxMb, megapixels: limits.maxImagePixels / 1_000_000 })}
        </p>
      ) : null}
      {fewMb === null ? null : (
        <p role="status" className={styles.hint}>
          {t('artefacts.image.fewMb', { mb: fewMb })}
        </p>
      )}
      {mayWrite ? (
        <div className={styles.choices}>
          <input
            id={id}
            type="file"
            accept="image/png,image/jpeg,image/webp,image/gif"
            className={styles.file}
            aria-describedby={`${id}-hint`}
            onChange={(event) => {
              void take(event.target.files?.[0])
              event.target.value = ''
            }}
          />
          <label htmlFor={id} className={buttonClass('secondary')}>
            <ImagePlus aria-hidden="true" />
            {t(has ? 'artefacts.image.replace' : 'artefacts.image.choose')}
          </label>
          {has ? (
            <Button
              variant="quiet"
              icon={<Trash2 aria-hidden="true" />}
              onClick={() => setCardField(session, artefact.id, field, null)}
            >
              {t('artefacts.image.remove')}
            </Button>
          ) : null}
          <span className={styles.hint} id={`${id}-hint`}>
            {t('artefacts.image.hint', { mb: maxMb })}
          </span>
        </div>
      ) : null}
    </div>
  )
}

function Picture(props: { session: RoomSession; artefact: Artefact; label: string; assetId: string }) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const [gone, setGone] = useState(false)
  if (gone) return <p className={styles.hint}>{t('artefacts.image.gone')}</p>
  return (
    <img
      className={styles.preview}
      src={imageAddress(props.session, props.assetId)}
      alt={t('artefacts.image.alt', { field: props.label, name: texts.nameOf(props.artefact) })}
      onError={() => setGone(true)}
    />
  )
}
