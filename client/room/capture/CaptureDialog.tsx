import { useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { DateField } from '#client/artefacts/DateField.tsx'
import { presentMembers } from '#client/room-context/present-members.ts'
import { useFacilitation, useRoom, useView } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import { fieldsOf, isTextField, type ArtefactKind } from '#shared/kinds/index.ts'
import { useGoToCard } from '../search/use-go-to.ts'
import { capture } from './capture.ts'
import { isCaptureKey } from './capture-key.ts'
import { capturedAs, capturedKinds, heardOf, usualKind } from './heard-line.ts'
import styles from './CaptureDialog.module.css'

/** Takes down what was decided or promised, in one line: one key to open it, one to keep it. */
export function CaptureDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const formId = useId()
  const { session } = useRoom()
  const pageId = useView((view) => view.pageId)
  const mayWrite = useFacilitation(({ me }) => me !== null && me.role !== 'observer')
  const names = usePresentNames()
  const goToCard = useGoToCard()
  const form = useRef<HTMLFormElement>(null)
  const [line, setLine] = useState('')
  // What somebody chose by hand holds, whatever the line says then.
  const [kindChosen, chooseKind] = useState<ArtefactKind | null>(null)
  const [ownerTyped, typeOwner] = useState<string | null>(null)
  const [dateChosen, chooseDate] = useState<{ day: string | null } | null>(null)

  const heard = heardOf(line, names, new Date())
  const kind = kindChosen ?? heard.kind ?? usualKind
  const into = capturedAs(kind)
  const owner = ownerTyped ?? heard.owner
  const date = dateChosen ? (dateChosen.day ?? '') : heard.date

  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (heard.text === '' || !mayWrite || pageId === null) return
    const card = capture(session, kind, { text: heard.text, owner: owner.trim(), date }, pageId)
    if (!card) return
    onClose()
    toasts.show({
      text: texts.kept(kind),
      action: { label: t('room.capture.show'), run: () => goToCard(card.artefactId) },
    })
  }
  /** The key that opened it goes to the other kind, so that both are two keys away. */
  const onKey = (event: KeyboardEvent) => {
    if (!isCaptureKey(event.nativeEvent)) return
    event.preventDefault()
    chooseKind(capturedKinds[(capturedKinds.indexOf(kind) + 1) % capturedKinds.length]!)
  }

  return (
    <Dialog
      title={t('room.capture.title')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            aria-disabled={heard.text === '' || !mayWrite}
          >
            {texts.keep(kind)}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} className={styles.form} onSubmit={keep} onKeyDown={onKey}>
        <fieldset className={styles.kinds}>
          <legend>{t('room.capture.kind')}</legend>
          {capturedKinds.map((each) => (
            <label key={each}>
              <input type="radio" name="kind" checked={kind === each} onChange={() => chooseKind(each)} />
              <KindIcon kind={each} />
              {texts.label(each)}
            </label>
          ))}
        </fieldset>
        <TextField
          label={texts.field(kind, into.headline)}
          hint={t('room.capture.hint')}
          error={mayWrite ? undefined : t('errors.write_not_allowed')}
          value={line}
          maxLength={mostChars(kind, into.headline)}
          autoComplete="off"
          autoFocus
          onChange={setLine}
        />
        <div className={styles.pair}>
          <TextField
            label={texts.field(kind, into.owner)}
            value={owner}
            maxLength={mostChars(kind, into.owner)}
            list={`${formId}-names`}
            autoComplete="off"
            onChange={typeOwner}
          />
          <datalist id={`${formId}-names`}>
            {names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <DateField
            label={texts.field(kind, into.day)}
            value={date || null}
            onChange={(day) => chooseDate({ day })}
          />
        </div>
      </form>
    </Dialog>
  )
}

function mostChars(kind: ArtefactKind, field: string): number | undefined {
  const spec = fieldsOf(kind)[field]
  return spec && isTextField(spec) ? spec.maxChars : undefined
}

function usePresentNames(): string[] {
  const { session } = useRoom()
  const peers = useStore(session.presence.peers)
  const me = useFacilitation((facilitation) => facilitation.me)
  return presentMembers(peers, me).flatMap(({ name, role }) => (role === 'observer' ? [] : [name]))
}
