import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { chooseSingleKeys, singleKeysStore } from '#client/ui-state/single-keys.ts'
import { PublicTexts } from '#client/app/PublicTexts.tsx'
import { useClientConfig } from '#client/app/use-client-config.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import styles from './HelpDialog.module.css'

/** Words for keys are translated (`room.keys.<word>`), letters are as they are. */
type KeyWord =
  | 'control'
  | 'shift'
  | 'alt'
  | 'enter'
  | 'tab'
  | 'escape'
  | 'deleteKey'
  | 'arrows'
  | 'doubleClick'
  | 'letters'
  | 'plus'
  | 'minus'
  | 'pageUp'
  | 'pageDown'
type Key = { word: KeyWord } | { letter: string }

const word = (key: KeyWord): Key => ({ word: key })
const letter = (key: string): Key => ({ letter: key })
const withControl = (key: string): Key[] => [word('control'), letter(key)]

const tables = [
  {
    title: 'everywhere',
    rows: [
      { does: 'regions', keys: [[letter('F6')], [word('shift'), letter('F6')]] },
      { does: 'find', keys: [withControl('K')] },
      { does: 'capture', keys: [withControl('M')] },
      { does: 'undo', keys: [withControl('Z')] },
      { does: 'redo', keys: [withControl('Y'), [word('control'), word('shift'), letter('Z')]] },
      { does: 'slides', keys: [[word('pageUp')], [word('pageDown')]] },
      { does: 'leave', keys: [[word('escape')]] },
    ],
  },
  {
    title: 'onBoth',
    rows: [
      { does: 'switch', keys: [[letter('L')]] },
      { does: 'help', keys: [[letter('?')]] },
    ],
  },
  {
    title: 'onBoard',
    rows: [
      { does: 'leaveBoard', keys: [[word('escape')], [word('tab')]] },
      { does: 'tabCards', keys: [[word('tab')], [word('shift'), word('tab')]] },
      { does: 'nextByArrow', keys: [[word('control'), word('arrows')]] },
      { does: 'editText', keys: [[word('enter')]] },
      { does: 'newCard', keys: [[letter('N')], [word('doubleClick')]] },
      { does: 'writeOn', keys: [[word('letters')]] },
      { does: 'listOpen', keys: [[letter('I')]] },
      { does: 'nextCard', keys: [[word('tab')]] },
      { does: 'finish', keys: [[word('enter')], [word('escape')]] },
      { does: 'openMenu', keys: [[word('shift'), letter('F10')]] },
      {
        does: 'zoom',
        keys: [
          [word('control'), word('plus')],
          [word('control'), word('minus')],
        ],
      },
      { does: 'move', keys: [[word('arrows')], [word('shift'), word('arrows')]] },
      { does: 'copy', keys: [withControl('C'), withControl('V')] },
      { does: 'duplicate', keys: [withControl('D')] },
      { does: 'selectAll', keys: [withControl('A')] },
      { does: 'remove', keys: [[word('deleteKey')]] },
    ],
  },
  {
    title: 'inList',
    rows: [
      { does: 'listMove', keys: [[word('arrows')]] },
      { does: 'fold', keys: [[word('arrows')]] },
      { does: 'listOpen', keys: [[word('enter')]] },
      { does: 'editText', keys: [[letter('F2')]] },
      { does: 'newInList', keys: [[letter('N')]] },
      { does: 'moveTo', keys: [[letter('V')]] },
      { does: 'order', keys: [[word('alt'), word('arrows')]] },
      { does: 'duplicate', keys: [withControl('D')] },
      { does: 'rowMenu', keys: [[word('shift'), letter('F10')]] },
      { does: 'remove', keys: [[word('deleteKey')]] },
    ],
  },
] as const

/** All keys on one page, and the choice to do without those that are pressed alone. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('room.keys.title')} open size="large" onClose={onClose}>
      <SingleKeys />
      <div className={styles.tables}>
        {tables.map(({ title, rows }) => (
          <section key={title}>
            <h3 className={styles.title}>{t(`room.keys.${title}`)}</h3>
            <dl className={styles.rows}>
              {rows.map(({ does, keys }) => (
                <div key={does} className={styles.row}>
                  <dt>{t(`room.keys.${does}`)}</dt>
                  <dd className={styles.keys}>
                    {keys.map((combination, n) => (
                      <Combination key={n} keys={combination} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <PublicTexts links={useClientConfig().data?.publicTexts} />
    </Dialog>
  )
}

function SingleKeys() {
  const { t } = useTranslation()
  const { on } = useStore(singleKeysStore)
  const hintId = useId()
  return (
    <div className={styles.choice}>
      <label>
        <input
          type="checkbox"
          checked={on}
          aria-describedby={hintId}
          onChange={(event) => chooseSingleKeys(event.target.checked)}
        />
        {t('room.keys.single')}
      </label>
      <p id={hintId}>{t('room.keys.singleHint')}</p>
    </div>
  )
}

function Combination({ keys }: { keys: readonly Key[] }) {
  const { t } = useTranslation()
  return (
    <span className={styles.combination}>
      {keys.map((key, n) => (
        <kbd key={n} className={styles.key}>
          {'word' in key ? t(`room.keys.${key.word}`) : key.letter}
        </kbd>
      ))}
    </span>
  )
}
