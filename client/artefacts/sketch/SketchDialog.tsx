import { useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { inkOf, paint, PAPER, sketchInks, type SketchInk, type Stroke } from './strokes.ts'
import styles from './sketch.module.css'

interface SketchDialogProps {
  /** What there is already, to be drawn on; null for white paper. */
  under: string | null
  /** Whether it may be put on the card now; until then what was drawn waits here. */
  mayTake: boolean
  /** While it is being stored. */
  busy: boolean
  /** Why it could not be stored. */
  fault: ReactNode
  onClose: () => void
  onDrawn: (file: File) => void
}

const FINE = 4
const BOLD = 12

/**
 * White paper to draw on by mouse, finger or pen; what comes of it is a picture like any other. It stays open until that is
 * stored, because nobody draws the same twice.
 */
export function SketchDialog({ under, mayTake, busy, fault, onClose, onDrawn }: SketchDialogProps) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const [ink, setInk] = useState<SketchInk>('dark')
  const [bold, setBold] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const ground = useGround(under)
  // What is not there yet would be missing in what is stored in its place
  const isReady = under === null || ground !== null
  useEffect(() => {
    if (canvas.current) paint(canvas.current, ground, strokes)
  }, [strokes, ground])

  const draw = (event: PointerEvent<HTMLCanvasElement>, isFirst: boolean) => {
    const at = pointIn(event)
    setStrokes((now) => {
      if (isFirst) return [...now, { ink, width: bold ? BOLD : FINE, points: [at] }]
      const last = now.at(-1)
      return last ? [...now.slice(0, -1), { ...last, points: [...last.points, at] }] : now
    })
  }
  const save = () =>
    canvas.current?.toBlob((blob) => {
      if (blob) onDrawn(new File([blob], 'sketch.png', { type: 'image/png' }))
    }, 'image/png')
  return (
    <Dialog
      title={t('artefacts.image.sketch.title')}
      open
      size="large"
      onClose={() => (strokes.length > 0 ? setLeaving(true) : onClose())}
      actions={
        <Button variant="primary" disabled={strokes.length === 0 || !mayTake} busy={busy} onClick={save}>
          {t('artefacts.image.sketch.take')}
        </Button>
      }
    >
      <p className={styles.hint}>{t('artefacts.image.sketch.hint')}</p>
      {fault}
      <div className={styles.tools}>
        <fieldset className={styles.inks}>
          <legend className={styles.legend}>{t('artefacts.image.sketch.ink')}</legend>
          {sketchInks.map((one) => (
            <label key={one} className={styles.ink}>
              <input type="radio" name="ink" checked={ink === one} onChange={() => setInk(one)} />
              <span className={styles.dot} style={{ background: inkOf(one) }} />
              {t(`artefacts.image.sketch.inks.${one}`)}
            </label>
          ))}
        </fieldset>
        <label className={styles.ink}>
          <input type="checkbox" checked={bold} onChange={({ target }) => setBold(target.checked)} />
          {t('artefacts.image.sketch.bold')}
        </label>
        <Button
          icon={<Undo2 aria-hidden="true" />}
          disabled={strokes.length === 0}
          onClick={() => setStrokes((now) => now.slice(0, -1))}
        >
          {t('artefacts.image.sketch.back')}
        </Button>
      </div>
      <canvas
        ref={canvas}
        width={PAPER.width}
        height={PAPER.height}
        className={styles.paper}
        role="img"
        aria-label={t('artefacts.image.sketch.paper')}
        onPointerDown={(event) => {
          if (event.button !== 0 || !isReady) return
          event.currentTarget.setPointerCapture(event.pointerId)
          draw(event, true)
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) draw(event, false)
        }}
      />
      <ConfirmDialog
        title={t('artefacts.image.sketch.leaveTitle')}
        open={leaving}
        danger
        confirm={t('artefacts.image.sketch.leave')}
        onClose={() => setLeaving(false)}
        onConfirm={onClose}
      >
        <p>{t('artefacts.image.sketch.leaveQuestion')}</p>
      </ConfirmDialog>
    </Dialog>
  )
}

/** From the screen to the paper, which is shown as large as there is room. */
function pointIn({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>) {
  const box = currentTarget.getBoundingClientRect()
  return {
    x: ((clientX - box.x) / box.width) * PAPER.width,
    y: ((clientY - box.y) / box.height) * PAPER.height,
  }
}

function useGround(address: string | null): HTMLImageElement | null {
  const [ground, setGround] = useState<HTMLImageElement | null>(null)
  useEffect(() => {
    if (address === null) return
    const image = new Image()
    image.onload = () => setGround(image)
    image.src = address
    return () => {
      image.onload = null
    }
  }, [address])
  return ground
}
