import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import { minutesOf, type Method } from '#shared/methods/method.ts'
import { isPhase, phases, type Phase } from '#shared/workshop/phases.ts'
import { findMethods } from './find-methods.ts'
import { MethodDetail } from './MethodDetail.tsx'
import { MethodPicture } from './MethodPicture.tsx'
import { useTemplateLanguage } from './use-template-language.ts'
import styles from './MethodsDialog.module.css'

/** The catalogue for whoever leads: find a way of working, read how it goes, lay its page into the room. */
export function MethodsDialog({ phase: at, onClose }: { phase: Phase | null; onClose: () => void }) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const [phase, setPhase] = useState<Phase | 'all'>(at ?? 'all')
  const [chosen, choose] = useState<Method | null>(null)
  return (
    <Dialog title={t('room.methods.title')} size="large" open onClose={onClose}>
      {chosen ? (
        <MethodDetail method={chosen} onBack={() => choose(null)} onAdded={onClose} />
      ) : (
        <MethodList {...{ query, phase }} onQuery={setQuery} onPhase={setPhase} onChoose={choose} />
      )}
    </Dialog>
  )
}

interface MethodListProps {
  query: string
  phase: Phase | 'all'
  onQuery: (query: string) => void
  onPhase: (phase: Phase | 'all') => void
  onChoose: (method: Method) => void
}

function MethodList({ query, phase, onQuery, onPhase, onChoose }: MethodListProps) {
  const { t } = useTranslation()
  const language = useTemplateLanguage()
  const found = findMethods(query, phase, language)
  const count = found.reduce((sum, { methods }) => sum + methods.length, 0)
  return (
    <>
      <div className={styles.find}>
        <TextField
          label={t('room.methods.search')}
          type="search"
          autoComplete="off"
          autoFocus
          value={query}
          onChange={onQuery}
        />
        <Select
          label={t('room.methods.phase')}
          value={phase}
          onChange={(next) => onPhase(isPhase(next) ? next : 'all')}
          options={[
            { value: 'all', label: t('room.methods.allPhases') },
            ...phases.map((one) => ({ value: one, label: t(`workshop.phaseShort.${one}`) })),
          ]}
        />
      </div>
      <VisuallyHidden>
        <span role="status">{t('room.methods.found', { count })}</span>
      </VisuallyHidden>
      {count === 0 ? <p>{t('room.methods.found', { count })}</p> : null}
      {found.map((group) => (
        <section key={group.phase} aria-label={t(`workshop.phaseShort.${group.phase}`)}>
          <h3 className={styles.phase}>{t(`workshop.phaseShort.${group.phase}`)}</h3>
          <ul className={styles.methods}>
            {group.methods.map((method) => (
              <li key={method.key}>
                <button type="button" className={styles.method} onClick={() => onChoose(method)}>
                  {method.page ? <MethodPicture page={method.page} language={language} /> : null}
                  <span className={styles.name}>{method.name[language]}</span>
                  <span className={styles.quiet}>
                    {t('room.methods.minutes', { count: minutesOf(method) })}
                  </span>
                  <span>{method.what[language]}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
