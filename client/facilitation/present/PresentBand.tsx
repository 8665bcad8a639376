import { useEffect, useState } from 'react'
import {
  ChevronLeft,
  ChevronRight,
  CirclePlay,
  Crosshair,
  Presentation,
  Square,
  StickyNote,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { presentMembers } from '#client/room-context/present-members.ts'
import { useFacilitation, useRoom, useView } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'
import { announce } from '#client/ui/announcements.ts'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Menu } from '#client/ui/Menu.tsx'
import { showFace } from '#client/ui-state/room-view.ts'
import { slideBeside, usePresentation, useSlides } from './use-presentation.ts'
import { SpeakerNotes } from './SpeakerNotes.tsx'
import styles from './PresentBand.module.css'

type PresentationHere = NonNullable<ReturnType<typeof usePresentation>>

/** Above board and list while somebody presents: what is shown, and for each what they can do about it. */
export function PresentBand() {
  const presentation = usePresentation()
  if (!presentation) return null
  return presentation.isMine ? (
    <PresenterBand presentation={presentation} />
  ) : (
    <FollowerBand presentation={presentation} />
  )
}

function PresenterBand({ presentation }: { presentation: PresentationHere }) {
  const { t } = useTranslation()
  const { view } = useRoom()
  const slides = useSlides(presentation.pageId)
  const laser = useView((state) => state.laser)
  const onBoard = useView(({ face }) => face === 'board')
  const [notes, setNotes] = useState(false)
  const turn = (way: 'previous' | 'next') =>
    view.setState({ slideId: slideBeside(slides, presentation.slideId, way) })
  useSlideKeys(turn)
  return (
    <>
      <section className={styles.band} aria-label={t('present.mine')}>
        <Presentation aria-hidden="true" />
        <p className={styles.words}>
          <strong>{t('present.mine')}</strong> <span>{t('present.mineText')}</span>
        </p>
        {slides.length > 0 ? (
          <div className={styles.slides} role="group" aria-label={t('present.slides')}>
            <IconButton
              label={t('present.previous')}
              icon={<ChevronLeft aria-hidden="true" />}
              disabled={presentation.slideId === null}
              onClick={() => turn('previous')}
            />
            <SlideName presentation={presentation} slides={slides} />
            <IconButton
              label={t('present.next')}
              icon={<ChevronRight aria-hidden="true" />}
              disabled={presentation.slideId !== null && presentation.slideId === slides.at(-1)?.id}
              onClick={() => turn('next')}
            />
          </div>
        ) : null}
        {onBoard ? (
          <Button
            variant="quiet"
            icon={<Crosshair aria-hidden="true" />}
            aria-pressed={laser}
            onClick={() => view.setState({ laser: !laser })}
          >
            {t('present.laser')}
          </Button>
        ) : null}
        <Button
          variant="quiet"
          icon={<StickyNote aria-hidden="true" />}
          aria-expanded={notes}
          onClick={() => setNotes(!notes)}
        >
          {t('present.notes')}
        </Button>
        <Leading presentation={presentation} />
      </section>
      {notes ? <SpeakerNotes placeId={presentation.slideId ?? presentation.pageId} /> : null}
    </>
  )
}

function FollowerBand({ presentation }: { presentation: PresentationHere }) {
  const { t } = useTranslation()
  const { view } = useRoom()
  const slides = useSlides(presentation.pageId)
  const follows = useView(({ withPresenter }) => withPresenter)
  // The form for one card, on a phone: what is shown lies elsewhere, and a half-written text is nobody's to close
  const writing = useView(({ face }) => face === 'write')
  const { name } = presentation
  const title = name === null ? t('present.gone') : t('present.theirs', { name })
  useSlidesSaid(presentation, slides, follows)
  return (
    <section className={styles.band} aria-label={title}>
      <Presentation aria-hidden="true" />
      <p className={styles.words}>
        <strong>{title}</strong>{' '}
        <span>{t(name === null ? 'present.goneText' : follows ? 'present.following' : 'present.away')}</span>
      </p>
      {slides.length > 0 && follows && name !== null ? (
        <SlideName presentation={presentation} slides={slides} />
      ) : null}
      {writing && name !== null ? (
        <Button variant="primary" onClick={() => showFace(view, 'board')}>
          {t('present.look')}
        </Button>
      ) : name === null ? null : (
        <Button
          variant={follows ? 'secondary' : 'primary'}
          icon={follows ? undefined : <CirclePlay aria-hidden="true" />}
          onClick={() => view.setState({ withPresenter: !follows })}
        >
          {t(follows ? 'present.leave' : 'present.comeBack')}
        </Button>
      )}
      <Leading presentation={presentation} />
    </section>
  )
}

interface SlideNameProps {
  presentation: PresentationHere
  slides: ReturnType<typeof useSlides>
}

function SlideName({ presentation, slides }: SlideNameProps) {
  return <span className={styles.slide}>{useSlideWords(presentation, slides)}</span>
}

function useSlideWords({ slideId }: PresentationHere, slides: SlideNameProps['slides']): string {
  const { t } = useTranslation()
  const at = slides.findIndex(({ id }) => id === slideId)
  if (at < 0) return t('present.whole')
  return t('present.slide', { number: at + 1, count: slides.length, name: slides[at]!.name })
}

/** Whoever follows by ear hears which slide is on. */
function useSlidesSaid(presentation: PresentationHere, slides: SlideNameProps['slides'], follows: boolean) {
  const words = useSlideWords(presentation, slides)
  useEffect(() => {
    if (follows && presentation.slideId !== null) announce(words)
  }, [words, follows, presentation.slideId])
}

/** What only the moderation can: let somebody else present, or end it. */
function Leading({ presentation: { stepId, presenter, isMine } }: { presentation: PresentationHere }) {
  const { t } = useTranslation()
  const { session } = useRoom()
  const send = useCommand()
  const peers = useStore(session.presence.peers)
  const me = useFacilitation((facilitation) => facilitation.me)
  const mayFacilitate = useFacilitation((facilitation) => facilitation.mayFacilitate)
  if (!mayFacilitate) return null
  const others = presentMembers(peers, me).filter(
    ({ memberId, role }) => memberId !== presenter && role !== 'observer',
  )
  const items = others.map(({ memberId, name, isMe }) => ({
    id: memberId,
    label: isMe ? t('present.takeOver') : t('present.handOverTo', { name }),
    onSelect: () => void send({ type: 'setMode', stepId, mode: { type: 'present', presenter: memberId } }),
  }))
  return (
    <>
      {items.length > 0 ? (
        <Menu label={t(isMine ? 'present.handOver' : 'present.other')} variant="quiet" items={items} />
      ) : null}
      <Button
        variant="quiet"
        icon={<Square aria-hidden="true" />}
        onClick={() => void send({ type: 'setMode', stepId, mode: { type: 'open' } })}
      >
        {t('present.end')}
      </Button>
    </>
  )
}

/** The keys of a presenter's clicker turn slides wherever the focus is, but not while somebody writes. */
function useSlideKeys(turn: (way: 'previous' | 'next') => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const way = event.key === 'PageDown' ? 'next' : event.key === 'PageUp' ? 'previous' : null
      const { target } = event
      const writes =
        target instanceof HTMLElement &&
        (target.isContentEditable || target.matches('input, textarea, select'))
      if (!way || writes || event.ctrlKey || event.altKey || document.querySelector('dialog[open]')) return
      event.preventDefault()
      event.stopPropagation()
      turn(way)
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [turn])
}
