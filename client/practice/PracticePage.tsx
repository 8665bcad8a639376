// In front of it: somebody who has never worked on a board, an evening before the first meeting, on their own.
// One minute; wants to see that nothing can break, and to have done it once.
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Circle, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { useClientConfig } from '#client/app/use-client-config.ts'
import type { BoardCommands } from '#client/board/board-commands.ts'
import { isPhone } from '#client/room-context/use-phone.ts'
import { practiceSession } from '#client/session/practice-session.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { announce } from '#client/ui/announcements.ts'
import { buttonClass } from '#client/ui/Button.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { Spinner } from '#client/ui/Spinner.tsx'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import { buildDocument } from '#shared/methods/build-document.ts'
import { practice } from '#shared/methods/practice.ts'
import { exercises, practisedIn, type Exercise } from './practised.ts'
import styles from './PracticePage.module.css'

const Board = lazy(async () => ({ default: (await import('#client/board/Board.tsx')).Board }))
const ListView = lazy(async () => ({ default: (await import('#client/list-view/ListView.tsx')).ListView }))

const PAGE = 'page:kickoff-practice'

export function PracticePage() {
  const { t, i18n } = useTranslation()
  const session = usePracticeSession(i18n.language === 'en' ? 'en' : 'de', t('practice.you'))
  return (
    <div className={styles.page}>
      <PageHeading title={t('practice.title')} />
      <p>{t('practice.intro')}</p>
      {session ? (
        <Practice key={session.doc.guid} session={session} />
      ) : (
        <Spinner label={t('common.loading')} />
      )}
    </div>
  )
}

function usePracticeSession(language: 'de' | 'en', name: string): RoomSession | null {
  const [session, setSession] = useState<RoomSession | null>(null)
  useEffect(() => {
    const opened = practiceSession(buildDocument(practice, language, Date.now()), language, name)
    setSession(opened)
    return () => opened.destroy()
  }, [language, name])
  return session
}

function Practice({ session }: { session: RoomSession }) {
  const { t } = useTranslation()
  const sayThatCardsOpen = useCardWords()
  const [phone] = useState(isPhone)
  const done = usePractised(session)
  const isAllDone = exercises.every((exercise) => done.has(exercise))
  return (
    <>
      <ol className={styles.exercises}>
        {exercises.map((exercise) => (
          <li key={exercise} data-done={done.has(exercise)}>
            {done.has(exercise) ? <CircleCheck aria-hidden="true" /> : <Circle aria-hidden="true" />}
            <span>
              {t(`practice.${phone ? 'phone' : 'board'}.${exercise}`)}
              {done.has(exercise) ? <span className={styles.said}> {t('practice.done')}</span> : null}
            </span>
          </li>
        ))}
      </ol>
      <div className={styles.after} role="status">
        {isAllDone ? (
          <>
            <strong>{t('practice.allDone')}</strong>
            <Link className={buttonClass('primary')} to={paths.start}>
              {t('start.toStart')}
            </Link>
          </>
        ) : null}
      </div>
      <h2>
        <VisuallyHidden>{t('practice.sheet')}</VisuallyHidden>
      </h2>
      <div className={styles.sheet} data-list={phone}>
        <Suspense fallback={<Spinner label={t('common.loading')} />}>
          {phone ? (
            <ListView session={session} pageId={PAGE} onOpenCard={sayThatCardsOpen} />
          ) : (
            <PracticeBoard session={session} />
          )}
        </Suspense>
      </div>
    </>
  )
}

function PracticeBoard({ session }: { session: RoomSession }) {
  const config = useClientConfig()
  const board = useRef<BoardCommands | null>(null)
  const sayThatCardsOpen = useCardWords()
  const licenceKey = config.isError ? null : config.data?.tldrawLicenseKey
  if (licenceKey === undefined) return null
  return (
    <Board
      ref={board}
      session={session}
      pageId={PAGE}
      onPageChange={() => undefined}
      onOpenCard={sayThatCardsOpen}
      focusShapeId={null}
      onArrange={() => undefined}
      onShowList={() => undefined}
      onSelectionChange={() => undefined}
      readOnly={false}
      licenseKey={licenceKey ?? undefined}
    />
  )
}

/** There is no panel beside this sheet: whoever opens a card is told what they would see. */
function useCardWords(): () => void {
  const { t } = useTranslation()
  return () => void toasts.show({ text: t('practice.opens') })
}

/** What has been done once; it stays done, also when it is taken back, which is an exercise itself. */
function usePractised(session: RoomSession): ReadonlySet<Exercise> {
  const { t } = useTranslation()
  const [done, setDone] = useState<ReadonlySet<Exercise>>(new Set())
  useEffect(() => {
    const look = () =>
      setDone((before) => {
        const fresh = practisedIn(session).filter((exercise) => !before.has(exercise))
        if (fresh.length === 0) return before
        announce(t('practice.done'))
        return new Set([...before, ...fresh])
      })
    session.doc.on('update', look)
    const stop = session.history.state.subscribe(look)
    return () => {
      session.doc.off('update', look)
      stop()
    }
  }, [session, t])
  return done
}
