import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { limits } from '#shared/base/limits.ts'
import styles from './TimerDialog.module.css'
import { useCommand } from '#client/room-context/use-command.ts'

const MINUTE_MS = 60_000
const presetMinutes = [1, 3, 5, 8, 10, 15, 20] as const
const mostMinutes = limits.maxTimerMs / MINUTE_MS

/** How long? One press for the usual lengths, a number for the others. */
export function TimerDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const send = useCommand()
  const [typed, setTyped] = useState('')
  const own = minutesFrom(typed)
  const start = (minutes: number) => {
    onClose()
    void send({ type: 'startTimer', durationMs: minutes * MINUTE_MS })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (own !== null) start(own)
  }
  return (
    <Dialog title={t('facilitation.timer.title')} open size="small" onClose={onClose}>
      <div className={styles.presets}>
        {presetMinutes.map((count) => (
          <Button key={count} onClick={() => start(count)}>
            {t('facilitation.timer.preset', { count })}
          </Button>
        ))}
      </div>
      <form className={styles.own} onSubmit={submit}>
        <TextField
          label={t('facilitation.timer.minutes')}
          hint={t('facilitation.timer.minutesHint')}
          error={typed !== '' && own === null ? t('facilitation.timer.minutesError') : undefined}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={setTyped}
        />
        <Button type="submit" variant="primary" disabled={own === null}>
          {own === null ? t('facilitation.timer.start') : t('facilitation.timer.startFor', { count: own })}
        </Button>
      </form>
    </Dialog>
  )
}

export function minutesFrom(typed: string): number | null {
  const minutes = Number(typed.trim())
  return /^\d{1,3}$/.test(typed.trim()) && minutes >= 1 && minutes <= mostMinutes ? minutes : null
}
