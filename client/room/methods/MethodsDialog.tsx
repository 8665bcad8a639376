import { useState } from 'react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useOwnMethods } from '#client/facilitation/methods/own-methods.ts'
import { useOwnPage } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import { methods } from '#shared/methods/catalogue.ts'
import { minutesOf, type Method } from '#shared/methods/method.ts'
import { asMethod } from '#shared/methods/own-as-method.ts'
import type { MethodFields, OwnMethod } from '#shared/methods/own-method.ts'
import { isPhase, phases, type Phase } from '#shared/workshop/phases.ts'
import { findMethods, methodOfPage } from './find-methods.ts'
import { draftOf, newMethod, type MethodDraft } from './method-draft.ts'
import { MethodDetail } from './MethodDetail.tsx'
import { MethodEditor } from './MethodEditor.tsx'
import { MethodPicture } from './MethodPicture.tsx'
import { ReadMethodButton } from './ReadMethodButton.tsx'
import { isForeign, useTemplateLanguage } from './use-template-language.ts'
import styles from './MethodsDialog.module.css'

type Showing =
  | { type: 'list' }
  | { type: 'method'; key: string }
  /** `from`: the method of one's own that is changed; null for a new one. */
  | { type: 'editor'; draft: MethodDraft; from: OwnMethod | null; isTouched: boolean; backTo: string | null }

/** For whoever leads: find a way of working, read how it goes, lay its page into the room, make one's own. */
export function MethodsDialog({ phase: at, onClose }: { phase: Phase | null; onClose: () => void }) {
  const { t } = useTranslation()
  const own = useOwnMethods()
  const [query, setQuery] = useState('')
  const [phase, setPhase] = useState<Phase | 'all'>(at ?? 'all')
  const [showing, show] = useState<Showing>({ type: 'list' })
  const [leaving, setLeaving] = useState<(() => void) | null>(null)
  const shelf = own.map((one) => ({ own: one, method: asMethod(one) }))
  const chosen = showing.type === 'method' ? methodOf(showing.key, shelf) : null
  /** What somebody has written goes only when they say so. */
  const leave = (then: () => void) =>
    showing.type === 'editor' && showing.isTouched ? setLeaving(() => then) : then()
  const edit = (fields: MethodFields, from: OwnMethod | null, backTo: string | null) =>
    show({ type: 'editor', draft: draftOf(fields), from, isTouched: false, backTo })
  const back = (key: string | null) => show(key === null ? { type: 'list' } : { type: 'method', key })
  return (
    <Dialog title={t('room.opens.methods')} size="large" open onClose={() => leave(onClose)}>
      {showing.type === 'editor' ? (
        <MethodEditor
          draft={showing.draft}
          from={showing.from}
          onChange={(draft) => show({ ...showing, draft, isTouched: true })}
          onLeave={() => leave(() => back(showing.backTo))}
          onSaved={(saved) => {
            toasts.show({ text: t('room.methods.saved', { name: saved.name }) })
            back(asMethod(saved).key)
          }}
        />
      ) : chosen ? (
        <MethodDetail
          key={chosen.method.key}
          {...chosen}
          onBack={() => back(null)}
          onAdded={onClose}
          onEdit={(fields, from) => edit(fields, from, chosen.method.key)}
        />
      ) : (
        <MethodList
          {...{ query, phase }}
          own={shelf.map(({ method }) => method)}
          onQuery={setQuery}
          onPhase={setPhase}
          onChoose={({ key }) => show({ type: 'method', key })}
          onNew={(fields) => edit(fields, null, null)}
        />
      )}
      <ConfirmDialog
        title={t('room.methods.edit.leaveTitle')}
        open={leaving !== null}
        danger
        confirm={t('room.methods.edit.leave')}
        onClose={() => setLeaving(null)}
        onConfirm={() => {
          setLeaving(null)
          leaving?.()
        }}
      >
        <p>{t('room.methods.edit.leaveQuestion')}</p>
      </ConfirmDialog>
    </Dialog>
  )
}

interface OnShelf {
  own: OwnMethod | null
  method: Method
}

/** Null for one that somebody has removed meanwhile. */
function methodOf(key: string, shelf: readonly OnShelf[]): OnShelf | null {
  const known = methods.find((method) => method.key === key)
  return known ? { own: null, method: known } : (shelf.find(({ method }) => method.key === key) ?? null)
}

interface MethodListProps {
  query: string
  phase: Phase | 'all'
  own: readonly Method[]
  onQuery: (query: string) => void
  onPhase: (phase: Phase | 'all') => void
  onChoose: (method: Method) => void
  onNew: (fields: MethodFields) => void
}

function MethodList({ query, phase, own, onQuery, onPhase, onChoose, onNew }: MethodListProps) {
  const { t } = useTranslation()
  const language = useTemplateLanguage()
  const ofPage = methodOfPage(useOwnPage()?.id ?? '', [...own, ...methods])
  // One's own first: who made one looks for it
  const found = findMethods(query, phase, language, [...own, ...methods])
  const count = found.reduce((sum, group) => sum + group.methods.length, 0)
  const begin = () =>
    onNew(
      newMethod(
        phase === 'all' ? 'kickoff' : phase,
        t('room.methods.edit.newName'),
        t('agenda.newStep'),
        t('room.methods.edit.newField'),
        language,
      ),
    )
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
      <div className={styles.bar}>
        <Button icon={<Plus aria-hidden="true" />} onClick={begin}>
          {t('room.methods.new')}
        </Button>
        <ReadMethodButton onRead={(read) => onChoose(asMethod(read))} />
      </div>
      {ofPage ? (
        <p className={styles.bar}>
          {t('room.methods.ofPage')}
          <Button variant="quiet" onClick={() => onChoose(ofPage)}>
            {ofPage.name[language]}
          </Button>
        </p>
      ) : null}
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
                  <span className={styles.name} lang={method.writtenIn}>
                    {method.name[language]}
                  </span>
                  <span className={styles.quiet}>
                    {own.includes(method) ? `${t('room.methods.own')} · ` : ''}
                    {t('room.methods.minutes', { count: minutesOf(method) })}
                    {isForeign(method, language)
                      ? ` · ${t(`room.methods.writtenIn.${method.writtenIn}`)}`
                      : ''}
                  </span>
                  <span lang={method.writtenIn}>{method.what[language]}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
