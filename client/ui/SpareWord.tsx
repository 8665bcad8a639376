import type { ReactNode } from 'react'
import styles from './SpareWord.module.css'

interface SpareWordProps {
  word: string
  /** What stands instead of the word; nothing where an icon says it. */
  brief?: ReactNode
}

/** The word of a button in a full row, which gives way on a laptop's window; the button's label has to say it. */
export function SpareWord({ word, brief }: SpareWordProps) {
  return (
    <>
      <span className={styles.word}>{word}</span>
      {brief === undefined ? null : <span className={styles.brief}>{brief}</span>}
    </>
  )
}
