import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call, type CallOptions } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import type { ExportContent, ExportFormat } from '#shared/protocol/export-formats.ts'
import type { ExportPreview } from '#shared/protocol/export-preview.ts'
import styles from './FilePreview.module.css'
import { PreviewedPart } from './PreviewedPart.tsx'
import { checkKeyOf, useReleaseCheck } from './use-release-check.ts'

interface FilePreviewProps {
  workshopId: WorkshopId
  /** null: the whole workshop. */
  groupId: GroupId | null
  /** As the file itself is asked for. */
  options: CallOptions
  content: ExportContent
  format: ExportFormat
  /** Whether the check comes first: one person's files wait for each other, and the check is what is asked for. */
  afterCheck: boolean
  /** Whether the file itself is being made: then it goes first. */
  isPaused: boolean
}

/** How a file begins, before somebody takes it; made anew when more was released. */
export function FilePreview({ workshopId, groupId, options, content, format, ...when }: FilePreviewProps) {
  const { t } = useTranslation()
  const explain = useErrorText()
  const preview = usePreview(workshopId, groupId, options, when)
  const title = t('workshop.exports.preview.title')
  return (
    <section className={styles.preview} aria-label={title} aria-busy={preview.isFetching}>
      <h3 className={styles.title}>{title}</h3>
      {preview.isError ? (
        <Banner
          tone="attention"
          action={<Button onClick={() => void preview.refetch()}>{t('common.retry')}</Button>}
        >
          {explain(preview.error)} {t('workshop.exports.preview.safeAnyway')}
        </Banner>
      ) : preview.data ? (
        <Shown preview={preview.data} content={content} format={format} />
      ) : (
        <Spinner label={t('workshop.exports.preview.looking')} />
      )}
    </section>
  )
}

function usePreview(
  workshopId: WorkshopId,
  groupId: GroupId | null,
  options: CallOptions,
  { afterCheck, isPaused }: Pick<FilePreviewProps, 'afterCheck' | 'isPaused'>,
) {
  const check = useReleaseCheck(workshopId, groupId, afterCheck)
  return useQuery({
    queryKey: previewKey(workshopId, options),
    queryFn: ({ signal }) => call<ExportPreview>('previewExport', { ...options, signal }),
    enabled: !isPaused && (!afterCheck || !check.isFetching),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  })
}

const previewKey = (workshopId: WorkshopId, { query }: CallOptions) => [
  ...checkKeyOf(workshopId),
  'preview',
  query,
]

/** The file itself goes first: nobody waits for a look at what they have decided on. */
export function useEndPreview(workshopId: WorkshopId, options: CallOptions): () => void {
  const client = useQueryClient()
  return () => void client.cancelQueries({ queryKey: previewKey(workshopId, options) })
}

function Shown({
  preview: { parts, headings, pages, foreignLetters = 0 },
  content,
  format,
}: { preview: ExportPreview } & Pick<FilePreviewProps, 'content' | 'format'>) {
  const { t } = useTranslation()
  const hints = useHints()
  if (parts.length === 0) return <p className={styles.quiet}>{t('workshop.exports.preview.nothing')}</p>
  const isPaged = parts.some(({ type }) => type === 'page')
  // Sheets and frames are reached, and scrolled, by themselves
  const hasOwnStops = parts.some(({ type }) => type === 'sheet' || type === 'html')
  return (
    <>
      {hints(content, format, pages).map((hint) => (
        <p key={hint} className={styles.quiet}>
          {hint}
        </p>
      ))}
      {foreignLetters > 0 ? (
        <Banner tone="attention">
          {t('workshop.exports.preview.foreignLetters', { count: foreignLetters })}
        </Banner>
      ) : null}
      <div
        className={isPaged ? styles.pages : styles.parts}
        {...(!hasOwnStops && {
          tabIndex: 0,
          role: 'group',
          'aria-label': t('workshop.exports.preview.title'),
        })}
      >
        {parts.map((part, n) => (
          <PreviewedPart
            key={n}
            part={part}
            name={
              content === 'pictures'
                ? t('workshop.exports.preview.picture', { name: headings[n] ?? '' })
                : t(`workshop.exports.preview.${content === 'slides' ? 'slide' : 'page'}`, { number: n + 1 })
            }
          />
        ))}
      </div>
      {headings.length > 0 && content !== 'pictures' ? (
        <details className={styles.headings}>
          <summary>{t('workshop.exports.preview.chapters')}</summary>
          <ul>
            {headings.map((text, n) => (
              <li key={n}>{text}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

/** How much of the file is shown, and how far the file may look otherwise. */
function useHints(): (content: ExportContent, format: ExportFormat, pages: number | null) => string[] {
  const { t } = useTranslation()
  return (content, format, pages) => {
    const isLoose = format === 'docx' || format === 'odt' || format === 'pptx'
    return [
      ...(content === 'pictures' ? [t('workshop.exports.preview.firstPictures')] : []),
      ...(pages === null
        ? []
        : [
            t(`workshop.exports.preview.${content === 'slides' ? 'slides' : 'pages'}`, { count: pages }),
            ...(isLoose ? [t('workshop.exports.preview.inWordProcessor')] : []),
          ]),
    ]
  }
}
