import { useRef, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { call } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { announce } from '#client/ui/Announcer.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import type { GroupId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { SummaryDraft } from '#shared/protocol/summaries.ts'
import styles from './ExportsPanel.module.css'
import { useSummary } from './use-summary.ts'

interface SummaryTextProps {
  workshop: WorkshopView
  /** null: all together. */
  part: { id: GroupId | null; name: string }
  stored: string
  mayWrite: boolean
}

/** One summary: a field that stores itself, and a draft to begin with. */
export function SummaryText({ workshop, part, stored, mayWrite }: SummaryTextProps) {
  const { t } = useTranslation()
  const explain = useErrorText()
  const summary = useSummary(workshop.id, part.id, stored)
  const { text, setText, theirs, error } = summary
  const field = useRef<HTMLTextAreaElement>(null)
  const [isAsked, setAsked] = useState(false)
  const draft = useDraft(workshop, part.id, (made) => {
    setAsked(false)
    if (made === '') return
    setText(made)
    announce(t('workshop.exports.summary.draftIsIn'))
    field.current?.focus()
  })
  const state = summary.isSaving ? 'saving' : summary.isSaved ? 'saved' : null
  return (
    <>
      <TextArea
        ref={field}
        label={t('workshop.exports.summary.field', { name: part.name })}
        hint={t('workshop.exports.summary.hint')}
        rows={8}
        maxLength={limits.maxSummaryChars}
        lang={workshop.language}
        readOnly={!mayWrite || draft.isPending}
        value={text}
        onChange={setText}
        onBlur={summary.save}
        error={theirs !== null ? t('errors.plan_changed') : error ? explain(error) : null}
      />
      {theirs !== null ? (
        <div className={styles.theirs}>
          <p>{t(`workshop.exports.summary.${theirs === '' ? 'theyRemoved' : 'theyWrote'}`)}</p>
          {theirs === '' ? null : <blockquote lang={workshop.language}>{theirs}</blockquote>}
          <Button onClick={summary.keepMine}>{t('workshop.exports.summary.keepMine')}</Button>
          <Button onClick={summary.takeTheirs}>{t('workshop.exports.summary.takeTheirs')}</Button>
        </div>
      ) : null}
      <p className={styles.quiet} role="status">
        {state ? t(`workshop.exports.summary.${state}`) : ''}
      </p>
      {mayWrite && theirs === null ? (
        <Button
          icon={<FileText aria-hidden="true" />}
          busy={draft.isPending}
          onClick={() => (text.trim() === '' ? draft.mutate() : setAsked(true))}
        >
          {t('workshop.exports.summary.draft')}
        </Button>
      ) : null}
      {draft.data?.text === '' ? (
        <p className={styles.quiet} role="status">
          {t('workshop.exports.summary.noDraft')}
        </p>
      ) : null}
      {draft.error ? <p role="alert">{explain(draft.error)}</p> : null}
      <ConfirmDialog
        title={t('workshop.exports.summary.replace')}
        open={isAsked}
        confirm={t('workshop.exports.summary.replaceNow')}
        busy={draft.isPending}
        onConfirm={() => draft.mutate()}
        onClose={() => setAsked(false)}
      >
        <p>{t('workshop.exports.summary.replaceText')}</p>
      </ConfirmDialog>
    </>
  )
}

function useDraft({ id: workshopId }: WorkshopView, group: GroupId | null, onMade: (text: string) => void) {
  return useMutation({
    mutationFn: () =>
      call<SummaryDraft>('summaryDraft', { path: { workshopId }, query: { group: group ?? undefined } }),
    onSuccess: ({ text }) => onMade(text),
  })
}
