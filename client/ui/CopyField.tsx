import { useState } from 'react'
import { Check, Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { announce } from './Announcer.tsx'
import { Button } from './Button.tsx'
import { TextField } from './TextField.tsx'

/** Something to take along, e.g. a link: shown whole, copied with one press. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    const done = await copyText(value)
    setCopied(done)
    if (done) announce(t('common.copied'))
  }
  return (
    <TextField
      label={label}
      value={value}
      onChange={() => undefined}
      readOnly
      onFocus={(event) => event.target.select()}
      after={
        <Button
          icon={copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          onClick={() => void copy()}
        >
          {copied ? t('common.copied') : t('common.copy')}
        </Button>
      }
    />
  )
}

/** The clipboard is closed on plain http and in some locked-down browsers; then the old way still works. */
async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext && 'clipboard' in navigator) {
    const written = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    if (written) return true
  }
  return copySelected(text)
}

function copySelected(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  const host = document.activeElement?.parentElement ?? document.body
  host.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}
