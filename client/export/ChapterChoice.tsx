import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { announce } from '#client/ui/Announcer.tsx'
import { Button } from '#client/ui/Button.tsx'
import type { DossierChapter } from '#shared/kinds/chapters.ts'
import styles from './ExportsPanel.module.css'

export interface ChosenChapter {
  name: DossierChapter
  isIn: boolean
}

interface ChapterChoiceProps {
  chapters: readonly ChosenChapter[]
  onChange: (chapters: ChosenChapter[]) => void
}

/** Chapters of a dossier: which, and in what order. */
export function ChapterChoice({ chapters, onChange }: ChapterChoiceProps) {
  const { t } = useTranslation()
  const nameOf = (name: DossierChapter) => t(`workshop.exports.chapter.${name}`)
  const move = (from: number, by: 1 | -1) => {
    const moved = [...chapters]
    const [chapter] = moved.splice(from, 1)
    moved.splice(from + by, 0, chapter!)
    onChange(moved)
    const values = { name: nameOf(chapter!.name), rank: from + by + 1, count: chapters.length }
    announce(t('workshop.exports.chapterMoved', values))
  }
  const toggle = (name: DossierChapter) =>
    onChange(chapters.map((each) => (each.name === name ? { ...each, isIn: !each.isIn } : each)))
  return (
    <details className={styles.chapters}>
      <summary>{t('workshop.exports.chapters')}</summary>
      <ol>
        {chapters.map(({ name, isIn }, n) => (
          <li key={name} className={styles.chapter}>
            <label className={styles.content}>
              <input type="checkbox" checked={isIn} onChange={() => toggle(name)} />
              <span>{nameOf(name)}</span>
            </label>
            <Button
              icon={<ArrowUp aria-hidden="true" />}
              aria-label={t('workshop.exports.chapterUp', { name: nameOf(name) })}
              aria-disabled={n === 0}
              onClick={() => n > 0 && move(n, -1)}
            />
            <Button
              icon={<ArrowDown aria-hidden="true" />}
              aria-label={t('workshop.exports.chapterDown', { name: nameOf(name) })}
              aria-disabled={n === chapters.length - 1}
              onClick={() => n < chapters.length - 1 && move(n, 1)}
            />
          </li>
        ))}
      </ol>
    </details>
  )
}
