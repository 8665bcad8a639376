import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { voteOf } from '#shared/facilitation/vote/rules.ts'
import { ballots } from '#shared/agenda/ballots.ts'
import { organisationKinds } from '#shared/workshop/roles.ts'
import { useGroupPage, useRoom } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { CandidateChoice } from './CandidateChoice.tsx'
import { CheckBox } from './CheckBox.tsx'
import { useCardsOfPage } from './page-cards.ts'
import { useVoteActions } from './vote-actions.ts'
import { leastCandidates, voteFaults, voteOfDraft, type VoteDraft, type VoteFault } from './vote-form.ts'
import styles from './votes.module.css'

interface VoteFormProps {
  initial: VoteDraft
  /** Its id is meant for none before: where a colleague was quicker, it becomes a vote beside theirs. */
  isNew?: boolean
  onPrepared: (voteId: string) => void
  onCancel: () => void
}

/** What is asked, how, on what, and of whom. Nobody votes before it is opened. */
export function VoteForm({ initial, isNew = false, onPrepared, onCancel }: VoteFormProps) {
  const { t } = useTranslation()
  const { session } = useRoom()
  const page = useGroupPage()
  const areas = useCardsOfPage(session, page?.id ?? '')
  const { prepare } = useVoteActions()
  const [draft, setDraft] = useState<VoteDraft>(() =>
    initial.candidates.length > 0
      ? initial
      : {
          ...initial,
          candidates: areas.flatMap(({ artefactIds }) => artefactIds).slice(0, limits.maxCandidates),
        },
  )
  const [asked, setAsked] = useState(false)
  const set = (change: Partial<VoteDraft>) => setDraft((now) => ({ ...now, ...change }))
  const faults = voteFaults(draft)
  const wrong = (fault: VoteFault) => asked && faults.includes(fault)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (faults.length > 0 || !page) return
    const { state } = session.facilitation.getState()
    const isIdTaken = isNew && state !== null && voteOf(state.votes, draft.id) !== null
    const vote = voteOfDraft(isIdTaken ? { ...draft, id: newId() } : draft, page.id)
    void prepare(vote).then((taken) => taken && onPrepared(vote.id))
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label={t('votes.form.question')}
        hint={t('votes.form.questionHint')}
        value={draft.question}
        maxLength={limits.maxTitleChars}
        onChange={(question) => set({ question })}
        error={wrong('question') ? t('votes.form.questionError') : null}
      />
      <Select
        label={t('votes.form.kind')}
        hint={t(`votes.kindHints.${draft.type}`)}
        value={draft.type}
        onChange={(type) => set({ type })}
        options={ballots.map((value) => ({ value, label: t(`votes.kinds.${value}`) }))}
      />
      {draft.type === 'dots' ? (
        <div className={styles.pair}>
          <TextField
            label={t('votes.form.dots')}
            inputMode="numeric"
            value={draft.dots}
            onChange={(dots) => set({ dots })}
            error={wrong('dots') ? t('votes.form.numberError', { max: limits.maxDots }) : null}
          />
          <TextField
            label={t('votes.form.perCard')}
            inputMode="numeric"
            value={draft.perCard}
            onChange={(perCard) => set({ perCard })}
            error={wrong('perCard') ? t('votes.form.perCardError') : null}
          />
        </div>
      ) : null}
      <CandidateChoice
        areas={areas}
        chosen={draft.candidates}
        onChange={(candidates) => set({ candidates })}
        error={
          wrong('fewCandidates')
            ? t('votes.form.candidatesError', { least: leastCandidates(draft.type) })
            : wrong('manyCandidates')
              ? t('votes.form.candidatesTooMany', { most: limits.maxCandidates })
              : null
        }
      />
      <WhoMayVote draft={draft} set={set} error={wrong('who') ? t('votes.form.whoError') : null} />
      <Select
        label={t('votes.form.parts')}
        hint={t('votes.form.partsHint', { least: limits.leastSecretBallots })}
        value={draft.parts}
        onChange={(parts) => set({ parts })}
        options={[
          { value: 'none', label: t('votes.form.partsNone') },
          { value: 'roles', label: t('votes.form.partsRoles') },
          { value: 'organisationKinds', label: t('votes.form.partsKinds') },
        ]}
      />
      <fieldset className={styles.group}>
        <legend>{t('votes.form.secrecy')}</legend>
        <CheckBox
          label={t('votes.form.secret', { least: limits.leastSecretBallots })}
          hint={t('votes.form.secretHint', { least: limits.leastSecretBallots })}
          checked={draft.secret}
          onChange={(secret) => set({ secret })}
        />
        <CheckBox
          label={t('votes.form.trial')}
          hint={t('votes.form.trialHint')}
          checked={draft.trial}
          onChange={(trial) => set({ trial })}
        />
      </fieldset>
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          {t('votes.form.save')}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

interface WhoMayVoteProps {
  draft: VoteDraft
  set: (change: Partial<VoteDraft>) => void
  error: string | null
}

function WhoMayVote({ draft, set, error }: WhoMayVoteProps) {
  const { t } = useTranslation()
  const kinds = draft.organisationKinds
  const toggle = (kind: string, isIn: boolean) =>
    set({
      organisationKinds: isIn ? [...(kinds ?? []), kind] : (kinds ?? []).filter((each) => each !== kind),
    })
  return (
    <fieldset className={styles.group} aria-invalid={error !== null}>
      <legend>{t('votes.who.label')}</legend>
      <CheckBox
        label={t('votes.who.participants')}
        checked={draft.participants}
        onChange={(participants) => set({ participants })}
      />
      <CheckBox
        label={t('votes.who.managers')}
        checked={draft.managers}
        onChange={(managers) => set({ managers })}
      />
      <CheckBox
        label={t('votes.who.organisations')}
        checked={kinds !== null}
        onChange={(some) => set({ organisationKinds: some ? [] : null })}
      />
      {kinds ? (
        <div className={styles.nested} role="group" aria-label={t('votes.who.organisationsOf')}>
          {organisationKinds.map((kind) => (
            <CheckBox
              key={kind}
              label={t(`workshop.organisationKind.${kind}`)}
              checked={kinds.includes(kind)}
              onChange={(isIn) => toggle(kind, isIn)}
            />
          ))}
        </div>
      ) : null}
      {error ? (
        <p className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
