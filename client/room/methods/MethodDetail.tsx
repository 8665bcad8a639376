import { useEffect, useRef, useState } from 'react'
import { ArrowLeft, Download, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useMethodShelf } from '#client/facilitation/methods/own-methods.ts'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { downloadFile } from '#client/ui/download.ts'
import { toasts } from '#client/ui/toasts.ts'
import { minutesOf, type Method } from '#shared/methods/method.ts'
import { fieldsOfMethod, methodFile } from '#shared/methods/own-as-method.ts'
import type { MethodFields, OwnMethod } from '#shared/methods/own-method.ts'
import { MethodAdding } from './MethodAdding.tsx'
import { MethodPicture } from './MethodPicture.tsx'
import { isForeign, useTemplateLanguage } from './use-template-language.ts'
import styles from './MethodsDialog.module.css'

interface MethodDetailProps {
  method: Method
  /** As it is stored; null for one of the catalogue. */
  own: OwnMethod | null
  onBack: () => void
  onAdded: () => void
  /** @param from what it is a change of; null where it becomes one of one's own */
  onEdit: (fields: MethodFields, from: OwnMethod | null) => void
}

/** One method: why, how, how long, what comes of it; and the way to put its page into the room. */
export function MethodDetail({ method, own, onBack, onAdded, onEdit }: MethodDetailProps) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const heading = useRef<HTMLHeadingElement>(null)
  const language = useTemplateLanguage()
  const phase = t(`workshop.phaseShort.${method.phase}`)
  useEffect(() => heading.current?.focus(), [])

  const { page } = method
  return (
    <article className={styles.detail}>
      <Button variant="quiet" icon={<ArrowLeft aria-hidden="true" />} onClick={onBack}>
        {t('room.methods.back')}
      </Button>
      <h3
        ref={heading}
        tabIndex={-1}
        className={styles.title}
        lang={own ? (own.language ?? workshop.language) : undefined}
      >
        {method.name[language]}
      </h3>
      <p className={styles.quiet}>
        {own ? `${t('room.methods.own')} · ` : ''}
        {phase} · {t('room.methods.minutes', { count: minutesOf(method) })}
        {isForeign(method, language) ? ` · ${t(`room.methods.writtenIn.${method.writtenIn}`)}` : ''}
      </p>
      {page ? <MethodPicture page={page} language={language} /> : null}
      {page ? null : <p className={styles.quiet}>{t('room.methods.noPage')}</p>}
      <MethodAdding {...{ method, onAdded }} />
      <div className={styles.bar}>
        <MethodActions {...{ method, own, onBack, onEdit }} />
      </div>
      <div className={styles.detail} lang={own ? (own.language ?? workshop.language) : undefined}>
        <MethodWords method={method} />
      </div>
    </article>
  )
}

/** What can be done to the method itself: made one's own, changed, saved as a file, removed. */
function MethodActions({ method, own, onBack, onEdit }: Omit<MethodDetailProps, 'onAdded'>) {
  const { t } = useTranslation()
  const shelf = useMethodShelf()
  const explain = useErrorText()
  const language = useTemplateLanguage()
  const [asking, setAsking] = useState(false)
  const { workshop } = useRoom()
  const fields = fieldsOfMethod(method, own ? workshop.language : language)
  const saveFile = () =>
    downloadFile(
      `${t('room.methods.fileName')}-${slug(fields.name)}.json`,
      new Blob([JSON.stringify(methodFile(fields), null, 2)], { type: 'application/json' }),
    )
  const remove = async () => {
    setAsking(false)
    if (!own) return
    try {
      await shelf.remove(own)
      onBack()
      toasts.show({ text: t('room.methods.removed', { name: own.name }) })
    } catch (error) {
      toasts.show({ text: explain(error), tone: 'danger' })
    }
  }
  return (
    <>
      <Button icon={<Pencil aria-hidden="true" />} onClick={() => onEdit(fields, own)}>
        {t(own ? 'room.methods.change' : 'room.methods.makeOwn')}
      </Button>
      <Button icon={<Download aria-hidden="true" />} onClick={saveFile}>
        {t('room.methods.saveFile')}
      </Button>
      {own ? (
        <Button icon={<Trash2 aria-hidden="true" />} onClick={() => setAsking(true)}>
          {t('room.methods.remove')}
        </Button>
      ) : null}
      <ConfirmDialog
        title={t('room.methods.removeTitle', { name: method.name[language] })}
        open={asking}
        danger
        confirm={t('room.methods.remove')}
        onClose={() => setAsking(false)}
        onConfirm={() => void remove()}
      >
        <p>{t('room.methods.removeQuestion')}</p>
      </ConfirmDialog>
    </>
  )
}

/** As part of a file's name: letters and digits of any language, the rest as dashes. */
const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)

function MethodWords({ method }: { method: Method }) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const language = useTemplateLanguage()
  const kinds = (names: Method['makes']) => names.map((kind) => texts.plural(kind)).join(', ')
  const told = (['what', 'why', 'example', 'hints'] as const).filter((part) => method[part][language] !== '')
  return (
    <>
      <dl className={styles.parts}>
        {told.map((part) => (
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
      {method.steps.length > 0 ? <h4>{t('room.methods.steps')}</h4> : null}
      <ol className={styles.steps}>
        {method.steps.map(({ title, instruction, minutes, mode }, n) => (
          <li key={n}>
            <b>{title[language]}</b>{' '}
            <span className={styles.quiet}>
              {t('room.methods.minutes', { count: minutes })} · {t(`room.methods.modes.${mode.type}`)}
            </span>
            <p>{instruction[language]}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
