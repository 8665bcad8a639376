import { CircleDot, EyeOff } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import mark from '#client/app/mark.svg'
import type { ScreenContent } from '#shared/protocol/screen.ts'
import { isSameTask } from '#shared/protocol/screen-turn.ts'
import { ScreenResult } from './ScreenResult.tsx'
import { ScreenTime } from './ScreenTime.tsx'
import styles from './screen.module.css'
import type { SeenScreen } from './use-screen.ts'

interface StageProps {
  view: SeenScreen
  content: ScreenContent
}

/**
 * The task alone while people write for themselves or vote; what came out once it is counted; else the board, under one
 * line that says what to do.
 */
export function ScreenStage({ view, content }: StageProps) {
  const { vote } = content
  if (!isSameTask(view.content, content.content)) return <Coming view={view} content={content} />
  if (!isShowing(view, content)) return <Task view={view} content={content} />
  return vote?.result ? (
    <Slim view={view} content={content}>
      <ScreenResult vote={vote} result={vote.result} language={content.language} />
    </Slim>
  ) : (
    <Board view={view} content={content} />
  )
}

/** Whether something is shown that needs all the room there is: a result, or the board. */
export function isShowing(view: SeenScreen, { vote, picture }: ScreenContent): boolean {
  if (vote?.result && view.vote?.status === 'counted') return true
  return view.hiddenCards === null && view.mode !== 'vote' && picture !== null && !vote?.result
}

/**
 * What to do now. Without words of its own a step leaves those of the page, as in the room; but what a page is for is not what
 * one does who votes there, or looks at what came out.
 */
function taskOf({ step, page, vote }: ScreenContent): string {
  const own = step?.instruction === page.instruction ? '' : (step?.instruction ?? '')
  return own || (vote ? '' : page.instruction)
}

function Where({ content: { group, step } }: { content: ScreenContent }) {
  const { t } = useTranslation()
  const name = t('screen.group', { name: group })
  return (
    <p className={styles.where}>
      <img src={mark} alt="" />
      {step?.position ? t('screen.step', { group: name, ...step.position }) : name}
    </p>
  )
}

function Task({ view, content }: StageProps) {
  const { t } = useTranslation()
  const { step, page, vote } = content
  const instruction = taskOf(content)
  const question = vote ? vote.question : page.question
  return (
    <div className={styles.task}>
      <Where content={content} />
      <h1 lang={content.language}>{step?.title ?? page.name}</h1>
      {instruction ? (
        <p className={styles.instruction} lang={content.language}>
          {instruction}
        </p>
      ) : null}
      {question ? (
        <div className={styles.question}>
          <p>{vote ? t('screen.votedOn') : t('screen.question')}</p>
          <strong lang={content.language}>{question}</strong>
        </div>
      ) : null}
      <div className={styles.foot}>
        <ScreenTime view={view} />
        <Count view={view} />
      </div>
    </div>
  )
}

/**
 * Until the words of the next step are there, which takes a second or two: none, rather than those of the last. Everything
 * stays where it stood.
 */
function Coming({ view, content }: StageProps) {
  const { t } = useTranslation()
  const words = (
    <>
      <Where content={{ ...content, step: null }} />
      <h1>{t('screen.coming')}</h1>
    </>
  )
  return isShowing(view, content) ? (
    <div className={styles.slim}>
      <div className={styles.slimHead}>
        <div>{words}</div>
        <ScreenTime view={view} />
      </div>
    </div>
  ) : (
    <div className={styles.task}>
      {words}
      <div className={styles.foot}>
        <ScreenTime view={view} />
      </div>
    </div>
  )
}

/** How much there is that nobody sees yet. */
function Count({ view: { hiddenCards, vote } }: { view: SeenScreen }) {
  const { t } = useTranslation()
  if (hiddenCards !== null)
    return (
      <p className={styles.veiled}>
        <EyeOff aria-hidden="true" />
        {hiddenCards === 0 ? t('screen.hiddenNone') : t('screen.hidden', { count: hiddenCards })}
      </p>
    )
  if (vote?.status === 'open' && vote.ballots !== null)
    return (
      <p className={styles.voted}>
        <CircleDot aria-hidden="true" />
        {t('screen.voted', { count: vote.ballots })}
      </p>
    )
  return vote?.status === 'closed' ? <p className={styles.voted}>{t('screen.notCounted')}</p> : null
}

function Board({ view, content }: StageProps) {
  const { t } = useTranslation()
  const { picture, page } = content
  return (
    <Slim view={view} content={content}>
      {picture ? (
        <div className={picture.isPart ? styles.part : styles.sheet} style={ratioOf(picture)}>
          <img src={picture.href} alt={t('screen.picture', { page: page.name })} />
          {picture.isPart ? null : <p className={styles.below}>{t('screen.below')}</p>}
        </div>
      ) : null}
    </Slim>
  )
}

const ratioOf = ({ w, h }: { w: number; h: number }) => ({ '--ratio': h / w }) as CSSProperties

/** One line for task and time, and the rest for what is shown. */
function Slim({ view, content, children }: StageProps & { children: ReactNode }) {
  const { step, page } = content
  const instruction = taskOf(content)
  return (
    <div className={styles.slim}>
      <div className={styles.slimHead}>
        <div>
          <Where content={content} />
          <h1 lang={content.language}>{step?.title ?? page.name}</h1>
          {instruction ? <p lang={content.language}>{instruction}</p> : null}
        </div>
        <ScreenTime view={view} />
      </div>
      <div className={styles.shown}>{children}</div>
    </div>
  )
}
