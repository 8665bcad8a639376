import type { common as german } from '../de/common.ts'

export const common: typeof german = {
  appName: 'Werkraum',
  close: 'Close',
  dismissMessage: 'Dismiss message',
  cancel: 'Cancel',
  save: 'Save',
  delete: 'Delete',
  remove: 'Remove',
  undo: 'Undo',
  redo: 'Redo',
  pasteCut:
    'There is room for {{max}} characters here. Everything you pasted from “{{from}} …” on is missing.',
  passwordCut: 'There is room for {{max}} characters here. The end of what you pasted is missing.',
  copy: 'Copy',
  copied: 'Copied',
  print: 'Print',
  download: 'Download',
  retry: 'Try again',
  reload: 'Reload the page',
  loading: 'Loading …',
  skipToContent: 'Skip to content',
  theme: { label: 'Appearance', auto: 'As in the system', light: 'Light', dark: 'Dark' },
  publicTexts: { imprint: 'Legal notice', privacy: 'Privacy', accessibility: 'Accessibility' },
  logOut: 'Log out',
}
