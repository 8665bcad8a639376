import { useMemo } from 'react'
import { CardDrawing } from '#client/kinds/CardDrawing.tsx'
import type { PageTemplate, TemplateLanguage } from '#shared/methods/method.ts'
import { pagePicture } from '#shared/methods/page-picture.ts'
import styles from './MethodsDialog.module.css'

interface MethodPictureProps {
  page: PageTemplate
  language: TemplateLanguage
}

/** A small picture of a method's page; what it shows is told in words beside it. */
export function MethodPicture({ page, language }: MethodPictureProps) {
  const picture = useMemo(() => pagePicture(page, language), [page, language])
  return <CardDrawing {...picture} imageUrl={() => ''} className={styles.picture} />
}
