import { useEffect, useRef } from 'react'
import { ArrowLeft, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asOneStep } from '#client/artefacts/card-actions.ts'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { browseTo } from '#client/ui-state/room-view.ts'
import { addPage } from '#shared/methods/add-page.ts'
import { minutesOf, type Method, type PageTemplate } from '#shared/methods/method.ts'
import { MethodPicture } from './MethodPicture.tsx'
import { useTemplateLanguage } from './use-template-language.ts'
import styles from './MethodsDialog.module.css'

interface MethodDetailProps {
  method: Method
  onBack: () => void
  onAdded: () => void
}

/** One method: why, how, how long, what comes of it; and the way to put its page into the room. */
export function MethodDetail({ method, onBack, onAdded }: MethodDetailProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const { session, view } = useRoom()
  const heading = useRef<HTMLHeadingElement>(null)
  const language = useTemplateLanguage()
  const phase = t(`workshop.phaseShort.${method.phase}`)
  useEffect(() => heading.current?.focus(), [])

  const add = (page: PageTemplate) => {
    const mark = crypto.randomUUID().slice(0, 8)
    const pageId = asOneStep(session, (roots) => addPage(roots, page, language, mark))
    onAdded()
    browseTo(view, pageId)
    toasts.show({ text: t('room.methods.added', { page: page.name[language], phase }) })
  }
  const { page } = method
  const kinds = (names: Method['makes']) => names.map((kind) => texts.plural(kind)).join(', ')
  return (
    <article className={styles.detail}>
      <Button variant="quiet" icon={<ArrowLeft aria-hidden="true" />} onClick={onBack}>
        {t('room.methods.back')}
      </Button>
      <h3 ref={heading} tabIndex={-1} className={styles.title}>
        {method.name[language]}
      </h3>
      <p className={styles.quiet}>
        {phase} · {t('room.methods.minutes', { count: minutesOf(method) })}
      </p>
      {page ? <MethodPicture page={page} language={language} /> : null}
      {page ? (
        <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => add(page)}>
          {t('room.methods.add')}
        </Button>
      ) : (
        <p className={styles.quiet}>{t('room.methods.noPage')}</p>
      )}
      <dl className={styles.parts}>
        {(['what', 'why', 'example', 'hints'] as const).map((part) => (
          <div key={part}>
            <dt>{t(`room.methods.${part}`)}</dt>
            <dd>{method[part][language]}</dd>
          </div>
        ))}
        {method.makes.length > 0 ? (
          <div>
            <dt>{t('room.methods.makes')}</dt>
            <dd>{kinds(method.makes)}</dd>
          </div>
        ) : null}
        {method.from.length > 0 ? (
          <div>
            <dt>{t('room.methods.from')}</dt>
            <dd>{kinds(method.from)}</dd>
          </div>
        ) : null}
      </dl>
      <h4>{t('room.methods.steps')}</h4>
      <ol className={styles.steps}>
        {method.steps.map(({ title, instruction, minutes, mode }) => (
          <li key={title.de}>
            <b>{title[language]}</b>{' '}
            <span className={styles.quiet}>
              {t('room.methods.minutes', { count: minutes })} · {t(`room.methods.modes.${mode.type}`)}
            </span>
            <p>{instruction[language]}</p>
          </li>
        ))}
      </ol>
    </article>
  )
}
