import { render } from '@testing-library/react'
import i18next from 'i18next'
import type { ReactElement } from 'react'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { de } from '#shared/i18n/de/index.ts'
import { en } from '#shared/i18n/en/index.ts'

/** Renders a view with its real texts. Dialogs and menus get the few methods that jsdom does not know. */
export function show(view: ReactElement, language: 'de' | 'en' = 'de') {
  teachTopLayer()
  const i18n = i18next.createInstance()
  void i18n.use(initReactI18next).init({
    lng: language,
    resources: { de: { translation: de }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  const wrapped = (inner: ReactElement) => <I18nextProvider i18n={i18n}>{inner}</I18nextProvider>
  const shown = render(wrapped(view))
  return { ...shown, again: (inner: ReactElement) => shown.rerender(wrapped(inner)) }
}

function teachTopLayer() {
  if (!('showModal' in HTMLDialogElement.prototype)) {
    Object.assign(HTMLDialogElement.prototype, {
      showModal(this: HTMLDialogElement) {
        this.open = true
        this.querySelector<HTMLElement>('button, input, select, textarea')?.focus()
      },
      close(this: HTMLDialogElement) {
        this.open = false
      },
    })
  }
  if (!('scrollIntoView' in Element.prototype)) {
    Object.assign(Element.prototype, { scrollIntoView: () => undefined })
  }
}
