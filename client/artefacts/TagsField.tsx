import { useId, useState } from 'react'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isSameText } from '#shared/base/folded-text.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { setCardTag } from './card-actions.ts'
import styles from './TagsField.module.css'
import { useMayWrite } from './use-artefact.ts'

const MAX_TAG_CHARS = 40

/** Tags of a card; those already used in the room are offered, so that one word stays one word. */
export function TagsField({ session, artefact }: { session: RoomSession; artefact: Artefact }) {
  const { t } = useTranslation()
  const mayWrite = useMayWrite(session)
  const [draft, setDraft] = useState('')
  const [offered, setOffered] = useState<string[]>([])
  const listId = useId()

  const add = () => {
    const tag = draft.replace(/\s+/g, ' ').trim()
    const known = tagsInUse(session).find((used) => isSameText(used, tag))
    if (tag) setCardTag(session, artefact.id, known ?? tag, true)
    setDraft('')
  }

  return (
    <div className={styles.tags}>
      <span className={styles.label} id={`${listId}-label`}>
        {t('artefacts.tags.label')}
      </span>
      {artefact.tags.length > 0 ? (
        <ul className={styles.list} aria-labelledby={`${listId}-label`}>
          {artefact.tags.map((tag) => (
            <li key={tag} className={styles.tag}>
              {tag}
              {mayWrite ? (
                <IconButton
                  label={t('artefacts.tags.remove', { tag })}
                  icon={<X aria-hidden="true" />}
                  onClick={() => setCardTag(session, artefact.id, tag, false)}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayWrite ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <TextField
            label={t('artefacts.tags.placeholder')}
            value={draft}
            maxLength={MAX_TAG_CHARS}
            list={listId}
            autoComplete="off"
            onFocus={() => setOffered(tagsInUse(session))}
            onChange={setDraft}
            after={
              <IconButton type="submit" label={t('artefacts.tags.add')} icon={<Plus aria-hidden="true" />} />
            }
          />
          <datalist id={listId}>
            {offered
              .filter((tag) => !artefact.tags.includes(tag))
              .map((tag) => (
                <option key={tag} value={tag} />
              ))}
          </datalist>
        </form>
      ) : null}
    </div>
  )
}

function tagsInUse({ roots, artefacts }: RoomSession): string[] {
  const used = [...roots.artefacts.keys()].flatMap((id) => artefacts.get(id)?.tags ?? [])
  return [...new Set(used)].sort((a, b) => a.localeCompare(b))
}
