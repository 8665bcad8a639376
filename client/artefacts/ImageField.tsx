import { useEffect, useId, useRef, useState, type DragEvent } from 'react'
import { Brush, ImagePlus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { limits } from '#shared/base/limits.ts'
import type { ItemValue } from '#shared/kinds/field.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { buttonClass } from '#client/ui/Button.tsx'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import { imageAddress, uploadImage, type UploadFault } from './assets.ts'
import { SketchDialog } from './sketch/SketchDialog.tsx'
import styles from './fields.module.css'
import { useMayWrite } from './use-artefact.ts'

interface ImageFieldProps {
  session: RoomSession
  label: string
  hint: string
  /** The image's id, or null. */
  value: ItemValue
  /** What the image belongs to, read out with the label. */
  of: string
  /** What holds for each picture of a list is read out, and not repeated on the screen. */
  isOneOfMany: boolean
  onChange: (assetId: string | null) => void
}

type Upload = { state: 'idle' } | { state: 'running' } | { state: 'failed'; fault: UploadFault }

const maxMb = limits.maxImageBytes / 1024 / 1024

/** An image of a card: chosen, dropped or taken with the phone's camera, shown, replaced, removed. */
export function ImageField(props: ImageFieldProps) {
  const { session, label, hint, value: assetId, of, isOneOfMany, onChange } = props
  const { t } = useTranslation()
  const mayWrite = useMayWrite(session)
  const [upload, setUpload] = useState<Upload>({ state: 'idle' })
  const [fewMb, setFewMb] = useState<number | null>(null)
  const [drawing, setDrawing] = useState(false)
  const id = useId()
  const has = typeof assetId === 'string' && assetId !== ''

  const isShown = useRef(false)
  useEffect(() => {
    isShown.current = true
    return () => void (isShown.current = false)
  }, [])
  const textOf = (fault: UploadFault) =>
    t(`artefacts.image.${fault}`, { mb: maxMb, megapixels: limits.maxImagePixels / 1_000_000 })

  const take = async (file: File | undefined): Promise<boolean> => {
    if (!file || !mayWrite) return false
    setUpload({ state: 'running' })
    const result = await uploadImage(session, file)
    if (result.ok) onChange(result.value.id)
    setFewMb(result.ok ? result.value.fewMb : null)
    setUpload(result.ok ? { state: 'idle' } : { state: 'failed', fault: result.refusal })
    // Whoever has closed the panel meanwhile would believe that the picture is there
    if (!result.ok && !isShown.current) toasts.show({ text: textOf(result.refusal), tone: 'danger' })
    return result.ok
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void take(event.dataTransfer.files[0])
  }
  const about = (
    <>
      {t('artefacts.image.hint', { mb: maxMb })}{' '}
      <span className={styles.byMouse}>{t('artefacts.image.drop')}</span>
    </>
  )
  const fault =
    upload.state === 'failed' ? (
      <p role="alert" className={styles.error}>
        {textOf(upload.fault)}
      </p>
    ) : null

  return (
    <div className={styles.image} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <span className={styles.legend}>{label}</span>
      {hint ? <span className={styles.hint}>{hint}</span> : null}
      {has ? <Picture key={assetId} {...{ session, label, of, assetId }} /> : null}
      {drawing ? (
        <SketchDialog
          under={has ? imageAddress(session, assetId) : null}
          onClose={() => setDrawing(false)}
          mayTake={mayWrite}
          busy={upload.state === 'running'}
          fault={fault}
          onDrawn={(file) => void take(file).then((isStored) => isStored && setDrawing(false))}
        />
      ) : null}
      {upload.state === 'running' ? <Spinner label={t('artefacts.image.uploading')} /> : null}
      {drawing ? null : fault}
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
          <Button icon={<Brush aria-hidden="true" />} onClick={() => setDrawing(true)}>
            {t(has ? 'artefacts.image.drawOn' : 'artefacts.image.draw')}
          </Button>
          {has ? (
            <Button variant="quiet" icon={<Trash2 aria-hidden="true" />} onClick={() => onChange(null)}>
              {t('artefacts.image.remove')}
            </Button>
          ) : null}
          <span className={styles.hint} id={`${id}-hint`}>
            {isOneOfMany ? <VisuallyHidden>{about}</VisuallyHidden> : about}
          </span>
        </div>
      ) : null}
    </div>
  )
}

function Picture(props: { session: RoomSession; of: string; label: string; assetId: string }) {
  const { t } = useTranslation()
  const [gone, setGone] = useState(false)
  if (gone) return <p className={styles.hint}>{t('artefacts.image.gone')}</p>
  return (
    <img
      className={styles.preview}
      src={imageAddress(props.session, props.assetId)}
      alt={t('artefacts.image.alt', { field: props.label, name: props.of })}
      onError={() => setGone(true)}
    />
  )
}
