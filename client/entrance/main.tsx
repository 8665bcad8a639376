import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startI18n } from '#client/i18n/i18n.ts'
import { showTheme } from '#client/ui-state/theme.ts'
import '#client/ui/fonts.css'
import '#client/ui/tokens.css'
import '#client/ui/base.css'
import { App } from './App.tsx'

showTheme()
await startI18n()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
