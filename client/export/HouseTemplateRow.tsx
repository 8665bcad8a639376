import { useId, useRef } from 'react'
import { Check, Eye, Trash2, Upload, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import type { HouseFormat, HouseTemplate } from '#shared/protocol/house-templates.ts'
import styles from './ExportsPanel.module.css'

/** What somebody chose and has not taken yet. */
export interface ChosenTemplate {
  format: HouseFormat
  /** null: a colour alone. */
  file: File | null
  colour: string | null
}

interface HouseTemplateRowProps {
  format: HouseFormat
  template: HouseTemplate | undefined
  chosen: ChosenTemplate | null
  busy: boolean
  mayChange: boolean
  onChoose: (template: ChosenTemplate | null) => void
  onTry: (template: ChosenTemplate) => void
  onTake: (template: ChosenTemplate) => void
  onRemove: () => void
}

const taken: Record<HouseFormat, string> = {
  docx: '.docx,.dotx',
  odt: '.odt,.ott',
  pptx: '.pptx,.potx',
  pdf: '.png,.jpg,.jpeg,.webp',
}
const ourColour = '#0a5c66'

/** One format: what is used, what could be, and what can be done about it. */
export function HouseTemplateRow(props: HouseTemplateRowProps) {
  const { format, template, chosen, busy, mayChange, onChoose, onTry, onTake, onRemove } = props
  const { t } = useTranslation()
  const name = t(`workshop.exports.format.${format}`)
  const used = useNameOf(template)
  return (
    <li className={styles.part}>
      <span className={styles.name}>
        {name}: {used}
      </span>
      {mayChange || busy ? (
        <span className={styles.formats}>
          {format === 'pdf' ? <ColourField {...props} /> : null}
          <FileButton
            format={format}
            label={t(`workshop.exports.house.${format === 'pdf' ? 'chooseLogoFor' : 'chooseFor'}`, {
              format: name,
            })}
            busy={busy && !chosen}
            onFile={(file) => onChoose({ format, file, colour: chosen?.colour ?? null })}
          />
          {template?.from === 'workshop' && !busy && !chosen ? (
            <Button
              icon={<Trash2 aria-hidden="true" />}
              aria-label={t('workshop.exports.house.removeOf', { format: name })}
              onClick={onRemove}
            >
              {t('workshop.exports.house.remove')}
            </Button>
          ) : null}
        </span>
      ) : null}
      {chosen ? (
        <div className={styles.chosen}>
          <p>{t('workshop.exports.house.chosen', { name: chosen.file?.name ?? chosen.colour })}</p>
          <span className={styles.formats}>
            <Button icon={<Eye aria-hidden="true" />} busy={busy} onClick={() => onTry(chosen)}>
              {t('workshop.exports.house.tryIt')}
            </Button>
            <Button icon={<Check aria-hidden="true" />} busy={busy} onClick={() => onTake(chosen)}>
              {t('workshop.exports.house.take')}
            </Button>
            <Button icon={<X aria-hidden="true" />} onClick={() => onChoose(null)}>
              {t('workshop.exports.house.discard')}
            </Button>
          </span>
        </div>
      ) : null}
    </li>
  )
}

function useNameOf(template: HouseTemplate | undefined): string {
  const { t } = useTranslation()
  if (!template) return t('workshop.exports.house.none')
  const { name, colour, from } = template
  const logoAnd = name && colour ? t('workshop.exports.house.logoAnd', { name, colour }) : name
  const said = logoAnd || t('workshop.exports.house.colourOnly', { colour })
  return from === 'operator' ? t('workshop.exports.house.operators', { name: said }) : said
}

function ColourField({ format, template, chosen, onChoose }: HouseTemplateRowProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <label htmlFor={id} className={styles.colour}>
      {t('workshop.exports.house.colour')}
      <input
        id={id}
        type="color"
        value={chosen?.colour ?? template?.colour ?? ourColour}
        onChange={(event) => onChoose({ format, file: chosen?.file ?? null, colour: event.target.value })}
      />
    </label>
  )
}

interface FileButtonProps {
  format: HouseFormat
  label: string
  busy: boolean
  onFile: (file: File) => void
}

function FileButton({ format, label, busy, onFile }: FileButtonProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        icon={<Upload aria-hidden="true" />}
        busy={busy}
        aria-label={label}
        onClick={() => input.current?.click()}
      >
        {t(`workshop.exports.house.${format === 'pdf' ? 'chooseLogo' : 'choose'}`)}
      </Button>
      <input
        ref={input}
        type="file"
        accept={taken[format]}
        aria-label={label}
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file again must count as a change.
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
