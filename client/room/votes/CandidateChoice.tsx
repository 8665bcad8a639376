import { useTranslation } from 'react-i18next'
import { textIn } from '#shared/document/board-record.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { useArtefact } from '#client/artefacts/use-artefact.ts'
import { useRoom, useView } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { CheckBox } from './CheckBox.tsx'
import type { CardsOfArea } from './page-cards.ts'
import styles from './votes.module.css'

interface CandidateChoiceProps {
  areas: readonly CardsOfArea[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
  error: string | null
}

/** Which cards, clusters and concepts are voted on: ticked here, or selected on the board and taken over. */
export function CandidateChoice({ areas, chosen, onChange, error }: CandidateChoiceProps) {
  const { t } = useTranslation()
  const all = areas.flatMap(({ artefactIds }) => artefactIds)
  // Cards of other pages were chosen before; they stay, in front.
  const elsewhere = chosen.filter((id) => !all.includes(id))
  const selected = useSelectedCards()
  const inOrder = (ids: ReadonlySet<string>) => onChange([...elsewhere, ...all].filter((id) => ids.has(id)))
  const toggle = (id: string, isIn: boolean) => {
    const next = new Set(chosen)
    if (isIn) next.add(id)
    else next.delete(id)
    inOrder(next)
  }
  return (
    <fieldset className={styles.group} aria-invalid={error !== null}>
      <legend>
        {t('votes.form.candidatesLabel')}{' '}
        <small>{t('votes.form.candidates', { count: chosen.length })}</small>
      </legend>
      {all.length === 0 ? <p className={styles.quiet}>{t('votes.form.candidatesNone')}</p> : null}
      <div className={styles.actions}>
        <Button disabled={all.length === 0} onClick={() => inOrder(new Set([...elsewhere, ...all]))}>
          {t('votes.form.allCards')}
        </Button>
        <Button variant="quiet" disabled={chosen.length === 0} onClick={() => onChange([])}>
          {t('votes.form.noCards')}
        </Button>
      </div>
      {selected.length > 0 ? (
        <Button onClick={() => onChange(selected)}>
          {t('votes.form.fromBoard', { count: selected.length })}
        </Button>
      ) : (
        <p className={styles.hint}>{t('votes.form.fromBoardHint')}</p>
      )}
      <div className={styles.candidates}>
        {elsewhere.map((id) => (
          <Candidate key={id} id={id} isChosen onToggle={toggle} />
        ))}
        {areas.map((area) => (
          <div key={area.id} role="group" aria-label={area.name}>
            {areas.length > 1 ? <h4 className={styles.area}>{area.name}</h4> : null}
            {area.artefactIds.map((id) => (
              <Candidate key={id} id={id} isChosen={chosen.includes(id)} onToggle={toggle} />
            ))}
          </div>
        ))}
      </div>
      {error ? (
        <p className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}

interface CandidateProps {
  id: string
  isChosen: boolean
  onToggle: (id: string, isIn: boolean) => void
}

function Candidate({ id, isChosen, onToggle }: CandidateProps) {
  const { session } = useRoom()
  const { t } = useTranslation()
  const texts = useKindTexts()
  const artefact = useArtefact(session, id)
  const name = artefact ? shortName(texts.nameOf(artefact), 90) : t('votes.paper.gone')
  return (
    <CheckBox
      label={
        <>
          {artefact ? <KindIcon kind={artefact.kind} /> : null} {name}
        </>
      }
      checked={isChosen}
      onChange={(isIn) => onToggle(id, isIn)}
    />
  )
}

/** Artefacts of the cards that are selected on the board, each once. */
function useSelectedCards(): string[] {
  const { session } = useRoom()
  const shapes = useView(({ selectedShapeIds }) => selectedShapeIds)
  const ids = shapes.map((id) => textIn(session.roots.board.get(id)?.get('p.artefactId')))
  return [...new Set(ids)].filter((id) => id !== '')
}
