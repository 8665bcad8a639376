import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '#client/app/paths.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import type { ArtefactId } from '#shared/base/ids.ts'
import type { Held, HeldInGroup, HeldReason } from '#shared/consent/release-check.ts'
import type { ReleaseChoice } from '#shared/consent/release-decisions.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { interviewsToAsk, reasonsInOrder, waitingOf } from './check-parts.ts'
import styles from './ReleaseCheck.module.css'

interface HeldGroupProps {
  workshop: WorkshopView
  group: HeldInGroup
  mayDecide: boolean
  /** Whether it has to say whose it is: there are several. */
  isNamed: boolean
  chosen: ReadonlySet<string>
  setChosen: (chosen: ReadonlySet<string>) => void
  onDecide: (artefactId: ArtefactId, release: ReleaseChoice) => void
  onGone: () => void
}

/** What is withheld of one group, by reason; quotes by the interview they were taken from. */
export function HeldGroup(props: HeldGroupProps) {
  const { workshop, group, isNamed } = props
  const { t } = useTranslation()
  const titleId = useId()
  return (
    <section className={styles.group} aria-labelledby={isNamed ? titleId : undefined}>
      {isNamed ? (
        <h3 className={styles.groupName} id={titleId} lang={workshop.language}>
          {group.name}
        </h3>
      ) : null}
      {group.isNameHeld ? <p>{t('workshop.check.nameHeld')}</p> : null}
      <Consents {...props} />
      {reasonsInOrder
        .filter((reason) => reason !== 'consentOpen' && group.held.some((one) => one.reason === reason))
        .map((reason) => (
          <Reasoned key={reason} {...props} reason={reason} />
        ))}
    </section>
  )
}

/** Whether conversations may be used at all comes before what was said in them. */
function Consents({ group, mayDecide, onDecide }: HeldGroupProps) {
  const { t } = useTranslation()
  return interviewsToAsk(group).map(({ id, title, consent, waiting }) => (
    <Banner
      key={id}
      tone="attention"
      action={
        mayDecide ? (
          <span className={styles.answers}>
            <Button onClick={() => onDecide(id, 'open')}>{t('workshop.check.consent.given')}</Button>
            {consent === 'undecided' ? (
              <Button onClick={() => onDecide(id, 'closed')}>{t('workshop.check.consent.refused')}</Button>
            ) : null}
          </span>
        ) : undefined
      }
    >
      {t(`workshop.check.consent.${consent === 'refused' ? 'isRefused' : 'isUndecided'}`, {
        title: title || t('workshop.check.untitled'),
      })}{' '}
      {waiting > 0 && consent === 'undecided'
        ? t('workshop.check.consent.waiting', { count: waiting })
        : null}
    </Banner>
  ))
}

function Reasoned(props: HeldGroupProps & { reason: HeldReason }) {
  const { group, reason, mayDecide } = props
  const { t } = useTranslation()
  const held = group.held.filter((one) => one.reason === reason)
  const isChoice = reason === 'notReleased' && mayDecide
  return (
    <div className={styles.reason}>
      <h4 className={styles.reasonTitle}>
        {t(`workshop.check.reason.${reason}.title`)} ({held.length})
      </h4>
      <p className={styles.quiet}>{t(`workshop.check.reason.${reason}.text`)}</p>
      {isChoice ? (
        <ByInterview {...props} />
      ) : (
        <ul className={styles.list}>
          {held.map((one) => (
            <HeldLine key={keyOf(one)} {...props} held={one}>
              <Words held={one} lang={props.workshop.language} />
            </HeldLine>
          ))}
        </ul>
      )}
    </div>
  )
}

/** "Alle O-Töne aus diesem Interview" is one click. */
function ByInterview(props: HeldGroupProps) {
  const { group, chosen, setChosen } = props
  const { t } = useTranslation()
  const sources = [
    ...group.interviews.filter(({ id }) => waitingOf(group, id).length > 0),
    ...(waitingOf(group, null).length > 0 ? [{ id: null, title: '' }] : []),
  ]
  const toggle = (quotes: readonly Held[], isOn: boolean) => {
    const next = new Set(chosen)
    for (const { artefactId } of quotes) {
      if (artefactId && isOn) next.add(artefactId)
      else if (artefactId) next.delete(artefactId)
    }
    setChosen(next)
  }
  return sources.map(({ id, title }) => {
    const quotes = waitingOf(group, id)
    const on = quotes.filter(({ artefactId }) => artefactId && chosen.has(artefactId)).length
    const name = title || t('workshop.check.untitled')
    return (
      <fieldset key={id ?? 'none'} className={styles.interview}>
        <Tick
          isOn={on === quotes.length}
          isPart={on > 0 && on < quotes.length}
          onTick={(to) => toggle(quotes, to)}
        >
          <strong>
            {id === null
              ? t('workshop.check.allWithoutInterview')
              : t('workshop.check.allOfInterview', { interview: name, count: quotes.length })}
          </strong>
        </Tick>
        <ul className={styles.list}>
          {quotes.map((quote) => (
            <HeldLine key={keyOf(quote)} {...props} held={quote}>
              <Tick
                isOn={quote.artefactId !== null && chosen.has(quote.artefactId)}
                onTick={(to) => toggle([quote], to)}
              >
                <Words held={quote} lang={props.workshop.language} />
              </Tick>
            </HeldLine>
          ))}
        </ul>
      </fieldset>
    )
  })
}

interface TickProps {
  isOn: boolean
  isPart?: boolean
  onTick: (isOn: boolean) => void
  children: ReactNode
}

function Tick({ isOn, isPart = false, onTick, children }: TickProps) {
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={isOn}
        ref={(box) => {
          if (box) box.indeterminate = isPart
        }}
        onChange={(event) => onTick(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  )
}

function Words({ held: { words }, lang }: { held: Held; lang: string }) {
  const { t } = useTranslation()
  if (words === '') return <em>{t('workshop.check.noWords')}</em>
  return <span lang={lang}>{t('workshop.check.words', { words })}</span>
}

function HeldLine(props: HeldGroupProps & { held: Held; children: ReactNode }) {
  const { workshop, group, held, mayDecide, onDecide, onGone, children } = props
  const { t } = useTranslation()
  const { artefactId, pageId } = held
  return (
    <li className={styles.line}>
      <span className={styles.words}>
        {children}
        {held.isToldElsewhere ? (
          <span className={styles.also}>{t('workshop.check.toldElsewhere')}</span>
        ) : null}
      </span>
      {mayDecide && held.answers.length > 0 && artefactId ? (
        <span className={styles.answers}>
          {held.answers.map((answer) => (
            <Button key={answer} onClick={() => onDecide(artefactId, answer)}>
              {t(`workshop.check.person.${answer}`)}
            </Button>
          ))}
        </span>
      ) : null}
      {artefactId || pageId ? (
        <Link
          className={styles.toRoom}
          to={paths.inRoom(workshop.id, group.groupId, artefactId ? { card: artefactId } : { page: pageId! })}
          onClick={onGone}
        >
          {t('workshop.check.toRoom')}
        </Link>
      ) : null}
    </li>
  )
}

const keyOf = ({ artefactId, shapeId, pageId, reason }: Held) =>
  artefactId ?? `${reason} ${shapeId ?? pageId}`
