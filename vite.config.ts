import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The server that `npm run dev` starts beside Vite; same variable as in production. */
const server = `http://127.0.0.1:${process.env.PORT ?? 3000}`
/** The server compares Origin with its own address, so the development proxy has to speak in its name. */
const throughProxy = { target: server, headers: { origin: server } }

export default defineConfig({
  plugins: [react()],
  server: {
    proxy: {
      '/api': throughProxy,
      '/sync': { ...throughProxy, ws: true },
    },
  },
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: true,
    // The canvas and the spreadsheet of its parts are big by nature and load only inside a room.
    chunkSizeWarningLimit: 2_000,
    // Inlined fonts and images would need a wider content security policy.
    assetsInlineLimit: 0,
  },
})
