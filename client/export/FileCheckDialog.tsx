import { useEffect, useRef, useState } from 'react'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mayInRoom, mayInWorkshop } from '#client/app/actor.ts'
import { addressOf, callForFile, type CallOptions } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import { downloadFile } from '#client/ui/download.ts'
import type { GroupId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { contentFor, type ExportContent, type ExportFormat } from '#shared/protocol/export-formats.ts'
import { FilePreview, useEndPreview } from './FilePreview.tsx'
import { ReleaseCheckDialog } from './ReleaseCheckDialog.tsx'

interface FileCheckDialogProps {
  workshop: WorkshopView
  /** undefined: the whole workshop. */
  groupId: GroupId | undefined
  /** A picture of this page of the group alone. */
  pageId?: string
  name: string
  format: ExportFormat
  /** What of the results, and how. */
  query?: Record<string, string>
  onClose: () => void
}

/** The check before a file of the workshop or one of its groups. */
export function FileCheckDialog({
  workshop,
  groupId,
  pageId,
  name,
  format,
  query = {},
  onClose,
}: FileCheckDialogProps) {
  const { t } = useTranslation()
  const mayTakeAll = groupId
    ? mayInRoom(workshop, 'room.exportWithheld', groupId)
    : mayInWorkshop(workshop, 'workshop.exportWithheld')
  const options = {
    path: { workshopId: workshop.id },
    query: { ...query, format, group: groupId, page: pageId },
  }
  const label = `${t('workshop.exports.download')} (${pageId === undefined ? t(`workshop.exports.format.${format}`) : format.toUpperCase()})`
  const isComplete = format === 'json' && mayTakeAll
  const endPreview = useEndPreview(workshop.id, options)
  const { take, taking } = useTaking(options, onClose)
  const isWriting = taking.state === 'writing'
  return (
    <ReleaseCheckDialog
      workshop={workshop}
      leaver={{
        name,
        groupId: groupId ?? null,
        pageId: pageId ?? null,
        isComplete,
      }}
      onClose={onClose}
      preview={
        <FilePreview
          workshopId={workshop.id}
          groupId={groupId ?? null}
          options={options}
          content={(query['content'] as ExportContent | undefined) ?? contentFor(format)}
          format={format}
          afterCheck={!isComplete}
          isPaused={isWriting}
        />
      }
      notice={taking.state === 'idle' ? null : <Notice taking={taking} />}
      take={
        format === 'json' ? (
          // With all images it may be a gigabyte, which belongs on the disk at once
          <a
            className={buttonClass('primary')}
            download
            href={addressOf('exportWorkshop', options)}
            // The download has begun by then
            onClick={() => {
              endPreview()
              setTimeout(onClose)
            }}
          >
            <Download aria-hidden="true" />
            {label}
          </a>
        ) : (
          <Button
            variant="primary"
            icon={<Download aria-hidden="true" />}
            busy={isWriting}
            onClick={() => {
              endPreview()
              void take()
            }}
          >
            {label}
          </Button>
        )
      }
    />
  )
}

type Taking = { state: 'idle' } | { state: 'writing' } | { state: 'failed'; error: unknown }

/** Fetches the file and hands it over. Whoever closes the dialog meanwhile does not get it, and the server stops writing. */
function useTaking(options: CallOptions, onTaken: () => void) {
  const [taking, setTaking] = useState<Taking>({ state: 'idle' })
  const request = useRef<AbortController>(null)
  useEffect(() => () => request.current?.abort(), [])
  const take = async () => {
    const { signal } = (request.current = new AbortController())
    setTaking({ state: 'writing' })
    try {
      const { name, content } = await callForFile('exportWorkshop', { ...options, signal })
      downloadFile(name, content)
      onTaken()
    } catch (error) {
      if (!signal.aborted) setTaking({ state: 'failed', error })
    }
  }
  return { take, taking }
}

function Notice({ taking }: { taking: Exclude<Taking, { state: 'idle' }> }) {
  const { t } = useTranslation()
  const explain = useErrorText()
  if (taking.state === 'failed') return <Banner tone="danger">{explain(taking.error)}</Banner>
  return <p role="status">{t('workshop.exports.writing')}</p>
}
