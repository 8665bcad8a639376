import { useTranslation } from 'react-i18next'
import { Dialog } from '#client/ui/Dialog.tsx'
import styles from './HelpDialog.module.css'

/** Words for keys are translated (`room.keys.<word>`), letters are as they are. */
type KeyWord =
  'control' | 'shift' | 'enter' | 'tab' | 'escape' | 'deleteKey' | 'arrows' | 'doubleClick' | 'letters'
type Key = { word: KeyWord } | { letter: string }

const word = (key: KeyWord): Key => ({ word: key })
const letter = (key: string): Key => ({ letter: key })
const withControl = (key: string): Key[] => [word('control'), letter(key)]

const tables = [
  {
    title: 'everywhere',
    rows: [
      { does: 'switch', keys: [[letter('L')]] },
      { does: 'find', keys: [withControl('K')] },
      { does: 'help', keys: [[letter('?')]] },
      { does: 'undo', keys: [withControl('Z')] },
      { does: 'redo', keys: [withControl('Y'), [word('control'), word('shift'), letter('Z')]] },
      { does: 'leave', keys: [[word('escape')]] },
    ],
  },
  {
    title: 'onBoard',
    rows: [
      { does: 'newCard', keys: [[letter('N')], [word('doubleClick')]] },
      { does: 'writeOn', keys: [[word('letters')]] },
      { does: 'listOpen', keys: [[letter('I')]] },
      { does: 'nextCard', keys: [[word('tab')]] },
      { does: 'finish', keys: [[word('enter')], [word('escape')]] },
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
      { does: 'listOpen', keys: [[word('enter')]] },
      { does: 'remove', keys: [[word('deleteKey')]] },
    ],
  },
] as const

/** All keys on one page. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('room.keys.title')} open size="large" onClose={onClose}>
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
    </Dialog>
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
