import { useState } from 'react'
import { Check, Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { announce } from '#client/ui/announcements.ts'
import { Button } from '#client/ui/Button.tsx'
import styles from './ConnectionPage.module.css'

/** Sentences to be sent on, with the button that takes them along. Selectable where the clipboard is forbidden. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      announce(t('common.copied'))
    } catch {
      // Not allowed here: the text stands above and can be selected
      setCopied(false)
    }
  }
  return (
    <>
      <pre className={styles.text} tabIndex={0}>
        {text}
      </pre>
      <Button
        icon={copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        onClick={() => void copy()}
      >
        {copied ? t('common.copied') : label}
      </Button>
    </>
  )
}
